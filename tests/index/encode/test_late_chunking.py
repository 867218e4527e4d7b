import numpy as np

from index.encode.late_chunking import part_vectors


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
