from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.embedded.segments import MOST_SEGMENTS, Segments, write_segments
from index.errors import CorruptIndex
from tests.index.embedded.test_dense import DIMENSION, filled, nearest, unit_vectors

CHANGES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=3 * MOST_SEGMENTS)


def gone(held: dict[int, NDArray[np.float32]], count: int, seed: int) -> NDArray[np.int64]:
    return np.random.default_rng(seed).permutation(np.array(sorted(held), dtype=np.int64))[:count]


@given(seed=st.integers(0, 10_000), base=st.integers(1, 80), changes=CHANGES)
def test_after_any_changes_the_rows_and_the_nearest_ones_are_those_of_one_index(
    seed: int, base: int, changes: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place, next_row = tmp_path_factory.mktemp("segments"), 0
    held: dict[int, NDArray[np.float32]] = {}
    folder: Path | None = None
    for number, (added, removed) in enumerate([(base, 0), *changes]):
        rows, vectors = np.arange(next_row, next_row + added, dtype=np.int64), unit_vectors(added, seed + number)
        lost = gone(held, removed, seed)
        new = place / str(number)
        write_segments(folder, new, filled(rows, vectors), lost)
        held |= dict(zip(rows.tolist(), vectors, strict=True))
        held = {row: vector for row, vector in held.items() if row not in lost}
        folder, next_row = new, next_row + added
    assert folder
    assert len(list(folder.glob("*.faiss"))) <= MOST_SEGMENTS + 1
    segments, query = Segments.open(folder), unit_vectors(1, seed + 99)[0]
    rows = np.array(sorted(held), dtype=np.int64)
    vectors = np.array([held[row] for row in rows.tolist()], dtype=np.float32).reshape(-1, DIMENSION)
    assert (len(segments), segments.dimension) == (len(held), DIMENSION)
    assert np.array_equal(segments.vectors(rows), vectors)
    assert [hit.row for hit in segments.search(query, 10)] == nearest(rows, vectors, query, 10)[0]
    some = rows[::2]
    assert [hit.row for hit in segments.search(query, 10, some)] == nearest(some, vectors[::2], query, 10)[0]


def test_what_did_not_change_is_linked(tmp_path: Path) -> None:
    write_segments(None, tmp_path / "old", filled(np.arange(50), unit_vectors(50, 0)), np.empty(0, dtype=np.int64))
    write_segments(tmp_path / "old", tmp_path / "new", filled(np.array([50]), unit_vectors(1, 1)), np.array([3]))
    assert (tmp_path / "old/000000.faiss").stat().st_ino == (tmp_path / "new/000000.faiss").stat().st_ino


def test_a_folder_without_vectors_is_a_corrupt_index(tmp_path: Path) -> None:
    with pytest.raises(CorruptIndex, match=r"holds no vectors.*--rebuild"):
        Segments.open(tmp_path)
