"""The wordings of articles that are nearest to a phrase, compared with it word by word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from index.catalog.matching import Numbers
from index.generation import IndexSnapshot
from index.places import beginnings
from qa.language import content_terms
from qa.verbatim.alignment import Aligned, Pair, align
from qa.verbatim.near import Near, find_near
from qa.verbatim.words import Word, words_of

_BEYOND = 6  # places on either side of a likely one among which the phrase may lie, beside its own length
_COMMON = 0.5  # what a function word weighs, against 1 for another
_MOST_APART = 0.5  # of the weight of the phrase: what differs more is another matter
_KEPT = 20_000  # words whose weight is known
# What parts sentences, or what is quoted from what stands before it, and from what stands after it.
_BEFORE, _AFTER = re.compile(r"[.!?\n“]|\s[\"‘]"), re.compile(r"[.!?\n”]|[\"’]\s")


class Wording(NamedTuple):
    """What an article has in the place of a phrase.

    Attributes:
        article: The number of the article.
        words: Its words around the place.
        pairs: Which of them stand beside which of the phrase; the words of the article are one at least.
        cost: What the differences weigh; 0 where the words are the same.
    """

    article: int
    words: Sequence[Word]
    pairs: Sequence[Pair]
    cost: float

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the article's text."""
        places = [pair.given for pair in self.pairs if pair.given is not None]
        return self.words[places[0]].start, self.words[places[-1]].end


def find_wordings(phrase: str, asked: Sequence[Word], within: Numbers, snapshot: IndexSnapshot) -> list[Wording]:
    """Finds the wordings that are nearest to a phrase.

    Args:
        phrase: The phrase.
        asked: Its words.
        within: The numbers of the articles to look at, rising.
        snapshot: The index.

    Returns:
        Those that are as near as any; none where all differ in much of the phrase.
    """
    stretches = list(_stretches(phrase, find_near(phrase, within, snapshot), snapshot))
    weights = {
        word.key: _weight(word.key) for words in (asked, *(words for _, _, words in stretches)) for word in words
    }
    all_of_it = sum(weights[word.key] for word in asked)
    found = []
    for one in align(asked, [words for _, _, words in stretches], weights):
        if one.cost <= _MOST_APART * all_of_it:
            article, text, words = stretches[one.stretch]
            found.append(Wording(article, words, _apart(one, text, words, phrase, asked), one.cost))
    return found


def _stretches(phrase: str, near: Iterable[Near], snapshot: IndexSnapshot) -> Iterator[tuple[int, str, list[Word]]]:
    """Gives the article, its text and its words around each likely place."""
    length = len(beginnings(phrase))
    beyond = _BEYOND + length // 2
    places = defaultdict(list)
    for one in near:
        places[one.article].append(one.place)
    for article, _, text in snapshot.catalog.texts(np.array(sorted(places), dtype=np.int64)):
        begins = [*beginnings(text, max(places[article]) + length + beyond + 1), len(text)]
        for place in places[article]:
            first, last = max(0, place - beyond), min(len(begins) - 1, place + length + beyond)
            if words := words_of(text, begins[min(first, last)], begins[last]):
                yield article, text, words


@lru_cache(_KEPT)
def _weight(key: str) -> float:
    return 1.0 if content_terms(key) else _COMMON


def _apart(one: Aligned, text: str, words: Sequence[Word], phrase: str, asked: Sequence[Word]) -> list[Pair]:
    """Takes the words of other sentences, before and after what is the same, from beside those of the phrase."""
    same = [number for number, pair in enumerate(one.pairs) if _is_same(pair, words, asked)]
    if not same:
        return list(one.pairs)

    def is_beyond(number: int) -> bool:
        """Says whether the article's word stands in another sentence, where that of the phrase does not."""
        pair, kept = one.pairs[number], one.pairs[same[0] if number < same[0] else same[-1]]
        parts = _BEFORE if number < same[0] else _AFTER
        return _are_parted(parts, text, words, pair.given, kept.given) and not _are_parted(
            parts, phrase, asked, pair.asked, kept.asked
        )

    found = []
    for number, pair in enumerate(one.pairs):
        is_edge = not same[0] <= number <= same[-1]
        found.append(Pair(pair.asked, None) if is_edge and is_beyond(number) else pair)
    return [pair for pair in found if pair != (None, None)]


def _are_parted(parts: re.Pattern[str], text: str, words: Sequence[Word], one: int | None, other: int | None) -> bool:
    if one is None or other is None:
        return False
    first, last = sorted((one, other))
    return bool(parts.search(text, words[first].end, words[last].start))


def _is_same(pair: Pair, words: Sequence[Word], asked: Sequence[Word]) -> bool:
    return None not in pair and words[pair.given or 0].key == asked[pair.asked or 0].key
