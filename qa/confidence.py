"""One number for how likely it is that the passages answer the question."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qa.encode import Vector
from qa.passage_terms import PassageTerms
from qa.term_weights import TermWeights, content_terms

# Logistic regression on questions asked with and without the articles that answer them; see benchmarks/README.md
# for the data, how well it tells the two apart, and how to fit it again.
INTERCEPT = -4.94
PER_COVERAGE = 6.62
PER_NEARNESS = 2.94
PER_PAIRS = 3.98


@dataclass(frozen=True, slots=True)
class Judged:
    """One of the first passages.

    Attributes:
        source: Headline and outlet of its article.
        passage: The passage.
    """

    source: str
    passage: PassageTerms


@dataclass(frozen=True, slots=True)
class Signals:
    """What tells whether the first passages answer. How they were ranked is not among it, nor is any boost.

    Attributes:
        coverage: The largest share of the question's weight that one of them holds with headline and outlet, 0 to 1.
        nearness: The largest cosine similarity of one of their sentences to the question, 0 to 1.
        pairs: The largest share of the question's pairs of words that stand side by side in one of them, 0 to 1.
    """

    coverage: float
    nearness: float
    pairs: float

    @classmethod
    def of(cls, weights: TermWeights, vector: Vector, judged: Sequence[Judged]) -> "Signals":
        """Finds the signals of an answer.

        Args:
            weights: The question's terms.
            vector: Its meaning, shape (dimension,), length 1.
            judged: The first passages; without any, all signals are 0.
        """
        held = ({*one.passage.words, *content_terms(one.source)} for one in judged)
        near = (float(one.passage.nearness(vector).max(initial=0.0)) for one in judged)
        return cls(
            coverage=max((weights.share(words) for words in held), default=0.0),
            nearness=max(near, default=0.0),
            pairs=max((weights.pair_share(one.passage.pairs) for one in judged), default=0.0),
        )


def confidence(signals: Signals) -> float:
    """Returns the confidence that the first passages answer, 0 to 1."""
    return 1 / (1 + math.exp(-logit(signals)))


def logit(signals: Signals) -> float:
    """Returns the same as a logit: 0 where it is as likely as not."""
    return INTERCEPT + PER_COVERAGE * signals.coverage + PER_NEARNESS * signals.nearness + PER_PAIRS * signals.pairs
