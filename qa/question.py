"""The question: what was asked, what was understood, and what the user fixed by filters."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from corpus.text.folding import squash
from index.search import Selection
from index.search.condition import Condition
from qa.errors import BadQuestion

LONGEST_PHRASE = 200  # code points; what is longer is a quoted paragraph
NEWER_FIRST = "newer first"  # what is said of `Question.newer_from`, and noted where the user takes it back


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days that a question names.

    Attributes:
        first: First day; None where it has no beginning ("before 2024").
        last: Last day, inclusive; None where it has no end ("since March").
        words: How the question puts it.
        counted_from: Day of the newest article, where "last week" is counted from it and not from the day of the
            question, which is long after.
        or_else: The other day that 3/4/2026 may be.
    """

    first: date | None
    last: date | None
    words: str
    counted_from: date | None = None
    or_else: date | None = None

    @property
    def length(self) -> timedelta:
        """How long it lasts; for ever where it has no beginning or no end."""
        if not self.first or not self.last:
            return timedelta.max
        return self.last - self.first + timedelta(days=1)

    def holds(self, day: date | None) -> bool:
        """Says whether a day lies in it; an unknown day never does."""
        return day is not None and (self.first or day) <= day <= (self.last or day)


@dataclass(frozen=True, slots=True)
class Order:
    """An order by date that a question asks for.

    Attributes:
        newest: Whether the newest comes first, else the oldest.
        words: How the question puts it.
        until: The day of the question: an article that is dated later is dated wrongly.
    """

    newest: bool
    words: str
    until: date


@dataclass(frozen=True, slots=True)
class Filters:
    """What the user fixed: nothing outside is searched.

    Attributes:
        outlets: Display names of outlets; empty means all.
        without_outlets: Display names of outlets to leave out.
        authors: Names of authors as articles give them; an article of any of them passes. Empty means all.
        since: First day of publication, inclusive. An article without a date never passes a date filter.
        until: Last day of publication, inclusive.
        exclude: Ids of articles to leave out.
        unread: Outlets, periods, orders and what an inquiry was told by that are words of the question like any other,
            and other forms of its words that are not searched for: the user said that they are not meant.
        conditions: What articles must hold or be beside that.
    """

    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    exclude: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    without_outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()

    def __post_init__(self) -> None:
        """Raises BadQuestion where the last day lies before the first."""
        if self.since and self.until and self.until < self.since:
            raise BadQuestion(f"The last day, {self.until}, lies before the first, {self.since}. Swap the two.")

    @property
    def selection(self) -> Selection:
        """Which articles they leave to be searched."""
        return Selection(
            self.outlets, self.without_outlets, self.authors, self.since, self.until, self.exclude, self.conditions
        )


@dataclass(frozen=True, slots=True)
class Facet:
    """What a question asks of an outlet where it names it.

    Attributes:
        outlet: Display name of the outlet.
        text: The part of the subject that speaks of it; the whole subject when the question names no other, or the
            part says too little.
        times: The words of the periods, and of the order by date, that this part names.
    """

    outlet: str
    text: str
    times: tuple[str, ...] = ()


