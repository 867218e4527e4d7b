"""The index of meanings: FAISS over the vectors of all chunks, in segments that are written once.

A refresh writes the vectors that are new as a segment beside the old ones, which are linked, and what was removed as a
list; when there are many segments the small ones become one, so that all work follows the change.
"""

from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.disk.link import link
from index.errors import CorruptIndex
from index.search import Hit

REMOVED_NAME = "removed.npy"
MOST_SEGMENTS = 8

# One search gains nothing from a second thread, and two at once with two threads each take twice as long.
faiss.omp_set_num_threads(1)


class DenseIndex:
    """Vectors by row, searched exactly by inner product (cosine, as all vectors have length 1)."""

    def __init__(self, index: faiss.Index) -> None:
        """Wraps a FAISS index that maps ids (`faiss.IndexIDMap2` over `faiss.IndexFlatIP`)."""
        self._index = index

    @classmethod
    def create(cls, dimension: int) -> "DenseIndex":
        """Makes an empty index of vectors of the given length."""
        return cls(faiss.IndexIDMap2(faiss.IndexFlatIP(dimension)))

    @classmethod
    def open(cls, folder: Path) -> "DenseIndex":
        """Reads the segments in a folder as one index.

        Raises:
            CorruptIndex: When one is missing, damaged, or another kind of index.
        """
        segments = _segments(folder)
        if not segments:
            raise CorruptIndex(folder, "holds no vectors")
        index = cls.read(segments[0])
        for path in segments[1:]:
            index.take(cls.read(path))
        index.remove(_removed(folder))
        return index

    @classmethod
    def read(cls, path: Path) -> "DenseIndex":
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

    @property
    def rows(self) -> NDArray[np.int64]:
        """The ids, in the order in which they were added, shape (n,)."""
        return np.array(
            faiss.vector_to_array(self._index.id_map),  # type: ignore[attr-defined]  # of IndexIDMap2, which the stub lacks
            dtype=np.int64,
        )

    def add(self, rows: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Adds vectors.

        Args:
            rows: Ids, shape (n,), none of them in the index yet.
            vectors: Shape (n, dimension), float32, rows of length 1.
        """
        self._index.add_with_ids(np.ascontiguousarray(vectors), rows)

    def take(self, other: "DenseIndex") -> None:
        """Adds the vectors of another index."""
        if len(other):
            self.add(other.rows, other.vectors(other.rows))

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


def write_segments(old: Path | None, new: Path, fresh: DenseIndex, gone: NDArray[np.int64]) -> None:
    """Makes the folder of the vectors of a new generation.

    Args:
        old: Folder of the generation it starts from; None for none. It stays as it is.
        new: Folder to make.
        fresh: The vectors that are new, of rows that were never used.
        gone: Rows of the old generation that are removed, shape (n,).
    """
    new.mkdir()
    kept = sorted(_segments(old), key=lambda path: path.stat().st_size, reverse=True) if old else []
    removed = np.concatenate([_removed(old), gone]) if old else gone
    number = 1 + max((int(path.stem) for path in kept), default=-1)
    if len(kept) >= MOST_SEGMENTS:
        kept, fresh = kept[:1], _joined(kept[1:], fresh)  # the largest stays: what follows the change is small
    held = sum(path.stat().st_size for path in kept) // (4 * fresh.dimension + 8)
    if len(fresh) >= held or 4 * len(removed) > held:
        kept, fresh = [], _joined(kept, fresh)
        fresh.remove(removed)
        removed = removed[:0]
    for path in kept:
        link(path, new / path.name)
    if len(fresh) or not kept:
        fresh.save(new / f"{number:06d}.faiss")
    if len(removed):
        np.save(new / REMOVED_NAME, removed)


def _joined(paths: Sequence[Path], fresh: DenseIndex) -> DenseIndex:
    joined = DenseIndex.create(fresh.dimension)
    for path in paths:
        joined.take(DenseIndex.read(path))
    joined.take(fresh)
    return joined


def _segments(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.faiss"))


def _removed(folder: Path) -> NDArray[np.int64]:
    path = folder / REMOVED_NAME
    if not path.exists():
        return np.empty(0, dtype=np.int64)
    try:
        removed: NDArray[np.int64] = np.load(path, allow_pickle=False)
    except (OSError, ValueError) as error:
        raise CorruptIndex(path, f"cannot be read: {error}") from error
    return removed
