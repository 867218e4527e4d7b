import numpy as np

from qa.compare.agreement import group_alike

QUESTION = np.array([0, 0, 1], dtype=np.float32)


def vectors(*rows: tuple[float, float, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    stacked = np.array(rows, dtype=np.float32)
    return np.asarray(stacked / np.linalg.norm(stacked, axis=1, keepdims=True), dtype=np.float32)


def test_answers_that_point_one_way_are_grouped_the_largest_group_first() -> None:
    assert group_alike(vectors((0, 1, 0), (1, 0, 0), (1, 0.1, 0)), QUESTION) == [[1, 2], [0]]


def test_what_all_share_with_the_question_does_not_make_them_alike() -> None:
    apart = vectors((1, 0, 1), (-1, 0, 1))
    assert group_alike(apart, QUESTION) == [[0], [1]]


def test_a_chain_of_neighbours_is_not_one_group() -> None:
    turned = [(float(np.cos(angle)), float(np.sin(angle)), 0.0) for angle in (0, 0.9, 1.8)]
    assert max(map(len, group_alike(vectors(*turned), QUESTION))) == 2


def test_no_answers_make_no_groups() -> None:
    assert group_alike(np.zeros((0, 3), dtype=np.float32), QUESTION) == []
