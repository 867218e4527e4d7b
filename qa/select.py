"""Chooses the passages to show among the candidates."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.chunk import Chunk
from index.lexical import terms
from qa.fuse import Candidate

SHINGLE = 5  # words; two reports of one event share next to none this long, copies share most
SAME_TEXT = 0.8  # share of the shorter text's shingles that the other has too


@dataclass(frozen=True, slots=True)
class Selected:
    """A chosen candidate, with the rows of other articles that hold the same text."""

    candidate: Candidate
    chunk: Chunk
    copies: tuple[int, ...] = ()


def select(
    candidates: Sequence[Candidate], chunks: Mapping[int, Chunk], limit: int, per_article: int
) -> list[Selected]:
    """Chooses candidates in order, folding copies and keeping one article from taking all places.

    Args:
        candidates: Best first.
        chunks: The chunk of each candidate's row; candidates without one are passed over.
        limit: Most to choose.
        per_article: Most of one article; further ones are taken only when places stay empty.

    Returns:
        At most ``limit`` choices, best first within those inside and those over the cap.
    """
    chosen: list[Selected] = []
    shingles: dict[int, set[tuple[str, ...]]] = {}
    taken: Counter[str] = Counter()
    waiting = [candidate for candidate in candidates if candidate.row in chunks]
    for cap in (per_article, len(waiting)):
        over = []
        for candidate in waiting:
            if len(chosen) == limit:
                break
            chunk = chunks[candidate.row]
            shingles[candidate.row] = own = _shingles(chunk.text)
            twin = next((i for i, kept in enumerate(chosen) if _same(own, shingles[kept.candidate.row])), None)
            if twin is not None:
                chosen[twin] = _with_copy(chosen[twin], candidate.row, chunk)
            elif taken[chunk.article_id] < cap:
                taken[chunk.article_id] += 1
                chosen.append(Selected(candidate, chunk))
            else:
                over.append(candidate)
        waiting = over
    return chosen


def _with_copy(kept: Selected, row: int, chunk: Chunk) -> Selected:
    """Notes that another article holds the same text; an article that repeats itself is no copy."""
    if kept.chunk.article_id == chunk.article_id:
        return kept
    return Selected(kept.candidate, kept.chunk, (*kept.copies, row))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = terms(text)
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def _same(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= SAME_TEXT * shorter
