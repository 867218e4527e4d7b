"""A reading of an index: one generation, and what is derived from it once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

from index.cache import SharedCache
from index.generation import Holdings, IndexSnapshot
from index.search import terms
from qa.ask import Ask
from qa.collection import Lists
from qa.find.found import Found
from qa.question import Question
from qa.retrieve import PassageCache
from qa.scope import AuthorNames, KnownAuthors, OutletNames
from qa.times import Days
from qa.times.calendar import is_month_first
from qa.times.periods import NUMERIC
from qa.understand import Operators, OtherForms, understand
from qa.understand.newer import prefer_newer

SEARCHES_KEPT = 32  # a few hundred kilobytes
_READ_FOR_ORDER = (200, 2000)  # articles, and code points of each: where the day stands in their dates


@dataclass(frozen=True)
class Reading:
    """One generation of an index, and what is derived from it once.

    Attributes:
        snapshot: The generation.
        holdings: What it holds.
        outlets: Names of its outlets.
        authors: Names of its authors.
        operators: What operators mean in it.
        forms: Other forms of words that it knows.
        passages: Its passages, kept from question to question.
        lists: Lists of its articles.
        recent: What was found lately.
    """

    snapshot: IndexSnapshot
    holdings: Holdings
    outlets: OutletNames
    authors: AuthorNames
    operators: Operators
    forms: OtherForms
    passages: PassageCache
    lists: Lists
    recent: SharedCache[Ask, Found]

    @classmethod
    def of(cls, snapshot: IndexSnapshot) -> Self:
        """Derives it from a generation."""
        holdings, catalog = snapshot.holdings(), snapshot.catalog
        outlets, authors = OutletNames(holdings.outlets, catalog.aliases()), catalog.authors()
        return cls(
            snapshot=snapshot,
            holdings=holdings,
            outlets=outlets,
            authors=_author_names(authors, outlets, snapshot),
            operators=Operators(outlets, KnownAuthors(authors), snapshot.words_beginning),
            forms=OtherForms(catalog, snapshot.lexical),
            passages=PassageCache(catalog, snapshot.dense),
            lists=Lists(snapshot),
            recent=SharedCache(SEARCHES_KEPT),
        )

    @cached_property
    def month_first(self) -> bool:
        """Whether its articles write the month before the day."""
        return is_month_first(self.snapshot.catalog.beginnings(*_READ_FOR_ORDER))

    def question(self, ask: Ask) -> Question:
        """Understands a question as one to this index.

        Raises:
            BadQuestion: The question or a filter cannot be read.
        """
        days = self.days(ask.today or date.today(), ask.question)
        question = self.forms.with_forms(understand(ask, self.outlets, days, self.operators, self.authors))
        return prefer_newer(question, days.today, self.holdings.first, days.latest)

    def days(self, today: date, question: str) -> Days:
        """Returns what the days of a question are counted from; an article that is dated in the future moves none."""
        latest = self.holdings.last
        future = latest is not None and latest > today
        month_first = bool(NUMERIC.search(question)) and self.month_first
        return Days(today, self.snapshot.catalog.newest(today) if future else latest, month_first)


def _author_names(authors: Iterable[str], outlets: OutletNames, snapshot: IndexSnapshot) -> AuthorNames:
    """Collects the authors but for outlets that sign as such."""
    lexical = snapshot.lexical
    names = (name for name in authors if outlets.resolve(name) is None)
    return AuthorNames(names, lambda word: any(lexical.frequency(term) for term in terms(word)))
