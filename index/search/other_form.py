"""Terms that stand for other terms of a question: those of a long form for its acronym, of a name spelled otherwise."""

from typing import NamedTuple


class OtherForm(NamedTuple):
    """Another form of some terms of a question.

    Attributes:
        own: The terms as the question has them, side by side.
        other: The terms that say the same; together they count as `own`.
        weight: What the search by words multiplies their score with, so that they weigh what `own` weighs.
    """

    own: tuple[str, ...]
    other: tuple[str, ...]
    weight: float = 1.0
