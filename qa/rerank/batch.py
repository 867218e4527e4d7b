"""Several windows as one batch without padding: all their pieces in one row after the other.

Only attention needs windows apart, so it alone works on a padded grid, gathered out of the rows and put back; all other
layers see no piece that is not there. In the last layer nothing but the first piece of a window and its sentence is
asked for, so there the rest is left out.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.rerank.pieces import Sequenced

_OUTSIDE = -1e9  # added to the attention to what is padding

Inputs = dict[str, NDArray[np.int32] | NDArray[np.float32]]


def inputs_of(sequences: Sequence[Sequenced]) -> Inputs:
    """Returns what the graph takes but for the embeddings, by the names that `qa.rerank.graph.build` gives its inputs.

    Args:
        sequences: At least one.
    """
    lengths = np.array([len(one.pieces) for one in sequences])
    asked = np.array([1 + one.end - one.start for one in sequences])
    starts, firsts = _starts(lengths), _starts(asked)
    inside, grid = _grid(lengths, starts)
    asked_inside, asked_grid = _grid(asked, firsts)
    rows = [np.r_[start, start + one.start : start + one.end] for start, one in zip(starts, sequences, strict=True)]
    share = np.zeros((len(sequences), int(asked.sum())), dtype=np.float32)
    for number, (first, count) in enumerate(zip(firsts, asked, strict=True)):
        share[number, first + 1 : first + count] = 1 / max(1, count - 1)
    return {
        "mask": np.where(inside, 0, _OUTSIDE).astype(np.float32)[:, None, None, :],
        "grid": grid,
        "back": np.flatnonzero(inside).astype(np.int32),
        "asked": np.concatenate(rows).astype(np.int32),
        "asked_grid": asked_grid,
        "asked_back": np.flatnonzero(asked_inside).astype(np.int32),
        "first": firsts.astype(np.int32),
        "share": share,
    }


def _starts(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(lengths)[:-1]])


def _grid(lengths: NDArray[np.int64], starts: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.int32]]:
    """Returns a grid with a line for each window: which of its cells hold a row, and the number of that row, else 0."""
    cells = np.arange(int(lengths.max()))
    inside = cells < lengths[:, None]
    return inside, np.where(inside, starts[:, None] + cells, 0).astype(np.int32)
