"""One row found by one search."""

from typing import NamedTuple


class Hit(NamedTuple):
    """A row and its score; a tuple, which is made in a fifth of the time: a question makes a thousand of them.

    Attributes:
        row: Id of the chunk, the same in the vectors, the words and the catalogue.
        score: Higher is better; comparable inside one ranking only.
    """

    row: int
    score: float
