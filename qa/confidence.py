"""One number for how likely it is that the passages answer the question."""

import math
from collections.abc import Sequence

from index.lexical import terms
from qa.term_weights import TermWeights

# Logistic regression on development questions with and without the articles that answer them; see
# benchmarks/README.md for the data and how to fit them again.
INTERCEPT = -6.0
PER_COVERAGE = 5.0
PER_COSINE = 5.0


def coverage(weights: TermWeights, texts: Sequence[str]) -> float:
    """Returns the largest share of the question's weight that one of the texts holds, 0 to 1."""
    return max((weights.share(set(terms(text))) for text in texts), default=0.0)


def confidence(weights: TermWeights, texts: Sequence[str], cosine: float) -> float:
    """Returns the confidence that the first passages answer, 0 to 1.

    Args:
        weights: The question's terms.
        texts: The first passages, each with its headline.
        cosine: Similarity in meaning of the nearest passage, -1 to 1.
    """
    if not texts:
        return 0.0
    z = INTERCEPT + PER_COVERAGE * coverage(weights, texts) + PER_COSINE * cosine
    return 1 / (1 + math.exp(-z))
