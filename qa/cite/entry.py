"""What is cited: an article, the day on which it was read, and what of it is quoted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.article import UNKNOWN_OUTLET
from qa.cite.names import Name, read_name
from qa.passage import Citation
from qa.render.plain import one_line
from qa.render.wording import flags


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that is cited.

    Attributes:
        citation: The article.
        accessed: The day on which it was read.
        notes: What is quoted of it and said of it, in the order of what is handed on.
    """

    citation: Citation
    accessed: date
    notes: tuple[str, ...] = ()

    @property
    def outlet(self) -> str:
        """Name of the outlet, on one line; empty when unknown."""
        return "" if self.citation.outlet == UNKNOWN_OUTLET else one_line(self.citation.outlet)

    @property
    def title(self) -> str:
        """The headline, on one line; empty when unknown."""
        return one_line(self.citation.title)

    @property
    def names(self) -> tuple[Name, ...]:
        """The authors."""
        return tuple(read_name(one_line(name)) for name in self.citation.authors)

    @property
    def url(self) -> str:
        """Address of the original, without any space; empty when unknown."""
        return "%20".join(one_line(self.citation.url or "").split())

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader should know of the article, in words."""
        return flags(self.citation)


def of_each_article(entries: Iterable[Entry]) -> list[Entry]:
    """Joins entries of the same article, in the order of the first of each."""
    joined: dict[str, Entry] = {}
    for entry in entries:
        before = joined.get(entry.citation.article_id)
        joined[entry.citation.article_id] = (
            Entry(before.citation, before.accessed, before.notes + entry.notes) if before else entry
        )
    return list(joined.values())