class Asks(StrEnum):
    """What a question wants to know of the articles that hold some words; all of it stands in one list of them."""

    COUNT = "count"
    OFTEN = "often"  # how many times the words stand there
    OUTLETS = "outlets"
    SILENT = "silent"  # outlets that have none
    AUTHORS = "authors"
    LIST = "list"
    SUMMARY = "summary"
    NEW = "new"
    FIRST = "first"
    LAST = "last"
    EXISTS = "exists"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What a question asks of the collection itself: how many articles, which, of whom.

    Attributes:
        asks: What it wants to know of them.
        words: The words that they are to hold, as the question puts them; empty for all articles.
        put: The rest of the question, by which it was told.
        outlets: Display names of the outlets that it restricts itself to; empty means all.
        without_outlets: Display names of those that it leaves out.
        periods: The times of publication that it restricts itself to; empty means all.
        authors: The authors that it restricts itself to, as it names them; empty means all.
    """

    asks: Asks
    words: str = ""
    put: str = ""
    outlets: tuple[str, ...] = ()
    without_outlets: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    authors: tuple[str, ...] = ()

    def admits(self, outlet: str, published: date | None, authors: Iterable[str] = ()) -> bool:
        """Says whether it is about articles of an outlet, a day and some authors."""
        of_outlet = outlet in self.outlets if self.outlets else outlet not in self.without_outlets
        if not of_outlet or (self.periods and not any(period.holds(published) for period in self.periods)):
            return False
        names = [set(map(squash, author.split())) for author in authors]
        wanted = [set(map(squash, author.split())) for author in self.authors]
        return not wanted or any(one <= name for one in wanted for name in names)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whose words a question asks for.

    Attributes:
        name: As the question names him: "Boris Ahl", "the mayor".
        lists: Whether all of his words are asked for, rather than what he says of something.
    """

    name: str
    lists: bool = False


@dataclass(frozen=True, slots=True)
class Also:
    """Another form of words of a question, which is searched for and counts as these words.

    Attributes:
        words: The words as the question has them.
        other: The other form.
        why: ``"acronym"``, ``"spelling"``, ``"slip"`` (no article holds the words), or ``"synonym"``.
    """

    words: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked and as understood.

    Attributes:
        asked: The user's own words.
        text: `asked` without operators.
        phrases: Quoted phrases, without their quotation marks.
        facets: One for each place where the question names an outlet: a boost, not a filter.
        periods: Days and periods that the question names: a boost, not a filter, as they may be those of the topic.
        filters: What the user fixed.
        carried: The questions before that this one leans on, the last one first; empty for one that stands alone.
        leaning: How far they pull its meaning, against its own as 1.
        order: The order by date that it asks for: a boost, too.
        subject: What it is about, apart from outlets, authors, times and words about the collection: what is searched
            for and judged. `text` where it is not given.
        authors: Names of the authors whose articles it asks for: a boost, not a filter.
        inquiry: What it asks of the collection itself; None for a question that passages answer.
        inherited: Words of the periods and of the order, and names of the outlets and of the speaker, that it has from
            the questions before.
        speaker: Whose words it asks for: a boost, too.
        also: Other forms of words of the subject.
        instead: Words for slips in quoted phrases, which are meant as they stand: offered, not searched for.
        newer_from: The day from which the age of articles is counted, and newer ones are preferred; None where they are
            not: the question is about the past, or its articles are all of much the same time.
    """

    asked: str
    text: str
    phrases: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    periods: tuple[Period, ...] = ()
    filters: Filters = field(default_factory=Filters)
    carried: tuple[str, ...] = ()
    leaning: float = 0.0
    order: Order | None = None
    subject: str = ""
    authors: tuple[str, ...] = ()
    inquiry: Inquiry | None = None
    inherited: tuple[str, ...] = ()
    speaker: Speaker | None = None
    also: tuple[Also, ...] = ()
    instead: tuple[Also, ...] = ()
    newer_from: date | None = None

    def __post_init__(self) -> None:
        """Takes all of the text for the subject where none is given."""
        if not self.subject:
            object.__setattr__(self, "subject", self.text)

    @property
    def times(self) -> tuple[str, ...]:
        """The words of the periods that it names, and of the order that it asks for."""
        return (*(period.words for period in self.periods), *((self.order.words,) if self.order else ()))

    @property
    def outlets(self) -> tuple[str, ...]:
        """Display names of the outlets that the question names."""
        return tuple(dict.fromkeys(facet.outlet for facet in self.facets))

    @property
    def turns_to_outlets(self) -> bool:
        """Whether it asks an outlet what was asked before, and nothing else: "And the Ostrand Post?"."""
        return bool(self.facets) and self.subject in self.carried and not set(self.outlets) & set(self.inherited)
