"""Joins a search by words and a search by meaning into one list of candidates."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from index.search import Hit
from qa.ranking.features import Features


class Candidate(NamedTuple):
    """A row with what each search said of it; a tuple for the reason that `index.search.hit.Hit` is one.

    Attributes:
        row: The row.
        score: What it is ranked by.
        boost: The part of the score that is there for the outlet, the date or a quoted phrase.
        words_rank: Position in the search by words (1 is best), None when not found there.
        meaning_rank: Position in the search by meaning among all candidates.
        features: What is seen of it.
    """

    row: int
    score: float
    boost: float = 0.0
    words_rank: int | None = None
    meaning_rank: int | None = None
    features: Features = Features()

    def scored(self, score: float, boost: float | None = None) -> "Candidate":
        """Returns it with another score and, if given, another boost; half the time that `_replace` takes."""
        boost = self.boost if boost is None else boost
        return Candidate(self.row, score, boost, self.words_rank, self.meaning_rank, self.features)

    def seen(self, features: Features, weights: Features) -> "Candidate":
        """Returns it with these features, and the score that they make."""
        score = features.weighed(weights)
        return Candidate(self.row, score, self.boost, self.words_rank, self.meaning_rank, features)


def fuse(
    words: Sequence[Hit], meaning: Sequence[Hit], newness: Mapping[int, tuple[float, float]], weights: Features
) -> list[Candidate]:
    """Adds the scores of two rankings, each brought to the range 0 to 1, and what being new is worth.

    BM25 has no upper bound, so it is divided by its best score of this question; cosine similarity is taken as it
    is, with negative values as 0. Scores keep what ranks throw away: how much better the first is than the
    second. Fusing ranks one to one (reciprocal rank fusion) was measured to be worse than words alone.

    Args:
        words: Hits by words, best first, scores above 0.
        meaning: Hits by meaning, best first, scores are cosines.
        newness: How new rows are, by months and by years; of a row that is left out it is not known.
        weights: What counts how much.

    Returns:
        Rows of either, best first; equal scores by row.
    """
    best = max((hit.score for hit in words), default=1.0)
    by_words = {hit.row: (rank, hit.score / best) for rank, hit in enumerate(words, 1)}
    by_meaning = {hit.row: (rank, max(0.0, hit.score)) for rank, hit in enumerate(meaning, 1)}
    found = []
    for row in by_words | by_meaning:
        (words_rank, word), (meaning_rank, near) = by_words.get(row, (None, 0.0)), by_meaning.get(row, (None, 0.0))
        features = Features(word, near, *newness.get(row, (0.0, 0.0)))
        found.append(Candidate(row, 0.0, 0.0, words_rank, meaning_rank).seen(features, weights))
    return best_first(found)


def best_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Sorts candidates by falling score, equal ones by row."""
    return sorted(candidates, key=lambda candidate: (-candidate[1], candidate[0]))
