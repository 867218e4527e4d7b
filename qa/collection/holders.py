"""Which articles hold the words of an inquiry: every one of them, found in the texts themselves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.catalog import Catalog
from index.catalog.summary import ArticleSummary
from index.generation import IndexSnapshot
from index.search import terms
from index.search.selection import Selection
from qa.collection.wanted import Reading, Wanted, in_capitals, like, pattern, read_wanted
from qa.listing import Sought, Where
from qa.question import Inquiry

_A_NAME = 0.5  # share of the articles with "A" and "B" that have "A and B", from which that is one name


@dataclass(frozen=True, slots=True)
class Holder:
    """An article that holds the words.

    Attributes:
        article: The article.
        where: Where it holds them.
        mentions: How many times they stand in its text, word for word.
        other_case: Whether they stand in it only in other capitals than they were asked for.
    """

    article: ArticleSummary
    where: Where
    mentions: int = 0
    other_case: bool = False


@dataclass(frozen=True)
class Holders:
    """The articles that hold the words of an inquiry.

    Attributes:
        inquiry: The inquiry.
        sought: The words, and how they were compared.
        searched: The articles that were looked at.
        found: Those that hold them, in no order of their own.
        passed_over: How many hold them in other capitals or small letters than they were asked for, where those count.
        copies: Pairs of `found` that have the same text.
        undated: How many articles were not looked at, as their day is not known and a time was asked for.
    """

    inquiry: Inquiry
    sought: Sought
    searched: Sequence[ArticleSummary]
    found: Sequence[Holder]
    passed_over: int
    copies: frozenset[tuple[str, str]]
    undated: int = 0

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What finds each of the phrases."""
        return tuple(pattern(phrase, cased=self.sought.capitals) for phrase in self.sought.phrases)


def find_holders(inquiry: Inquiry, selection: Selection, snapshot: IndexSnapshot) -> Holders:
    """Finds the articles that an inquiry is about.

    The texts are read, not the index of words: that leaves out lines which an outlet repeats, and knows no capitals.

    Args:
        inquiry: The inquiry; without words, all articles are meant.
        selection: Where to look, beside what the inquiry says itself.
        snapshot: The index.
    """
    everything = snapshot.catalog.articles(selection)
    searched = [one for one in everything if inquiry.admits(one.outlet, one.published, one.authors)]
    if not inquiry.words:
        found: list[Holder] = [Holder(one, Where.TEXT) for one in searched]
        sought, passed_over = Sought(), 0
    else:
        wanted = read_wanted(inquiry.words)
        by_id = {one.article_id: one for one in searched}
        reading, found, passed_over = _word_for_word(wanted, by_id, snapshot.catalog)
        sought = Sought(reading.phrases, reading.either, _capitals(reading), wanted.forms)
        found += _in_any_form(sought, by_id, found, snapshot)
    copies = snapshot.catalog.copies_among(one.article.article_id for one in found)
    undated = sum(one.published is None for one in everything) if inquiry.periods else 0
    return Holders(inquiry, sought, searched, found, passed_over, frozenset(copies), undated)


def _word_for_word(
    wanted: Wanted, searched: Mapping[str, ArticleSummary], catalog: Catalog
) -> tuple[Reading, list[Holder], int]:
    """Finds the articles with the words as such; where they may be one phrase or several, what fits the articles."""
    readings = [reading for reading in (wanted.whole, wanted.parts) if reading]
    scans = [_Scan(reading, searched, catalog) for reading in readings]
    best = scans[0] if len(scans) == 1 or len(scans[0].found) >= _A_NAME * max(1, len(scans[1].found)) else scans[1]
    return best.reading, best.found, best.passed_over


class _Scan:
    """What the texts hold of one reading."""

    def __init__(self, reading: Reading, searched: Mapping[str, ArticleSummary], catalog: Catalog) -> None:
        self.reading = reading
        self.found: list[Holder] = []
        self.passed_over = 0
        self._phrases = [_Phrase(phrase, _capitals(reading)) for phrase in reading.phrases]
        self._enough = any if reading.either else all
        for article_id, text in catalog.texts_like(list(map(like, reading.phrases)), either=reading.either):
            if article := searched.get(article_id):
                self._look(article, text)

    def _look(self, article: ArticleSummary, text: str) -> None:
        held = [phrase.compared.findall(text) for phrase in self._phrases]
        if self._enough(held):
            self._found(article, Where.TEXT, held, sum(map(len, held)))
            return
        held = [
            words or phrase.compared.findall(article.title) for phrase, words in zip(self._phrases, held, strict=True)
        ]
        if self._enough(held):
            self._found(article, Where.HEADLINE, held)
        elif self._enough(phrase.any_case.search(text) for phrase in self._phrases):
            self.passed_over += 1

    def _found(self, article: ArticleSummary, where: Where, held: Sequence[Sequence[str]], mentions: int = 0) -> None:
        as_asked = self._enough(phrase.is_as_asked(words) for phrase, words in zip(self._phrases, held, strict=True))
        self.found.append(Holder(article, where, mentions, other_case=not as_asked))


class _Phrase:
    """What finds a phrase."""

    def __init__(self, phrase: str, capitals: tuple[str, ...]) -> None:
        self.compared = pattern(phrase, cased=capitals)
        self.any_case = pattern(phrase) if capitals else self.compared
        # Words without a capital are asked for in any; who writes one may mean the name and not the word.
        self._as_asked = pattern(phrase, cased=tuple(phrase.split())) if phrase != phrase.lower() else None

    def is_as_asked(self, words: Iterable[str]) -> bool:
        """Says whether one of some words that were found has the capitals that it was asked for with."""
        return any(map(self._as_asked.fullmatch, set(words))) if self._as_asked else True


def _capitals(reading: Reading) -> tuple[str, ...]:
    return tuple(word for phrase in reading.phrases for word in in_capitals(phrase))


def _in_any_form(
    sought: Sought, searched: Mapping[str, ArticleSummary], found: Iterable[Holder], snapshot: IndexSnapshot
) -> list[Holder]:
    """Finds the other articles that hold all words which tell something, in any form and anywhere in the text."""
    if sought.either or not sought.forms:
        return []
    holding = [
        snapshot.catalog.articles_of_rows(snapshot.lexical.rows_with(term))
        for term in dict.fromkeys(terms(" ".join(sought.forms)))
    ]
    held = set.intersection(*holding) & searched.keys() - {one.article.article_id for one in found}
    if held and sought.capitals:
        in_capitals = _Scan(Reading(sought.capitals), {one: searched[one] for one in held}, snapshot.catalog).found
        held = {one.article.article_id for one in in_capitals if one.where is Where.TEXT}
    return [Holder(searched[one], Where.FORMS) for one in held]
