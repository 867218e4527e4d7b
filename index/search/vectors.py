"""The search by meaning, whatever holds the vectors."""

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.search.hit import Hit
from index.search.selection import ALL, Selection


class Vectors(Protocol):
    """The vectors of the passages of one version of an index, and of their sentences. Threads may share it."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def __len__(self) -> int:
        """Returns the number of passages."""
        ...

    def search(self, vector: NDArray[np.float32], limit: int, selection: Selection = ALL) -> list[Hit]:
        """Finds the nearest rows.

        Args:
            vector: Shape (dimension,), float32, length 1.
            limit: Most hits to return.
            selection: Search only the articles that it selects.

        Returns:
            Hits by falling cosine similarity (-1 to 1).
        """
        ...

    def vectors(self, rows: NDArray[np.int64] | Sequence[int]) -> NDArray[np.float32]:
        """Returns the vectors of rows, which must exist, shape (len(rows), dimension)."""
        ...

    def sentences(self, rows: Iterable[int]) -> dict[int, NDArray[np.float32]]:
        """Returns for each row the vectors of its sentences in order, shape (n, dimension), rows of length 1."""
        ...
