"""Numbers that were fitted to questions whose answers are known, each with what it was fitted to.

Whoever changes one measures again: ``python -m benchmarks.quality --check`` for answers and their ranking,
``python -m benchmarks.quality.outlets`` for what outlets say. benchmarks/README.md describes the data.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from qa.ranking.features import Features


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression: an intercept, and by the name of each signal what one of it is worth."""

    intercept: float
    weights: dict[str, float]

    def logit(self, **signals: float) -> float:
        """Returns the logarithm of the odds: 0 where it is as likely as not."""
        logit = self.intercept
        for name, weight in self.weights.items():
            logit += weight * signals[name]
        return logit


# Ranking, by `qa.ranking.features.Features`: questions of all development sets together; ``python -m training.ranker``
# fits it.
RANKING = Path(__file__).with_name("ranking.json")
SHORT, LONG = (Features(**weights) for weights in json.loads(RANKING.read_text(encoding="utf-8")).values())
# Chosen by hand: there are too few follow-ups to learn from, and what was learnt did worse on those left out.
FOLLOW_UP = Features(words=0.15, meaning=0.38, nearest=0.37, lead=0.12)

# Whether the first passages answer, by `qa.quote.confidence.Signals`: questions asked with and without the articles
# that answer them. ``python -m training.verdict`` fits it anew, and finds `MAY` and `ANSWERS`. `PASSAGE` is the same of
# one passage alone, without what only several have.
ANSWER = Regression(
    -5.81,
    {
        "score": 2.36,
        "coverage": 3.8,
        "coherence": 2.09,
        "agreement": 1.1,
        "size": -3.25,
        "score by size": 3.37,
        "coverage by size": -2.0,
        "coherence by size": 1.08,
        "long": -1.88,
        "score of long": 4.36,
    },
)
PASSAGE = Regression(-4.94, {"coverage": 6.62, "nearness": 2.94, "pairs": 3.98})
MAY = 0.28  # confidence from which the articles may answer
ANSWERS = 0.85  # confidence from which they answer

# Which sentence of a passage answers, by `qa.quote.sentence_signals.signals`: what each signal is worth, as a logarithm
# of the odds between two sentences of one passage. ``python -m training.marks`` fits them anew, each to one set: to the
# questions of people `MARK_NAME`, which counts where a name is asked for, and to MultiHop-RAG `MARK`, which counts
# elsewhere. Not fitted but chosen are what `told` is worth and what `label` and `length` cost, and in `MARK`, whose
# questions teach neither, what `gives` is worth and what `heading` costs.
MARK = {
    "share": 1.13,
    "meaning": 0.83,
    "part_share": 0.74,
    "part_meaning": 0.98,
    "fresh": 1.32,
    "gives": 1.2,
    "heading": -4.0,
    "told": 3.0,
    "length": -0.3,
}
MARK_NAME = {
    "share": 0.67,
    "held": 0.35,
    "meaning": 0.47,
    "fresh": 0.7,
    "gives": 0.88,
    "continues": 0.22,
    "names": 0.77,
    "first": 0.5,
    "heading": 0.74,
    "label": -3.0,
    "told": 3.0,
    "length": -0.6,
}

# Whether a passage is on what is asked, by `qa.compare.matching`: passages of outlets that do and do not report it, of
# `sources`, `sample` and BASIL. The intercept is a third above the fit: one outlet too many costs a glance, one too few
# costs the report.
MATCH = Regression(-2.99, {"logit": 0.7, "cosine": 2.47, "share": 13.77})
# The same number from which a passage of an answer bears on the question: it keeps 19 of 20 that hold a gold sentence
# of `sample` and `sources`, and 11 of 20 others.
BEARS = -1.0

# Which sentences say much the same: the NAnCo answers, each question judged by the others.
QUESTION_SHARE = 0.5  # of the question, taken off both: answers to one question share its subject
SAME = 0.51  # likeness
