from pathlib import Path

import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.embedded.dense import DenseIndex
from index.errors import CorruptIndex

DIMENSION = 8
FULL = Path("/dev/full")


def unit_vectors(count: int, seed: int) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).standard_normal((count, DIMENSION)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def filled(rows: NDArray[np.int64], vectors: NDArray[np.float32]) -> DenseIndex:
    index = DenseIndex.create(DIMENSION)
    index.add(rows, vectors)
    return index


def nearest(
    rows: NDArray[np.int64], vectors: NDArray[np.float32], query: NDArray[np.float32], limit: int
) -> tuple[list[int], list[float]]:
    cosines = vectors.astype(np.float64) @ query.astype(np.float64)
    order = np.argsort(-cosines)[:limit]
    return rows[order].tolist(), cosines[order].tolist()


@given(seed=st.integers(0, 10_000), count=st.integers(1, 60), limit=st.integers(1, 80))
def test_a_search_finds_exactly_what_comparing_with_every_vector_finds(seed: int, count: int, limit: int) -> None:
    rows = np.random.default_rng(seed).permutation(1000)[:count].astype(np.int64)
    vectors, query = unit_vectors(count, seed), unit_vectors(1, seed + 1)[0]
    hits = filled(rows, vectors).search(query, limit)
    expected_rows, expected_scores = nearest(rows, vectors, query, limit)
    assert [hit.row for hit in hits] == expected_rows
    assert [hit.score for hit in hits] == pytest.approx(expected_scores, abs=1e-6)


@given(seed=st.integers(0, 10_000), gone=st.sets(st.integers(0, 39)))
def test_removing_rows_leaves_every_other_row_its_number_and_its_vector(seed: int, gone: set[int]) -> None:
    rows, vectors = np.arange(100, 140, dtype=np.int64), unit_vectors(40, seed)
    index = filled(rows, vectors)
    index.remove(np.array(sorted(gone), dtype=np.int64) + 100)
    kept = [i for i in range(40) if i not in gone]
    assert len(index) == len(kept)
    assert np.array_equal(index.vectors(rows[kept]), vectors[kept])
    assert {hit.row for hit in index.search(vectors[0], 40)} == set(rows[kept].tolist())


@given(seed=st.integers(0, 10_000), allowed=st.sets(st.integers(0, 49)))
def test_a_search_among_some_rows_finds_the_nearest_of_those_and_no_other(seed: int, allowed: set[int]) -> None:
    rows, vectors, query = np.arange(50, dtype=np.int64), unit_vectors(50, seed), unit_vectors(1, seed + 1)[0]
    only = np.array(sorted(allowed), dtype=np.int64)
    hits = filled(rows, vectors).search(query, 10, only)
    assert [hit.row for hit in hits] == nearest(only, vectors[only], query, 10)[0]


def test_rows_to_search_that_are_not_there_are_passed_over() -> None:
    index = filled(np.array([3, 4], dtype=np.int64), unit_vectors(2, 0))
    hits = index.search(unit_vectors(1, 1)[0], 5, np.array([4, 99], dtype=np.int64))
    assert [hit.row for hit in hits] == [4]


def test_removing_what_is_not_there_changes_nothing() -> None:
    vectors = unit_vectors(2, 0)
    index = filled(np.array([3, 4], dtype=np.int64), vectors)
    index.remove(np.array([99], dtype=np.int64))
    index.remove(np.array([], dtype=np.int64))
    assert np.array_equal(index.vectors([3, 4]), vectors)


def test_an_empty_index_finds_nothing() -> None:
    assert DenseIndex.create(DIMENSION).search(unit_vectors(1, 0)[0], 5) == []


def test_a_row_can_come_back_after_it_was_removed() -> None:
    old, new = unit_vectors(2, 0)
    index = filled(np.array([7], dtype=np.int64), old[None])
    index.remove(np.array([7], dtype=np.int64))
    index.add(np.array([7], dtype=np.int64), new[None])
    assert np.array_equal(index.vectors([7])[0], new)


def test_what_is_saved_opens_the_same(tmp_path: Path) -> None:
    rows, vectors = np.array([5, 2, 9], dtype=np.int64), unit_vectors(3, 0)
    filled(rows, vectors).save(tmp_path / "vectors.faiss")
    index = DenseIndex.read(tmp_path / "vectors.faiss")
    assert (len(index), index.dimension) == (3, DIMENSION)
    assert np.array_equal(index.vectors(rows), vectors)
    assert index.holds(np.array([2, 3, 9, 10], dtype=np.int64)).tolist() == [True, False, True, False]


@pytest.mark.parametrize("content", [None, b"", b"not an index", b"IxMp" + bytes(100)])
def test_a_missing_or_damaged_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "vectors.faiss").write_bytes(content)
    with pytest.raises(CorruptIndex, match=r"vectors\.faiss.*dateline index --rebuild"):
        DenseIndex.read(tmp_path / "vectors.faiss")


def test_an_index_of_another_kind_is_refused(tmp_path: Path) -> None:
    faiss.write_index(faiss.IndexFlatL2(DIMENSION), str(tmp_path / "vectors.faiss"))
    with pytest.raises(CorruptIndex, match="another kind of index"):
        DenseIndex.read(tmp_path / "vectors.faiss")


@pytest.mark.skipif(not FULL.exists(), reason="there is no such device")
def test_what_finds_no_room_is_an_error() -> None:
    index = filled(np.arange(3, dtype=np.int64), unit_vectors(3, 1))  # so small that it is written as the file closes
    with pytest.raises(OSError, match="No space left"):
        index.save(FULL)
