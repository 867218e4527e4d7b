"""The index of meanings: FAISS over the vectors of all chunks."""

from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import CorruptIndex
from index.search.hit import Hit

# One search gains nothing from a second thread, and two at once with two threads each take twice as long.
faiss.omp_set_num_threads(1)


class DenseIndex:
    """Vectors by row, searched exactly by inner product (cosine, as all vectors have length 1).

    Adding and removing keeps every other row's id, so an update touches only what changed.
    """

    def __init__(self, index: faiss.Index) -> None:
        """Wraps a FAISS index that maps ids (`faiss.IndexIDMap2` over `faiss.IndexFlatIP`)."""
        self._index = index

    @classmethod
    def create(cls, dimension: int) -> "DenseIndex":
        """Makes an empty index of vectors of the given length."""
        return cls(faiss.IndexIDMap2(faiss.IndexFlatIP(dimension)))

    @classmethod
    def open(cls, path: Path) -> "DenseIndex":
        """Reads an index from a file.

        Raises:
            CorruptIndex: When the file is missing, damaged, or holds another kind of index.
        """
        try:
            index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise CorruptIndex(path, "cannot be read") from error
        if not isinstance(index, faiss.IndexIDMap2):
            raise CorruptIndex(path, "holds another kind of index")
        return cls(index)

    def save(self, path: Path) -> None:
        """Writes the index to a file (not synced)."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        """Returns the number of vectors."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    def add(self, rows: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Adds vectors.

        Args:
            rows: Ids, shape (n,), none of them in the index yet.
            vectors: Shape (n, dimension), float32, rows of length 1.
        """
        self._index.add_with_ids(np.ascontiguousarray(vectors), rows)

    def remove(self, rows: NDArray[np.int64]) -> None:
        """Removes rows; ids that are not there are ignored."""
        if len(rows):
            self._index.remove_ids(faiss.IDSelectorBatch(rows))

    def vectors(self, rows: NDArray[np.int64] | Sequence[int]) -> NDArray[np.float32]:
        """Returns the vectors of rows, shape (len(rows), dimension)."""
        return np.asarray(self._index.reconstruct_batch(np.asarray(rows, dtype=np.int64)), dtype=np.float32)

    def search(self, vector: NDArray[np.float32], limit: int, rows: NDArray[np.int64] | None = None) -> list[Hit]:
        """Finds the nearest rows.

        Args:
            vector: Shape (dimension,), float32, length 1.
            limit: Most hits to return.
            rows: Search only these; None searches all.

        Returns:
            Hits by falling cosine similarity (-1 to 1).
        """
        query = np.ascontiguousarray(vector.reshape(1, -1))
        if rows is None:
            scores, ids = self._index.search(query, limit)
        else:
            # The selector must stay referenced until the search returns.
            selector = faiss.IDSelectorBatch(rows)
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]  # the stub lacks its fields
            scores, ids = self._index.search(query, limit, params=parameters)
        return [Hit(int(row), float(score)) for row, score in zip(ids[0], scores[0], strict=True) if row >= 0]
