"""The comparison: what each outlet says to a question, as quotations beside each other. It holds no verdict."""

from dataclasses import dataclass
from datetime import date

from qa.answer import Answer
from qa.passage import Citation, Passage


@dataclass(frozen=True, slots=True)
class OutletRow:
    """What one outlet says.

    Attributes:
        outlet: Display name.
        quote: Its best sentence.
        matching: How many of its articles have a passage that matches.
        articles: How many articles of it there are.
    """

    outlet: str
    quote: Passage
    matching: int
    articles: int


@dataclass(frozen=True, slots=True)
class NoMatch:
    """An outlet without a passage that matches, which does not mean that it did not report.

    Attributes:
        outlet: Display name.
        articles: How many articles of it were searched.
    """

    outlet: str
    articles: int


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of several outlets for one thing.

    Attributes:
        heading: What is given, in a word or two: a reading help.
        asked: Whether the question asks for it.
        groups: The figures, those that say the same together, the largest group first: of each its sentence, in which
            the one highlight is the figure.
    """

    heading: str
    asked: bool
    groups: tuple[tuple[Passage, ...], ...]

    @property
    def quotes(self) -> tuple[Passage, ...]:
        """The sentences of all groups."""
        return tuple(quote for group in self.groups for quote in group)


@dataclass(frozen=True, slots=True)
class Report:
    """An article with a passage that matches, on the timeline.

    Attributes:
        quote: The best sentence of its surest passage.
        same_text: Citations of the same text in other outlets.
    """

    quote: Passage
    same_text: tuple[Citation, ...] = ()

    @property
    def citation(self) -> Citation:
        """Where the sentence stands."""
        return self.quote.citation

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All articles that it stands for."""
        return (self.citation, *self.same_text)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What each outlet says to a question.

    Attributes:
        answer: The answer to the same question, of the same search.
        rows: One for each outlet with a passage that matches, surest first; of an answer that is not found, the
            nearest material.
        without: The other outlets of the collection, by name.
        figures: "Figures given", side by side, what was asked for first.
        alike: Outlets whose best sentences say much the same, the largest group first; each outlet in one group.
        independent: How many different texts the outlets of the rows print: copies of one text count once.
        timeline: The dated articles with a match, earliest first.
        undated: Those without a date.
        seconds: Time that the comparison took, without the answer.
    """

    answer: Answer
    rows: tuple[OutletRow, ...]
    without: tuple[NoMatch, ...]
    figures: tuple[FigureGroup, ...]
    alike: tuple[tuple[str, ...], ...]
    independent: int
    timeline: tuple[Report, ...]
    undated: tuple[Report, ...]
    seconds: float

    @property
    def first(self) -> date | None:
        """Day of the earliest dated report."""
        return self.timeline[0].citation.published if self.timeline else None

    @property
    def last(self) -> date | None:
        """Day of the latest dated report."""
        return self.timeline[-1].citation.published if self.timeline else None
