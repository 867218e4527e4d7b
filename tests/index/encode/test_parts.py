import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from index.encode.parts import pack, part_vectors, unpack

VECTORS = arrays.arrays(np.float32, st.tuples(st.integers(0, 5), st.just(16)), elements=st.floats(-1, 1, width=32))


def test_a_part_is_the_mean_of_its_pieces_and_has_length_one() -> None:
    pieces = np.array([[9, 9], [1, 0], [0, 1], [0, 3]], dtype=np.float32)
    found = part_vectors(pieces, [(0, 0), (0, 3), (4, 7), (8, 12)], [(0, 7), (8, 12)])
    np.testing.assert_allclose(found, [[0.5**0.5, 0.5**0.5], [0, 1]], rtol=1e-6)


def test_a_piece_that_only_reaches_into_a_part_is_no_piece_of_it() -> None:
    pieces = np.array([[1, 0], [0, 1]], dtype=np.float32)
    np.testing.assert_array_equal(part_vectors(pieces, [(0, 5), (5, 9)], [(3, 9)]), [[0, 1]])


def test_a_part_behind_the_window_has_the_mean_of_all() -> None:
    pieces = np.array([[3, 4]], dtype=np.float32)
    np.testing.assert_allclose(part_vectors(pieces, [(0, 5)], [(900, 950)]), [[0.6, 0.8]], rtol=1e-6)


def test_no_parts_are_no_vectors() -> None:
    assert part_vectors(np.ones((3, 8), dtype=np.float32), [(0, 1), (1, 2), (2, 3)], []).shape == (0, 8)


@given(VECTORS)
def test_a_packed_vector_keeps_its_direction(vectors: NDArray[np.float32]) -> None:
    lengths = np.linalg.norm(vectors, axis=1)
    vectors = vectors[lengths > 1e-3]
    found = unpack(pack(vectors), 16)
    assert found.shape == vectors.shape
    cosines = (found * vectors).sum(axis=1) / np.linalg.norm(vectors, axis=1)
    assert cosines == pytest.approx(1, abs=2e-3)


@given(VECTORS)
def test_packing_again_changes_nothing_so_that_vectors_may_be_copied_from_index_to_index(
    vectors: NDArray[np.float32],
) -> None:
    packed = pack(vectors)
    assert pack(unpack(packed, 16)) == packed
