"""What was read: how surely each sentence answers, and how surely each passage does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qa.retrieve import Candidate
from qa.retrieve.fuse import best_first


@dataclass(frozen=True, slots=True)
class Readings:
    """What a model that reads said of some sentences.

    Attributes:
        model: Its name; empty where nothing was read.
        skipped: Why nothing was read, as the rest of a sentence; empty where it was, or where nobody wanted it.
        logits: How surely a sentence answers, by row and number of the sentence, from 0.
    """

    model: str = ""
    skipped: str = ""
    logits: Mapping[tuple[int, int], float] = field(default_factory=dict)

    def of_sentence(self, row: int, number: int) -> float | None:
        """Returns the logit of a sentence, None where it was not read."""
        return self.logits.get((row, number))

    def of_passages(self) -> dict[int, float]:
        """Returns for each row of which something was read the logit of its best sentence."""
        best: dict[int, float] = {}
        for (row, _), logit in self.logits.items():
            best[row] = max(logit, best.get(row, logit))
        return best

    def sentences(self, row: int) -> dict[int, float]:
        """Returns the logits of the sentences of a row that were read, by their numbers."""
        return {number: logit for (read, number), logit in self.logits.items() if read == row}


def reordered(candidates: Sequence[Candidate], readings: Readings, weight: float) -> list[Candidate]:
    """Orders those candidates anew of which something was read; they stay above all others.

    Args:
        candidates: Best first.
        readings: What was read of the first of them.
        weight: What one of a logit is worth. As it tells nothing of how well words and meaning fit, it is a boost.
    """
    best = readings.of_passages()
    if not best:
        return list(candidates)
    least = min(best.values())
    return best_first(
        one.scored(one.score + worth, one.boost + worth)
        for one in candidates
        for worth in (weight * (best.get(one.row, least) - least),)
    )
