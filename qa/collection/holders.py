"""Which articles hold the words of an inquiry: every one of them, found where its words stand, and counted."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, reduce

import numpy as np

from corpus.text import squash
from index.catalog import Catalog
from index.catalog.lists import Among, OutletCount, count_by_author, count_by_outlet, count_undated
from index.catalog.matching import Numbers
from index.generation import IndexSnapshot
from index.places.places import distinct
from index.search import Selection, terms
from index.search.condition import Any, Author, Condition, Not, Outlet, Published
from qa.collection.held import Held, find_held
from qa.collection.wanted import Reading, Wanted, in_capitals, pattern, read_wanted
from qa.listing import Share, Sought, Where
from qa.question import Inquiry

_A_NAME = 0.5  # share of the articles with "A" and "B" that have "A and B", from which that is one name
_NONE: Numbers = np.empty(0, dtype=np.int64)


@dataclass(frozen=True)
class Holders:
    """The articles that hold the words of an inquiry, by their numbers, rising.

    Attributes:
        inquiry: The inquiry.
        sought: The words, and how they were compared.
        searched: The articles that were looked at.
        text: Those with the words in their text, word for word.
        headline: Those with them in the headline alone.
        forms: The others with all of the words in any form and in any place.
        mentions: How many times the words stand in the texts.
        other_case: How many hold them in other capitals or small letters than they were asked for.
        undated: How many articles were not looked at, as their day is not known and a time was asked for.
    """

    inquiry: Inquiry
    sought: Sought
    searched: Among
    text: Numbers
    headline: Numbers
    forms: Numbers
    mentions: int
    other_case: int
    undated: int

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What finds each of the phrases."""
        return tuple(pattern(phrase, cased=self.sought.capitals) for phrase in self.sought.phrases)

    @cached_property
    def word_for_word(self) -> Numbers:
        """Those with the words as such, in the text or in the headline."""
        return np.sort(np.concatenate((self.text, self.headline)), kind="stable")

    @cached_property
    def exact(self) -> Among:
        """The same, to be listed."""
        return self._among(self.word_for_word)

    @cached_property
    def in_forms(self) -> Among:
        """Those with the words in any form."""
        return self._among(self.forms)

    @property
    def listed(self) -> Among:
        """All of them."""
        return self._among(np.sort(np.concatenate((self.text, self.headline, self.forms)), kind="stable"))

    @cached_property
    def outlets(self) -> tuple[Share, ...]:
        """The outlets of those that hold the words as such, if any do, else in any form."""
        return shares((one.outlet, one.articles) for one in self._by_outlet)

    @cached_property
    def authors(self) -> tuple[Share, ...]:
        """The authors of the same."""
        return shares((name, articles) for name, articles in self._by_author.items() if name)

    @property
    def unsigned(self) -> int:
        """How many of the same name no author."""
        return self._by_author.get("", 0)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day of publication of the same."""
        first = min((one.first for one in self._by_outlet if one.first), default=None)
        return first, max((one.last for one in self._by_outlet if one.last), default=None)

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """The outlets that were looked at and have none."""
        return tuple(sorted({one.outlet for one in self._searched} - {share.name for share in self.outlets}))

    @property
    def searched_count(self) -> int:
        """How many articles were looked at."""
        return sum(one.articles for one in self._searched)

    def where(self, number: int) -> Where:
        """Says where an article of the list holds the words."""
        if _has(self.text, number):
            return Where.TEXT
        return Where.HEADLINE if _has(self.headline, number) else Where.FORMS

    @cached_property
    def _searched(self) -> list[OutletCount]:
        return count_by_outlet(self.searched)

    @cached_property
    def _by_outlet(self) -> list[OutletCount]:
        return count_by_outlet(self._counted)

    @cached_property
    def _by_author(self) -> dict[str, int]:
        return count_by_author(self._counted)

    @property
    def _counted(self) -> Among:
        return self.exact if len(self.text) or len(self.headline) else self.in_forms

    def _among(self, numbers: Numbers) -> Among:
        return Among(self.searched.catalog, numbers=numbers) if self.inquiry.words else self.searched


def find_holders(inquiry: Inquiry, selection: Selection, snapshot: IndexSnapshot) -> Holders:
    """Finds the articles that an inquiry is about.

    The index of passages is asked for other forms alone: it leaves out lines which an outlet repeats, and knows no
    capitals.

    Args:
        inquiry: The inquiry; without words, all articles are meant.
        selection: Where to look, beside what the inquiry says itself.
        snapshot: The index.
    """
    catalog = snapshot.catalog
    within = _within(inquiry, selection, catalog)
    searched, everywhere = Among(catalog, within), Among(catalog, selection)
    undated = count_undated(everywhere) if inquiry.periods else 0
    numbers = catalog.numbers(within)
    if not inquiry.words:
        return Holders(inquiry, Sought(), searched, numbers, _NONE, _NONE, 0, 0, undated)
    wanted = read_wanted(inquiry.words)
    scan = _word_for_word(wanted, numbers, catalog)
    sought = Sought(scan.reading.phrases, scan.reading.either, scan.capitals, wanted.forms)
    return Holders(
        inquiry,
        sought,
        searched,
        scan.text,
        scan.headline,
        _in_any_form(sought, np.setdiff1d(numbers, scan.found, assume_unique=True), snapshot),
        scan.mentions,
        scan.other_case,
        undated,
    )


def _within(inquiry: Inquiry, selection: Selection, catalog: Catalog) -> Selection:
    """Adds to a selection what an inquiry says itself."""
    conditions: list[Condition] = []
    if inquiry.outlets:
        conditions.append(Any(tuple(map(Outlet, inquiry.outlets))))
    elif inquiry.without_outlets:
        conditions.append(Not(Any(tuple(map(Outlet, inquiry.without_outlets)))))
    if inquiry.periods:
        conditions.append(Any(tuple(Published(period.first, period.last) for period in inquiry.periods)))
    if inquiry.authors:
        wanted = [set(map(squash, author.split())) for author in inquiry.authors]
        named = (name for name in catalog.authors() if any(one <= set(map(squash, name.split())) for one in wanted))
        conditions.append(Any(tuple(map(Author, named))))
    return replace(selection, conditions=(*selection.conditions, *conditions))


def _word_for_word(wanted: Wanted, searched: Numbers, catalog: Catalog) -> "_Scan":
    """Finds the articles with the words as such; where they may be one phrase or several, what fits the articles."""
    scans = [_Scan(reading, searched, catalog) for reading in (wanted.whole, wanted.parts) if reading]
    return scans[0] if len(scans) == 1 or len(scans[0].found) >= _A_NAME * max(1, len(scans[1].found)) else scans[1]


class _Scan:
    """What the articles hold of one reading."""

    def __init__(self, reading: Reading, searched: Numbers, catalog: Catalog) -> None:
        self.reading = reading
        self.capitals = tuple(word for phrase in reading.phrases for word in in_capitals(phrase))
        held = [find_held(phrase, self.capitals, catalog) for phrase in reading.phrases]

        def having(part: Callable[[Held], Numbers]) -> Numbers:
            join = np.union1d if reading.either else np.intersect1d
            found = reduce(join, (distinct(part(one)) for one in held))
            return found[np.isin(found, searched)]

        self.text = having(lambda one: one.text)
        self.found = having(lambda one: np.union1d(one.text, one.title))
        self.headline = np.setdiff1d(self.found, self.text, assume_unique=True)
        self.mentions = sum(int(np.isin(one.text, self.text).sum()) for one in held)
        if self.capitals:
            self.other_case = len(np.setdiff1d(having(lambda one: one.any_case), self.found, assume_unique=True))
        else:
            self.other_case = len(self.text) - len(having(lambda one: one.as_asked))


def _in_any_form(sought: Sought, others: Numbers, snapshot: IndexSnapshot) -> Numbers:
    """Finds those of some articles that hold all words which tell something, in any form and anywhere in the text."""
    if sought.either or not sought.forms:
        return _NONE
    words, catalog = snapshot.lexical, snapshot.catalog
    for term in sorted(dict.fromkeys(terms(" ".join(sought.forms))), key=words.frequency):
        held = catalog.numbers_of_rows(words.rows_with(term))
        others = np.intersect1d(others, held, assume_unique=True)
    if len(others) and sought.capitals:
        others = _Scan(Reading(sought.capitals), others, catalog).text
    return others


def _has(numbers: Numbers, one: int) -> bool:
    at = np.searchsorted(numbers, one)
    return bool(at < len(numbers) and numbers[at] == one)


def shares(counts: Iterable[tuple[str, int]]) -> tuple[Share, ...]:
    """Returns what each outlet or author has, most first."""
    return tuple(Share(name, number) for name, number in sorted(counts, key=lambda one: (-one[1], one[0])))
