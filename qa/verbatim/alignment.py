"""Lays a phrase beside stretches of text, word by word, with the fewest differences."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.verbatim.words import Word

Costs = NDArray[np.float32]
_OTHER, _NOTHING = -1, -2  # in place of the number of a word: one that the phrase has not, and none at all


class Pair(NamedTuple):
    """A word of the phrase beside a word of the text, by their numbers; None where one of them has no fellow."""

    asked: int | None
    given: int | None


class Aligned(NamedTuple):
    """A phrase beside the part of a stretch that is nearest to it.

    Attributes:
        stretch: Number of the stretch.
        cost: What its differences weigh; 0 for the same words.
        pairs: The words, in order.
    """

    stretch: int
    cost: float
    pairs: tuple[Pair, ...]


def align(phrase: Sequence[Word], stretches: Sequence[Sequence[Word]], weights: Mapping[str, float]) -> list[Aligned]:
    """Lays a phrase beside the nearest of some stretches: all of the phrase, and of the stretch what is nearest to it.

    Args:
        phrase: The words of the phrase, one at least.
        stretches: The words of each stretch.
        weights: What a word that is missing, another one, or one too many weighs, by its key.

    Returns:
        The nearest, one for each stretch that is as near as any.
    """
    numbers: dict[str, int] = {}
    asked = [numbers.setdefault(word.key, len(numbers)) for word in phrase]
    longest = max(map(len, stretches), default=0)
    given = np.full((len(stretches), longest), _NOTHING)
    extra = np.full((len(stretches), longest), np.float32(len(phrase) + 1))
    for row, stretch in enumerate(stretches):
        given[row, : len(stretch)] = [numbers.get(word.key, _OTHER) for word in stretch]
        extra[row, : len(stretch)] = [weights[word.key] for word in stretch]
    missing = [weights[word.key] for word in phrase]
    table = _table(asked, given, missing, extra)
    costs = table[-1].min(axis=1)
    return [
        Aligned(
            row, float(costs[row]), tuple(_pairs(_of(table, row, stretches), asked, given[row], missing, extra[row]))
        )
        for row in np.flatnonzero(np.isclose(costs, costs.min(initial=np.inf))).tolist()
    ]


def _of(table: Sequence[Costs], row: int, stretches: Sequence[Sequence[Word]]) -> list[Costs]:
    """Returns the part of the table that is of one stretch."""
    return [costs[row, : len(stretches[row]) + 1] for costs in table]


def _table(asked: Sequence[int], given: NDArray[np.int_], missing: Sequence[float], extra: Costs) -> list[Costs]:
    """Returns for each beginning of the phrase what it costs to end at each place of each stretch."""
    passed = np.concatenate([np.zeros((len(given), 1), np.float32), np.cumsum(extra, axis=1)], axis=1)
    table = [np.zeros_like(passed)]
    for number, weight in zip(asked, missing, strict=True):
        before = table[-1]
        costs = before + np.float32(weight)
        other = np.where(given == _NOTHING, extra, np.float32(weight))
        beside = before[:, :-1] + np.where(given == number, np.float32(0), other)
        costs[:, 1:] = np.minimum(costs[:, 1:], beside)
        table.append(passed + np.minimum.accumulate(costs - passed, axis=1))
    return table


def _pairs(
    table: Sequence[Costs], asked: Sequence[int], given: NDArray[np.int_], missing: Sequence[float], extra: Costs
) -> list[Pair]:
    return list(reversed(list(_backwards(table, asked, given, missing, extra))))


def _backwards(
    table: Sequence[Costs], asked: Sequence[int], given: NDArray[np.int_], missing: Sequence[float], extra: Costs
) -> Iterator[Pair]:
    """Yields the pairs of the cheapest way through the table of one stretch, from its end."""
    last = table[-1]
    # The last of those that are as near: a last word that differs stands beside the article's own.
    at, place = len(asked), len(last) - 1 - int(last[::-1].argmin())
    while at:
        cost = table[at][place]
        if place:
            same = asked[at - 1] == given[place - 1]
            beside = 0.0 if same else missing[at - 1]
            if np.isclose(cost, table[at - 1][place - 1] + beside):
                at, place = at - 1, place - 1
                yield Pair(at, place)
                continue
            if np.isclose(cost, table[at][place - 1] + extra[place - 1]):
                place -= 1
                yield Pair(None, place)
                continue
        at -= 1
        yield Pair(at, None)
