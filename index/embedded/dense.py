"""Vectors in FAISS, searched exactly."""

from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import CorruptIndex
from index.search import Hit

NONE = np.empty(0, dtype=np.int64)

# One search gains nothing from a second thread, and two at once with two threads each take twice as long.
faiss.omp_set_num_threads(1)


class DenseIndex:
    """Vectors by row, searched exactly by inner product (cosine, as all vectors have length 1)."""

    def __init__(self, index: faiss.Index) -> None:
        """Wraps a FAISS index that maps ids (`faiss.IndexIDMap` over `faiss.IndexFlatIP`)."""
        self._index = index
        self._by_row: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None

    @classmethod
    def create(cls, dimension: int) -> "DenseIndex":
        """Makes an empty index of vectors of the given length."""
        return cls(faiss.IndexIDMap(faiss.IndexFlatIP(dimension)))

    @classmethod
    def read(cls, path: Path) -> "DenseIndex":
        """Opens a file, of which only what is looked at gets into memory, and what others look at is there once.

        Raises:
            CorruptIndex: When the file is missing, damaged, or holds another kind of index.
        """
        try:
            index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise CorruptIndex(path, "cannot be read") from error
        if not isinstance(index, faiss.IndexIDMap):  # or one that finds its rows by itself, of an earlier version
            raise CorruptIndex(path, "holds another kind of index")
        return cls(index)

    def save(self, path: Path) -> None:
        """Writes the index to a file (not synced).

        Raises:
            OSError: It cannot be written.
        """
        # Not by the name of the file: what FAISS cannot write as it closes one is lost without an error.
        with path.open("wb") as file:
            writer = faiss.PyCallbackIOWriter(file.write)  # type: ignore[attr-defined]  # the stub lacks it
            faiss.write_index(self._index, writer)

    def __len__(self) -> int:
        """Returns the number of vectors."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    @property
    def rows(self) -> NDArray[np.int64]:
        """The ids, in the order in which they were added, shape (n,)."""
        return np.array(
            faiss.vector_to_array(self._index.id_map),  # type: ignore[attr-defined]  # of IndexIDMap, which the stub lacks
            dtype=np.int64,
        )

    def holds(self, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Says of each of some rows whether it is there."""
        known, _ = self._places()
        if not len(known):
            return np.zeros(len(rows), dtype=bool)
        found: NDArray[np.bool_] = known[np.minimum(np.searchsorted(known, rows), len(known) - 1)] == rows
        return found

    def add(self, rows: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Adds vectors.

        Args:
            rows: Ids, shape (n,), none of them in the index yet.
            vectors: Shape (n, dimension), float32, rows of length 1.
        """
        self._index.add_with_ids(np.ascontiguousarray(vectors), rows)
        self._by_row = None

    def take(self, other: "DenseIndex") -> None:
        """Adds the vectors of another index."""
        if len(other):
            self.add(other.rows, other.vectors(other.rows))

    def remove(self, rows: NDArray[np.int64]) -> None:
        """Removes rows; ids that are not there are ignored."""
        if len(rows):
            self._index.remove_ids(faiss.IDSelectorBatch(rows))
            self._by_row = None

    def vectors(self, rows: NDArray[np.int64] | Sequence[int]) -> NDArray[np.float32]:
        """Returns the vectors of rows, all of which are there, shape (len(rows), dimension)."""
        known, places = self._places()
        at = places[np.searchsorted(known, np.asarray(rows, dtype=np.int64))]
        return np.asarray(self._index.index.reconstruct_batch(at), dtype=np.float32)  # type: ignore[attr-defined]

    def search(
        self,
        vector: NDArray[np.float32],
        limit: int,
        rows: NDArray[np.int64] | None = None,
        without: NDArray[np.int64] = NONE,
    ) -> list[Hit]:
        """Finds the nearest rows.

        Args:
            vector: Shape (dimension,), float32, length 1.
            limit: Most hits to return.
            rows: Search only these; None searches all.
            without: Where all are searched, these are not.

        Returns:
            Hits by falling cosine similarity (-1 to 1).
        """
        query = np.ascontiguousarray(vector.reshape(1, -1))
        if rows is None and not len(without):
            scores, ids = self._index.search(query, limit)
        else:
            # The selectors must stay referenced until the search returns.
            batch = faiss.IDSelectorBatch(without if rows is None else rows)
            selector = faiss.IDSelectorNot(batch) if rows is None else batch
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]  # the stub lacks its fields
            scores, ids = self._index.search(query, limit, params=parameters)
        return [Hit(int(row), float(score)) for row, score in zip(ids[0], scores[0], strict=True) if row >= 0]

    def _places(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Returns all rows, rising, and where each one's vector is."""
        if self._by_row is None:
            order = np.argsort(self.rows, kind="stable")
            self._by_row = self.rows[order], order
        return self._by_row
