"""The self-check of the index of vectors: how much of what the exact search finds it finds, and what that takes."""

from dataclasses import dataclass

import lance
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from index.lance.table import vectors_of

QUESTIONS = 200
HITS = 80  # of each, as many as a question looks at
TARGET = 0.97
REFINED = 2  # times the hits are compared by their whole vectors
FEWEST_PROBES = 16
# Length of what is added to a vector of length 1 to make a question of it: then both have a cosine of .45, as questions
# and the passages nearest to them have, and as much is found as of 200 real questions (benchmarks/README.md).
_NOISE = 2.0


@dataclass(frozen=True, slots=True)
class Probes:
    """How many partitions of the index a question looks into.

    Attributes:
        count: How many.
        recall: Part of the hits of the exact search that are found so, 0 to 1.
    """

    count: int
    recall: float


def enough_probes(dataset: lance.LanceDataset, partitions: int) -> Probes:
    """Finds out how many partitions to look into: twice as many until enough is found."""
    questions = _questions(dataset)
    exact = _exact(dataset, questions)
    count = min(FEWEST_PROBES, partitions)
    while (recall := _recall(dataset, questions, exact, count)) < TARGET and count < partitions:
        count = min(2 * count, partitions)
    return Probes(count, recall)


def thoroughness(probes: int) -> dict[str, int]:
    """Returns how the index is searched, for `lance.LanceDataset.to_table`."""
    return {"nprobes": probes, "refine_factor": REFINED}


def _questions(dataset: lance.LanceDataset) -> NDArray[np.float32]:
    """Returns what is near to passages, as questions are, shape (questions, dimension)."""
    chance, rows = np.random.default_rng(0), dataset.count_rows()
    at = np.sort(chance.choice(rows, min(QUESTIONS, rows), replace=False))
    vectors = vectors_of(dataset.take(at, columns=["vector"]))
    noise = chance.normal(size=vectors.shape)
    moved = vectors + _NOISE * noise / np.linalg.norm(noise, axis=1, keepdims=True)
    questions: NDArray[np.float32] = (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)
    return questions


def _exact(dataset: lance.LanceDataset, questions: NDArray[np.float32]) -> list[set[int]]:
    """Returns the rows nearest to each question. All are compared at once: Lance would read the vectors for each."""
    scores = np.empty((len(questions), 0), dtype=np.float32)
    rows = np.empty((len(questions), 0), dtype=np.int64)
    for batch in dataset.to_batches(columns=["row", "vector"]):
        found = pa.Table.from_batches([batch])
        scores = np.hstack([scores, questions @ vectors_of(found).T])
        rows = np.hstack([rows, np.broadcast_to(found["row"].to_numpy(), (len(questions), len(found)))])
        if scores.shape[1] > HITS:
            best = np.argpartition(-scores, HITS, axis=1)[:, :HITS]
            scores, rows = np.take_along_axis(scores, best, 1), np.take_along_axis(rows, best, 1)
    return [set(one) for one in rows.tolist()]


def _recall(dataset: lance.LanceDataset, questions: NDArray[np.float32], exact: list[set[int]], probes: int) -> float:
    shares = []
    for question, wanted in zip(questions, exact, strict=True):
        asked = {"column": "vector", "q": question, "k": HITS, "metric": "dot", **thoroughness(probes)}
        found = dataset.to_table(columns=["row", "_distance"], nearest=asked)
        shares.append(len(wanted.intersection(found["row"].to_pylist())) / len(wanted))
    return float(np.mean(shares))
