"""What the searches of a store find: vectors against an exact scan, words for comparison with another store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from benchmarks.scale.apart import apart
from benchmarks.scale.asking import Asked
from index.encode import load_encoder
from index.generation import IndexSnapshot
from index.settings import IndexSettings
from index.store import open_snapshot

BLOCK = 20_000  # rows whose vectors are compared at once
DEPTHS = (10, 80)
WORDS = 20  # first rows of a search of words

Places = tuple[tuple[str, int], ...]  # article and offset of each row


@dataclass(frozen=True, slots=True)
class Finding:
    """What the searches find.

    Attributes:
        recall: By depth, the share of the nearest rows of an exact scan that are found.
        vectors: Median seconds of a search of vectors.
        words: Median seconds of a search of words.
        first: For each question, where the first rows of the search of words stand.
    """

    recall: dict[int, float]
    vectors: float
    words: float
    first: tuple[Places, ...]


def measure_finding(index: Path, questions: Sequence[Asked]) -> Finding:
    """Searches for all questions in an index."""
    return apart(_find, index, questions)


def share_of_first(one: Finding, other: Finding) -> float:
    """Returns the mean share of the first rows of the search of words of one store that another has there too."""
    pairs = zip(one.first, other.first, strict=True)
    return fmean(len({*mine} & {*theirs}) / max(1, len(mine)) for mine, theirs in pairs)


def _find(_: float, index: Path, questions: Sequence[Asked]) -> Finding:
    texts = [question for question, _ in questions]
    vectors = load_encoder(IndexSettings()).encode(texts)
    snapshot = open_snapshot(index)
    found, seconds = [], []
    for vector in vectors:
        started = perf_counter()
        found.append([hit.row for hit in snapshot.dense.search(vector, max(DEPTHS))])
        seconds.append(perf_counter() - started)
    exact = _nearest(snapshot, vectors, max(DEPTHS))
    recall = {
        depth: fmean(
            len({*mine[:depth]} & {*true[:depth]}) / len(true[:depth]) for mine, true in zip(found, exact, strict=True)
        )
        for depth in DEPTHS
    }
    first, words = [], []
    for text in texts:
        started = perf_counter()
        rows = [hit.row for hit in snapshot.lexical.search(text, WORDS)]
        words.append(perf_counter() - started)
        chunks = snapshot.catalog.chunks(rows)
        first.append(tuple((chunks[row].article_id, chunks[row].start) for row in rows))
    return Finding(recall, median(seconds), median(words), tuple(first))


def _nearest(snapshot: IndexSnapshot, vectors: NDArray[np.float32], number: int) -> list[list[int]]:
    """Returns the rows nearest to each vector, by a look at all."""
    best = np.full((len(vectors), 0), 0, dtype=np.float32)
    rows = np.full((len(vectors), 0), 0, dtype=np.int64)
    for block in _blocks(snapshot):
        scores = np.hstack((best, vectors @ snapshot.dense.vectors(block).T))
        there = np.hstack((rows, np.broadcast_to(block, (len(vectors), len(block)))))
        order = np.argsort(-scores, axis=1, kind="stable")[:, :number]
        best, rows = np.take_along_axis(scores, order, axis=1), np.take_along_axis(there, order, axis=1)
    return [list(map(int, each)) for each in rows]


def _blocks(snapshot: IndexSnapshot) -> Iterator[NDArray[np.int64]]:
    rows = snapshot.catalog.all_rows()
    for start in range(0, len(rows), BLOCK):
        yield rows[start : start + BLOCK]
