"""Late chunking: parts of a text as vectors, by what the model makes of their word pieces inside the whole text."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def part_vectors(
    pieces: NDArray[np.float32], offsets: Sequence[tuple[int, int]], parts: Sequence[tuple[int, int]]
) -> NDArray[np.float32]:
    """Averages the word pieces of each part of a text.

    Args:
        pieces: The vector of each word piece of the text, shape (number of pieces, dimension).
        offsets: Where each piece stands in the text; special tokens are empty.
        parts: Spans of the text.

    Returns:
        Shape (number of parts, dimension), float32, rows of length 1. A part without a piece of its own, as behind the
        end of the model's window, gets the mean of all.
    """
    starts, ends = np.array(offsets, dtype=np.int64).reshape(-1, 2).T
    vectors = np.empty((len(parts), pieces.shape[1]), dtype=np.float32)
    for row, (start, end) in enumerate(parts):
        inside = (starts >= start) & (ends <= end) & (ends > starts)
        vectors[row] = (pieces[inside] if inside.any() else pieces).mean(axis=0)
    return of_length_one(vectors)


def of_length_one(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Returns vectors of the same directions and of length 1; one that is zero stays so."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
