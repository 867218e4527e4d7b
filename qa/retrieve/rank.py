"""Ranks candidates by a closer look at their text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from index.chunks import Chunk
from index.encode import Vector
from qa.fitted import RankWeights
from qa.language import TermWeights
from qa.retrieve.fuse import Candidate, best_first
from qa.retrieve.passages import PassageTerms

LEAD_LENGTH = 900  # code points, about one passage: the second passage of an article counts half of the first


def rank(
    candidates: Sequence[Candidate],
    passages: Mapping[int, PassageTerms],
    terms: TermWeights,
    vector: Vector,
    weights: RankWeights,
) -> list[Candidate]:
    """Adds to each candidate's score what its text shows.

    Args:
        candidates: Best first, as fused.
        passages: The text of the candidates to look at; the others keep their score.
        terms: The question's terms.
        vector: Its meaning, shape (dimension,), length 1.
        weights: What counts how much.

    Returns:
        All candidates, best first; equal scores by row.
    """
    support = _support(candidates, passages) if weights.article else {}
    ranked = [
        candidate.scored(
            candidate.score
            + weights.article * support.get(candidate.row, 0.0)
            + _closeness(passages[candidate.row], terms, vector, weights),
        )
        if candidate.row in passages
        else candidate
        for candidate in candidates
    ]
    return best_first(ranked)


def _closeness(passage: PassageTerms, terms: TermWeights, vector: Vector, weights: RankWeights) -> float:
    score = weights.lead * lead(passage.chunk)
    if weights.pairs:
        score += weights.pairs * terms.pair_share(passage.pairs)
    if weights.sentence:
        score += weights.sentence * max(terms.shares(passage.places, len(passage.spans)), default=0.0)
    if weights.nearest:
        score += weights.nearest * max(0.0, float(passage.nearness(vector).max(initial=0.0)))
    return score


def lead(chunk: Chunk) -> float:
    """Returns 1 for the top of an article, falling towards 0: news puts first what the article is about."""
    return 1 / (1 + chunk.start / LEAD_LENGTH)


def _support(candidates: Sequence[Candidate], passages: Mapping[int, PassageTerms]) -> dict[int, float]:
    """Returns for each row the best score of another candidate of its article, 0 where there is none."""
    by_article: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.row in passages:
            by_article[passages[candidate.row].chunk.article_id].append(candidate)
    return {
        candidate.row: max((other.score for other in group if other is not candidate), default=0.0)
        for group in by_article.values()
        for candidate in group
    }
