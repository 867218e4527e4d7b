"""One number for how likely it is that the passages answer the question."""

import math
from collections.abc import Sequence

from qa.term_weights import TermWeights, content_terms

# Logistic regression on questions asked with and without the articles that answer them; see benchmarks/README.md
# for the data, how well it tells the two apart, and how to fit it again.
INTERCEPT = -8.5
PER_SCORE = 6.75
PER_COVERAGE = 7.95


def coverage(weights: TermWeights, texts: Sequence[str]) -> float:
    """Returns the largest share of the question's weight that one of the texts holds, 0 to 1."""
    return max((weights.share(set(content_terms(text))) for text in texts), default=0.0)


def confidence(weights: TermWeights, texts: Sequence[str], score: float) -> float:
    """Returns the confidence that the first passages answer, 0 to 1.

    Args:
        weights: The question's terms.
        texts: The first passages, each with its headline and outlet.
        score: What the first passage was ranked by, without the boost for a named outlet: naming one must not make
            an answer more likely.
    """
    if not texts:
        return 0.0
    z = INTERCEPT + PER_SCORE * score + PER_COVERAGE * coverage(weights, texts)
    return 1 / (1 + math.exp(-z))
