"""What the first passages have in common: where the articles answer, several tell of one event and name the same."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from index.encode import Vector
from index.search import Frequencies
from qa.language import TermWeights
from qa.retrieve import PassageTerms

_NEXT = 4  # passages that are held against the first one
_ARTICLES = 8  # whose best passages are held against each other
_NAMED = 3  # names


def coherence(vectors: Vector) -> float:
    """Returns how near in meaning the next passages are to the first one, 0 to 1.

    Args:
        vectors: Of the passages, best first, shape (n, dimension), rows of length 1.
    """
    others = vectors[1 : 1 + _NEXT]
    return max(0.0, float(np.mean(others @ vectors[0]))) if len(others) else 0.0


def agreement(passages: Sequence[PassageTerms], asked: TermWeights, lexical: Frequencies) -> float:
    """Returns how far the first articles name the same things that the question does not name, 0 to 1.

    A rare name that all of them hold counts fully; the three that count most are averaged.

    Args:
        passages: Best first; of each article its first one is looked at.
        asked: The question's terms.
        lexical: Tells how rare a name is.
    """
    first = {one.chunk.article_id: one for one in reversed(passages)}
    looked_at = [one for one in passages if first[one.chunk.article_id] is one][:_ARTICLES]
    counts = Counter(name for one in looked_at for name in one.named if name not in asked.weights)
    worth = sorted(
        (count / len(looked_at) * _rarity(name, lexical) for name, count in counts.items() if count > 1), reverse=True
    )
    return sum(worth[:_NAMED]) / _NAMED


def _rarity(term: str, lexical: Frequencies) -> float:
    """Returns 1 for a term that nothing holds, falling towards 0 for one that everything does."""
    rows = len(lexical)
    return math.log(1 + rows / (1 + lexical.frequency(term))) / math.log(1 + rows)
