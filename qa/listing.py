"""The listing: which articles of the collection hold some words, counted and in order, each with a sentence of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qa.passage import Passage
from qa.question import Inquiry


class Where(StrEnum):
    """Where an article holds the words."""

    TEXT = "text"  # word for word
    HEADLINE = "headline"  # word for word, but in the headline alone
    FORMS = "forms"  # all of them in its text, in any form and in any place


@dataclass(frozen=True, slots=True)
class Sought:
    """The words that articles were to hold.

    Attributes:
        phrases: Each word for word; none where all articles are listed.
        either: Whether one of the phrases is enough.
        capitals: Words of them that count only in capitals, as they are written.
        forms: The words that count in any form, where the phrases as such do not stand.
    """

    phrases: tuple[str, ...] = ()
    either: bool = False
    capitals: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the articles are of one outlet or author."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles hold the words. All counts but the last three are of those that hold them word for word.

    Attributes:
        articles: In the text.
        independent: The same, each text counted once, however many articles are copies of it.
        mentions: How many times the words stand in the texts.
        headline: In the headline alone.
        other_case: In other capitals or small letters than they were asked for.
        forms: Further articles that hold all of the words in any form.
        searched: Articles that were looked at.
        undated: Articles that were not, as their day is not known and a time was asked for.
    """

    articles: int = 0
    independent: int = 0
    mentions: int = 0
    headline: int = 0
    other_case: int = 0
    forms: int = 0
    searched: int = 0
    undated: int = 0

    @property
    def word_for_word(self) -> int:
        """Articles that hold the words as such, in the text or in the headline."""
        return self.articles + self.headline

    @property
    def listed(self) -> int:
        """Articles of the whole list."""
        return self.word_for_word + self.forms


@dataclass(frozen=True, slots=True)
class Row:
    """One article of the list.

    Attributes:
        quote: The sentence of it that holds the words best; its first where none does. The words are marked.
        where: Where it holds them.
    """

    quote: Passage
    where: Where


@dataclass(frozen=True, slots=True)
class Listing:
    """The articles of the collection that hold some words.

    Attributes:
        inquiry: What was asked.
        sought: The words, and how they were compared.
        counts: How many there are.
        outlets: Those with any, most first; of the articles that hold the words as such, if there are any.
        silent: Outlets that were looked at and have none.
        authors: The same for authors.
        unsigned: How many of these articles name no author.
        first: The earliest day of publication among them, None when no day is known.
        last: The latest.
        newest_first: The order of the rows; those that hold the words in any form come after all others, undated ones
            after dated ones.
        start: Number of the first row shown, from 0.
        rows: A page of the list.
    """

    inquiry: Inquiry
    sought: Sought
    counts: Counts
    outlets: tuple[Share, ...] = ()
    silent: tuple[str, ...] = ()
    authors: tuple[Share, ...] = ()
    unsigned: int = 0
    first: date | None = None
    last: date | None = None
    newest_first: bool = True
    start: int = 0
    rows: tuple[Row, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether it holds articles with the words as such, and so answers for certain."""
        return self.counts.word_for_word > 0

    @property
    def in_forms_from(self) -> int | None:
        """Number of the first row that holds the words in other forms, from 0; None where nothing stands before it."""
        return self.counts.word_for_word if self.is_exact and self.counts.forms else None


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is shown.

    Attributes:
        start: Number of its first row, from 0.
        rows: How many rows at most; None for all.
        newest_first: The order of the list by date; None for what is asked: the oldest first where the first article
            is wanted.
        only: Ids of the articles that it shows, in the order of the list; None for any.
    """

    start: int = 0
    rows: int | None = 20
    newest_first: bool | None = None
    only: tuple[str, ...] | None = None


FIRST_PAGE = Page()
