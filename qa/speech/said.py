"""What was ever said: whether quoted words stand in the articles, where first, and else the nearest wording."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qa.listing import Share
from qa.passage import Highlight, Passage


class Differs(StrEnum):
    """In what a wording differs from another."""

    NUMBER = "number"
    NEGATION = "negation"
    DATE = "date"
    NAME = "name"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where an article has other words than were asked for.

    Attributes:
        differs: In what.
        asked: The words that were asked for; empty where the article has more.
        asked_at: Where in what was asked they begin, or would.
        start: Where in the article's text its own words begin.
        end: Where they end; the same where it has none here.
        given: The article's own words; empty where it has fewer.
    """

    differs: Differs
    asked: str
    asked_at: int
    start: int
    end: int
    given: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of an article, with who says them.

    Attributes:
        quote: The paragraph that they stand in, and as far as the sentence that names who says them; they are marked.
        speaker: Who, by the fullest name that the text gives him; empty where it does not tell.
        naming: The sentence that names him; None where there is none near.
        differences: Where they differ from the words that were asked for, in order; none where they are these.
    """

    quote: Passage
    speaker: str = ""
    naming: Highlight | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def words(self) -> Highlight:
        """The words themselves."""
        return self.quote.highlights[0]


@dataclass(frozen=True, slots=True)
class Said:
    """Whether quoted words of a question stand in the articles.

    Words are the same whatever marks, dashes and spaces stand between them, and whatever capitals and accents they
    have.

    Attributes:
        asked: The words, as the question quotes them.
        searched: How many articles were looked at.
        articles: In how many of them the words stand word for word, in the text.
        headlines: How many more have them in the headline alone.
        outlets: The outlets of both, most first, each with its number of articles.
        day: The first day on which one of them was published; None where no day is known.
        first: Where they stand in the text of the earliest of them; None where they stand in none.
        nearest: Where they stand in none, the wording that is nearest; None where nothing comes near.
    """

    asked: str
    searched: int
    articles: int = 0
    headlines: int = 0
    outlets: tuple[Share, ...] = ()
    day: date | None = None
    first: Statement | None = None
    nearest: Statement | None = None

    @property
    def stands(self) -> bool:
        """Whether the words stand anywhere."""
        return bool(self.articles or self.headlines)
