"""Finds where words like those of a phrase stand close together, by the places of its rarest words: no text is read."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.catalog.matching import Numbers
from index.generation import IndexSnapshot
from index.places import Places, find_words, plain, written
from index.places.places import NOWHERE, PLACE_BITS, TITLE
from index.search import terms

_MOST_WORDS = 8  # that are looked up, the rarest first
_MOST_ROWS = 40_000  # passages that hold them, together: what is commoner tells little and costs much
_NEAR = 16  # places that are to be looked at closely
_SHIFT = 4  # words by which one may stand elsewhere than in the phrase, and a quarter of its length more


class Near(NamedTuple):
    """Where something like a phrase begins: the number of the article, and that of the word in it."""

    article: int
    place: int


def find_near(phrase: str, within: Numbers, snapshot: IndexSnapshot) -> list[Near]:
    """Finds the places where most of the rare words of a phrase stand in its order, or nearly.

    Args:
        phrase: The phrase.
        within: The numbers of the articles to look at, rising.
        snapshot: The index.

    Returns:
        A few dozen at most, the likeliest first. What stands there is to be compared with the phrase word by word.
    """
    found, weights = [NOWHERE], [np.empty(0)]
    for word, numbers in _rarest(phrase, snapshot):
        places = _places(word, within, snapshot)
        weight = np.log1p(len(snapshot.lexical) / max(1, len(places))) / len(numbers)
        # A phrase whose first words the article has not may seem to begin before it.
        found += [np.maximum(places - number, (places >> PLACE_BITS) << PLACE_BITS) for number in numbers]
        weights += [np.full(len(places), weight)] * len(numbers)
    begins = np.concatenate(found)
    order = np.argsort(begins, kind="stable")
    reach = _SHIFT + len(phrase.split()) // 4
    return list(_best(begins[order], np.concatenate(weights)[order], reach))


def _rarest(phrase: str, snapshot: IndexSnapshot) -> Iterator[tuple[str, list[int]]]:
    """Gives the rarest words of a phrase that articles hold, each with its numbers in the phrase."""
    numbers = defaultdict(list)
    for number, word in written(phrase):
        if word[0].isalnum():
            numbers[plain(word)].append(number)
    lexical = snapshot.lexical
    held = {word: min(map(lexical.frequency, terms(word)), default=len(lexical)) for word in numbers}
    rows = 0
    for word in sorted(held, key=held.__getitem__)[:_MOST_WORDS]:
        rows += held[word]
        if rows > _MOST_ROWS and rows > held[word]:
            return
        yield word, numbers[word]


def _places(word: str, within: Numbers, snapshot: IndexSnapshot) -> Places:
    [forms] = find_words(snapshot.catalog.select, within, [[word]])
    places = np.concatenate([NOWHERE, *forms.values()])
    found: Places = places[((places & TITLE) == 0) & np.isin(places >> PLACE_BITS, within)]
    return found


def _best(begins: Places, weights: NDArray[np.float64], reach: int) -> Iterator[Near]:
    """Yields the places from which on most weight lies within reach, each apart from those before it."""
    passed = np.concatenate([[0.0], np.cumsum(weights)])
    sums = passed[np.searchsorted(begins, begins + reach, "right")] - passed[:-1]
    taken: list[int] = []
    for at in np.argsort(-sums, kind="stable").tolist():
        begin = int(begins[at])
        if all(abs(begin - other) > reach for other in taken):
            taken.append(begin)
            yield Near(begin >> PLACE_BITS, begin & (TITLE - 1))
        if len(taken) == _NEAR:
            return
