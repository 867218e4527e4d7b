"""The fact sheet as a value."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from qa.cite import Entry
from qa.passage import Passage
from qa.render.provenance import Provenance, Searched

UNTITLED = "Fact sheet"


@dataclass(frozen=True, slots=True)
class Fact:
    """A quotation of the sheet.

    Attributes:
        quote: The words, with their source.
        note: What was noted of it; may have several lines.
        chosen: The day on which it was chosen.
        search: The search that found it; None where it was found by reading.
    """

    quote: Passage
    note: str
    chosen: date
    search: Searched | None = None

    @property
    def entry(self) -> Entry:
        """Its source, as one that is cited."""
        notes = (f"“{self.quote.text}”", self.note)
        return Entry(self.quote.citation, self.chosen, tuple(filter(str.strip, notes)))


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The sheet.

    Attributes:
        title: Its title; `UNTITLED` where nobody gave one.
        facts: Its quotations, in their order.
        came_about: How it came about.
        lost: How many more were chosen whose words no longer stand in the articles.
    """

    title: str
    facts: tuple[Fact, ...]
    came_about: Provenance
    lost: int = 0

    @property
    def entries(self) -> Iterator[Entry]:
        """The sources, one for each quotation."""
        return (fact.entry for fact in self.facts)
