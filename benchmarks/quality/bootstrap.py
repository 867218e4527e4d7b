"""How sure a difference between two systems is that answered the same questions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

DRAWS = 2000
SEED = 7


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference and the bounds of its 95 % interval."""

    mean: float
    low: float
    high: float


def paired_bootstrap(differences: Sequence[float], components: Sequence[str], *, macro: bool = False) -> Difference:
    """Draws components anew, with all their questions, and sees how far the mean difference moves.

    Questions that share evidence are right or wrong together: drawing questions one by one would make the interval
    several times too narrow.

    Args:
        differences: One for each question.
        components: The component of each.
        macro: Average over components, each counting once, instead of over questions.

    Returns:
        The mean difference and the 2.5th and 97.5th percentile of the draws, the same in every run.
    """
    _, member = np.unique(np.asarray(components), return_inverse=True)
    sums, counts = np.bincount(member, weights=differences), np.bincount(member).astype(float)
    if macro:
        sums, counts = sums / counts, np.ones_like(counts)
    drawn = np.random.default_rng(SEED).integers(0, len(sums), (DRAWS, len(sums)))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return Difference(float(sums.sum() / counts.sum()), float(low), float(high))
