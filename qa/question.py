"""The question: what was asked, what was understood, and what the user fixed by filters."""

from dataclasses import dataclass, field
from datetime import date

from qa.errors import BadQuestion


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days that a question names.

    Attributes:
        first: First day.
        last: Last day, inclusive.
        words: How the question puts it.
    """

    first: date
    last: date
    words: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What the user fixed: nothing outside is searched.

    Attributes:
        outlets: Display names of outlets; empty means all.
        since: First day of publication, inclusive. An article without a date never passes a date filter.
        until: Last day of publication, inclusive.
        exclude: Ids of articles to leave out.
        unread: Outlets and periods that are words of the question like any other: the user said that they are not
            meant.
    """

    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    exclude: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raises BadQuestion where the last day lies before the first."""
        if self.since and self.until and self.until < self.since:
            raise BadQuestion(f"The last day, {self.until}, lies before the first, {self.since}. Swap the two.")


@dataclass(frozen=True, slots=True)
class Facet:
    """What a question asks of an outlet where it names it.

    Attributes:
        outlet: Display name of the outlet.
        text: The part of the question that speaks of it; the whole question when it names no other, or the part says
            too little.
    """

    outlet: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked and as understood.

    Attributes:
        asked: The user's own words.
        text: What is searched for: `asked` without operators.
        phrases: Quoted phrases, without their quotation marks.
        facets: One for each place where the question names an outlet: a boost, not a filter.
        periods: Days and periods that the question names: a boost, not a filter, as they may be those of the topic.
        filters: What the user fixed.
        carried: The questions before that this one leans on, the last one first; empty for one that stands alone.
        leaning: How far they pull its meaning, against its own as 1.
    """

    asked: str
    text: str
    phrases: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    periods: tuple[Period, ...] = ()
    filters: Filters = field(default_factory=Filters)
    carried: tuple[str, ...] = ()
    leaning: float = 0.0

    @property
    def outlets(self) -> tuple[str, ...]:
        """Display names of the outlets that the question names."""
        return tuple(dict.fromkeys(facet.outlet for facet in self.facets))
