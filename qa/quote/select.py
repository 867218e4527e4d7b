"""Chooses the passages to show among the candidates."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa.retrieve import Candidate, PassageTerms

SAME_TEXT = 0.8  # share of the shorter text's runs of terms that the other has too


@dataclass(frozen=True, slots=True)
class Selected:
    """A chosen candidate, with the rows of other articles that hold the same text."""

    candidate: Candidate
    passage: PassageTerms
    copies: tuple[int, ...] = ()


def select(
    candidates: Sequence[Candidate], passages: Mapping[int, PassageTerms], limit: int, per_article: int
) -> list[Selected]:
    """Chooses candidates in order, folding copies and keeping one article from taking all places.

    Args:
        candidates: Best first.
        passages: The passage of each candidate's row; candidates without one are passed over.
        limit: Most to choose.
        per_article: Most of one article; further ones are taken only when places stay empty.

    Returns:
        At most ``limit`` choices, best first within those inside and those over the cap.
    """
    chosen: list[Selected] = []
    taken: Counter[str] = Counter()
    waiting = [candidate for candidate in candidates if candidate.row in passages]
    for cap in (per_article, len(waiting)):
        over = []
        for candidate in waiting:
            if len(chosen) == limit:
                break
            passage = passages[candidate.row]
            twin = next((i for i, kept in enumerate(chosen) if _same(passage, kept.passage)), None)
            if twin is not None:
                chosen[twin] = _with_copy(chosen[twin], candidate.row, passage)
            elif taken[passage.chunk.article_id] < cap:
                taken[passage.chunk.article_id] += 1
                chosen.append(Selected(candidate, passage))
            else:
                over.append(candidate)
        waiting = over
    return chosen


def _with_copy(kept: Selected, row: int, passage: PassageTerms) -> Selected:
    """Notes that another article holds the same text; an article that repeats itself is no copy."""
    if kept.passage.chunk.article_id == passage.chunk.article_id:
        return kept
    return Selected(kept.candidate, kept.passage, (*kept.copies, row))


def _same(one: PassageTerms, other: PassageTerms) -> bool:
    """Says whether two passages are the same text; one that gives another number is not."""
    shorter, longer = sorted((one, other), key=lambda passage: len(passage.runs))
    shared = len(shorter.runs & longer.runs)
    return 0 < SAME_TEXT * len(shorter.runs) <= shared and shorter.numbers <= longer.numbers
