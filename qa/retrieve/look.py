"""Looks closely at the passages that a search found."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from index.chunks import Chunk
from index.encode import Vector
from qa.language import TermWeights, content_terms
from qa.language.asked_kind import AskedKind, holds
from qa.ranking.features import Features
from qa.retrieve.fuse import Candidate
from qa.retrieve.passages import PassageTerms

LEAD_LENGTH = 900  # code points, about one passage: the second passage of an article counts half of the first
MONTH, YEAR = 30, 365  # days in which what being new is worth falls to a third
_RAREST = 2  # terms


def newness(published: date | None, counted_from: date | None) -> tuple[float, float]:
    """Returns how new an article is, by months and by years: 1 on the day from which it is counted, falling towards 0.

    One without a day of publication, or dated later, is not known to be new.
    """
    if published is None or counted_from is None or published > counted_from:
        return 0.0, 0.0
    age = (counted_from - published).days
    return math.exp(-age / MONTH), math.exp(-age / YEAR)


def lead(chunk: Chunk) -> float:
    """Returns 1 for the top of an article, falling towards 0: news puts first what the article is about."""
    return 1 / (1 + chunk.start / LEAD_LENGTH)


def look(
    candidates: Sequence[Candidate],
    passages: Mapping[int, PassageTerms],
    headlines: Mapping[int, str],
    terms: TermWeights,
    vector: Vector,
    kind: AskedKind | None,
) -> dict[int, Features]:
    """Finds all features of passages.

    Args:
        candidates: What the searches found.
        passages: The passages to look at, by row.
        headlines: The headlines of their articles, by row.
        terms: The question's terms.
        vector: Its meaning, shape (dimension,), length 1.
        kind: The kind of answer that it asks for.
    """
    support = _support(candidates, passages)
    rarest = frozenset(sorted(terms.weights, key=lambda term: -terms.weights[term])[:_RAREST])
    asked = frozenset(terms.weights)
    found = {}
    for candidate in candidates:
        if (passage := passages.get(candidate.row)) is None:
            continue
        title = frozenset(content_terms(headlines.get(candidate.row, "")))
        there = title | passage.places.keys()
        shares = terms.shares(passage.places, len(passage.spans))
        near = passage.nearness(vector).tolist()
        nearest = sorted((0.0, 0.0, *near), reverse=True)
        found[candidate.row] = candidate.features._replace(
            pairs=terms.pair_share(passage.pairs),
            sentence=max(shares, default=0.0),
            nearest=nearest[0],
            second=nearest[1],
            lead=lead(passage.chunk),
            headline=terms.share(title),
            whole=terms.share(there),
            rarest=len(rarest & there) / len(rarest) if rarest else 0.0,
            kind=float(kind is not None and bool(near) and _holds(kind, passage, shares, near, asked)),
            article=support.get(candidate.row, 0.0),
        )
    return found


def _holds(
    kind: AskedKind, passage: PassageTerms, shares: Sequence[float], near: Sequence[float], asked: frozenset[str]
) -> bool:
    best = max(range(len(near)), key=lambda number: shares[number] + near[number])
    start, end = passage.spans[best]
    return holds(kind, passage.chunk.text[start:end], asked)


def _support(candidates: Sequence[Candidate], passages: Mapping[int, PassageTerms]) -> dict[int, float]:
    """Returns for each row how well the best other passage of its article does, 0 where there is none."""
    by_article: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row, features in ((one.row, one.features) for one in candidates if one.row in passages):
        by_article[passages[row].chunk.article_id].append((row, (features.words + features.meaning) / 2))
    return {
        row: max((worth for other, worth in group if other != row), default=0.0)
        for group in by_article.values()
        for row, _ in group
    }
