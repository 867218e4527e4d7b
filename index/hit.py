"""One row found by one search."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A row and its score.

    Attributes:
        row: Id of the chunk, the same in the vectors, the words and the catalogue.
        score: Higher is better; comparable inside one ranking only.
    """

    row: int
    score: float
