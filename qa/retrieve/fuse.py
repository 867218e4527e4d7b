"""Joins a search by words and a search by meaning into one list of candidates."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.search import Hit


class Candidate(NamedTuple):
    """A row with what each search said of it; a tuple for the reason that `index.search.hit.Hit` is one.

    Attributes:
        row: The row.
        score: What it is ranked by.
        boost: The part of the score that is there for the outlet, the date or a quoted phrase.
        words_rank: Position in the search by words (1 is best), None when not found there.
        meaning_rank: Position in the search by meaning among all candidates.
    """

    row: int
    score: float
    boost: float = 0.0
    words_rank: int | None = None
    meaning_rank: int | None = None

    def scored(self, score: float, boost: float | None = None) -> "Candidate":
        """Returns it with another score and, if given, another boost; half the time that `_replace` takes."""
        return Candidate(self.row, score, self.boost if boost is None else boost, self.words_rank, self.meaning_rank)


def fuse(
    words: Sequence[Hit], meaning: Sequence[Hit], words_weight: float, meaning_weight: float, limit: int
) -> list[Candidate]:
    """Adds the scores of two rankings, each brought to the range 0 to 1.

    BM25 has no upper bound, so it is divided by its best score of this question; cosine similarity is taken as it
    is, with negative values as 0. Scores keep what ranks throw away: how much better the first is than the
    second. Fusing ranks one to one (reciprocal rank fusion) was measured to be worse than words alone.

    Args:
        words: Hits by words, best first, scores above 0.
        meaning: Hits by meaning, best first, scores are cosines.
        words_weight: Weight of the words.
        meaning_weight: Weight of the meaning.
        limit: Most rows to return.

    Returns:
        Rows of either, best first; equal scores by row.
    """
    best = max((hit.score for hit in words), default=1.0)
    words_rank = {hit.row: rank for rank, hit in enumerate(words, 1)}
    meaning_rank = {hit.row: rank for rank, hit in enumerate(meaning, 1)}
    scores = {hit.row: words_weight * (hit.score / best) for hit in words}
    for hit in meaning:
        scores[hit.row] = scores.get(hit.row, 0.0) + meaning_weight * max(0.0, hit.score)
    rows = sorted(scores, key=lambda row: (-scores[row], row))[:limit]
    return [Candidate(row, scores[row], 0.0, words_rank.get(row), meaning_rank.get(row)) for row in rows]


def best_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Sorts candidates by falling score, equal ones by row."""
    return sorted(candidates, key=lambda candidate: (-candidate[1], candidate[0]))
