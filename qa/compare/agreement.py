"""Groups sentences that answer alike, as a help for reading: it is no verdict on who is right."""

import numpy as np
from numpy.typing import NDArray

from qa.ranking.fitted import QUESTION_SHARE, SAME

Vectors = NDArray[np.float32]


def likeness(vectors: Vectors, question: Vectors) -> Vectors:
    """Returns how alike answers are, shape (n, n).

    Args:
        vectors: Of the answers, shape (n, dimension), length 1 each.
        question: Of the question, shape (dimension,), length 1.
    """
    own = vectors - QUESTION_SHARE * question
    own = own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-9)
    alike: Vectors = own @ own.T
    return alike


def group_alike(vectors: Vectors, question: Vectors) -> list[list[int]]:
    """Groups answers, so that all within a group are alike on average (average linkage), the largest group first.

    Args:
        vectors: Of the answers, shape (n, dimension), length 1 each.
        question: Of the question, shape (dimension,), length 1.

    Returns:
        Numbers of the answers.
    """
    groups = [[number] for number in range(len(vectors))]
    if not groups:
        return []
    alike = likeness(vectors, question)
    while len(groups) > 1:
        best, i, j = max(
            (float(alike[np.ix_(one, other)].mean()), i, j)
            for i, one in enumerate(groups)
            for j, other in enumerate(groups[:i])
        )
        if best < SAME:
            break
        groups[j] = sorted(groups[j] + groups.pop(i))
    return sorted(groups, key=lambda group: (-len(group), group))
