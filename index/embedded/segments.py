"""The vectors of a generation, in segments that are written once and searched as one.

A refresh writes the vectors that are new as a segment beside the old ones, which are linked, and what was removed as a
list; when there are many segments the small ones become one, so that all work follows the change.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.disk.link import link
from index.embedded.dense import NONE, DenseIndex
from index.errors import CorruptIndex
from index.search import Hit

FIRST_SEGMENT = "000000.faiss"
REMOVED_NAME = "removed.npy"
MOST_SEGMENTS = 8


class Segments:
    """Vectors by row, of the segments in a folder but for those that were removed."""

    def __init__(self, parts: Sequence[DenseIndex], removed: NDArray[np.int64]) -> None:
        """Joins segments, none of which has a row of another one.

        Args:
            parts: The segments, one at least.
            removed: Rows of them that do not count.
        """
        self._parts = parts
        self._removed = removed

    @classmethod
    def open(cls, folder: Path) -> "Segments":
        """Opens the segments in a folder.

        Raises:
            CorruptIndex: When one is missing, damaged, or another kind of index.
        """
        parts = [DenseIndex.read(path) for path in _segments(folder)]
        if not parts:
            raise CorruptIndex(folder, "holds no vectors")
        return cls(parts, _removed(folder))

    def __len__(self) -> int:
        """Returns the number of vectors."""
        return sum(map(len, self._parts)) - len(self._removed)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._parts[0].dimension

    def vectors(self, rows: NDArray[np.int64] | Sequence[int]) -> NDArray[np.float32]:
        """Returns the vectors of rows, shape (len(rows), dimension)."""
        wanted = np.asarray(rows, dtype=np.int64)
        found = np.empty((len(wanted), self.dimension), dtype=np.float32)
        for part in self._parts:
            here = part.holds(wanted)
            found[here] = part.vectors(wanted[here])
        return found

    def search(self, vector: NDArray[np.float32], limit: int, rows: NDArray[np.int64] | None = None) -> list[Hit]:
        """Finds the nearest rows; see `index.embedded.dense.DenseIndex`."""
        hits = [hit for part in self._parts for hit in part.search(vector, limit, rows, self._removed)]
        return sorted(hits, key=lambda hit: -hit.score)[:limit]


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
    if len(kept) >= MOST_SEGMENTS:
        large = _large(kept)
        kept, fresh = kept[:large], _joined(kept[large:], fresh)
    held = sum(path.stat().st_size for path in kept) // (4 * fresh.dimension + 8)
    if len(fresh) >= held or 4 * len(removed) > held:
        kept, fresh = [], _joined(kept, fresh)
        fresh.remove(removed)
        removed = removed[:0]
    number = 1 + max((int(path.stem) for path in kept), default=-1)
    for path in kept:
        link(path, new / path.name)
    if len(fresh) or not kept:
        fresh.save(new / f"{number:06d}.faiss")
    if len(removed):
        np.save(new / REMOVED_NAME, removed)


def _large(paths: Sequence[Path]) -> int:
    """Returns how many of some segments stay as they are: each that is larger than all smaller ones together.

    So a vector is written again only when what it is joined with has doubled, however many there are.

    Args:
        paths: The segments, the largest first.
    """
    smaller = 0
    for number, path in reversed([*enumerate(paths, start=1)]):
        size = path.stat().st_size
        if size > smaller and number <= MOST_SEGMENTS // 2:
            return number
        smaller += size
    return 0


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
        return NONE
    try:
        removed: NDArray[np.int64] = np.load(path, allow_pickle=False)
    except (OSError, ValueError) as error:
        raise CorruptIndex(path, f"cannot be read: {error}") from error
    return removed
