"""The arrangement: in which order the passages of an answer stand, and whether an article may have several."""

from dataclasses import dataclass
from enum import StrEnum


class By(StrEnum):
    """What the order of passages goes by."""

    BEST = "best"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the passages of an answer are arranged.

    Attributes:
        by: What their order goes by. By date stand those that match, of the best that are looked at for it; those
            without a date come last.
        one_per_article: Whether of each article only the best passage is shown.
    """

    by: By = By.BEST
    one_per_article: bool = False

    @property
    def is_usual(self) -> bool:
        """Whether it leaves the ranking as it is."""
        return self == USUAL


USUAL = Arrangement()
