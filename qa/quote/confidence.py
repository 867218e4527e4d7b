"""One number for how likely it is that the passages answer the question."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Article
from index.encode import Vector
from qa.language import TermWeights, content_terms
from qa.passage import Citation
from qa.question import Question
from qa.ranking.fitted import ANSWER, PASSAGE
from qa.retrieve import PassageTerms


@dataclass(frozen=True, slots=True)
class Judged:
    """One of the first passages.

    Attributes:
        source: What its article says beside its text; see `source_of`.
        passage: The passage.
        score: What it was ranked by, without boosts: naming an outlet must not make an answer more likely.
        weights: The terms of the question that it has to hold, where they are not all: an article that was published
            on the day that is asked for need not name it.
    """

    source: str
    passage: PassageTerms
    score: float
    weights: TermWeights | None = None


def source_of(question: Question, cited: Citation | Article) -> str:
    """Returns what an article says beside its text of what is asked: its headline.

    Where no name was taken out of the question, its outlet counts, too, and the author whom the question names: who
    asks for nothing but the articles of someone gets them. Where one was, a word that is left ("Ostrand", beside "the
    Ostrand Post") is not held by the name of an outlet.
    """
    if question.subject != question.text:
        return cited.title
    return " ".join((cited.title, cited.outlet, *(name for name in cited.authors if name in question.authors)))


@dataclass(frozen=True, slots=True)
class Signals:
    """What tells whether the first passages answer.

    Attributes:
        score: The best score among them, without boosts.
        coverage: The largest share of the question's weight that one of them holds with headline and outlet, 0 to 1.
        nearness: The largest cosine similarity of one of their sentences to the question, 0 to 1.
        pairs: The largest share of the question's pairs of words that stand side by side in one of them, 0 to 1.
        coherence: How near in meaning the next ones are to the first; see `qa.quote.common_ground`.
        agreement: How far they name the same; likewise.
        size: How many passages the index has: 0 for a thousand, 1 for a hundred thousand.
        long: How long the question is, as `qa.settings.AnswerSettings.long_share` has it, 0 to 1.
    """

    score: float
    coverage: float
    nearness: float
    pairs: float
    coherence: float = 0.0
    agreement: float = 0.0
    size: float = 0.0
    long: float = 0.0

    @classmethod
    def of(cls, weights: TermWeights, vector: Vector, judged: Sequence[Judged]) -> "Signals":
        """Finds the signals of an answer.

        Args:
            weights: The question's terms.
            vector: Its meaning, shape (dimension,), length 1.
            judged: The first passages; without any, all signals are 0.
        """
        asked = [one.weights or weights for one in judged]
        held = ({*one.passage.words, *content_terms(one.source)} for one in judged)
        near = (float(one.passage.nearness(vector).max(initial=0.0)) for one in judged)
        return cls(
            score=max((one.score for one in judged), default=0.0),
            coverage=max((one.share(words) for one, words in zip(asked, held, strict=True)), default=0.0),
            nearness=max(near, default=0.0),
            pairs=max(
                (terms.pair_share(one.passage.pairs) for terms, one in zip(asked, judged, strict=True)), default=0.0
            ),
        )


def weighed(signals: Signals) -> dict[str, float]:
    """Returns what `qa.ranking.fitted.ANSWER` has weights for.

    In a small collection it tells more how much of the question stands in a passage, and in a large one how well that
    passage ranks and how well the next ones go with it: some of the signals count by the size, too.
    """
    size, long = signals.size, signals.long
    return {
        "score": signals.score,
        "coverage": signals.coverage,
        "coherence": signals.coherence,
        "agreement": signals.agreement,
        "size": size,
        "score by size": size * signals.score,
        "coverage by size": size * signals.coverage,
        "coherence by size": size * signals.coherence,
        "long": long,
        "score of long": long * signals.score,
    }


def size_of(passages: int) -> float:
    """Returns the signal for the size of an index; see `Signals`."""
    return (math.log10(max(1, passages)) - 3) / 2


def confidence(signals: Signals) -> float:
    """Returns the confidence that the first passages answer, 0 to 1."""
    return 1 / (1 + math.exp(-ANSWER.logit(**weighed(signals))))


def logit_alone(signals: Signals) -> float:
    """Returns how surely a passage answers by itself, as a logit: 0 where it is as likely as not.

    Passages of different outlets are ranked by different parts of a question, so that their scores do not compare.
    """
    return PASSAGE.logit(coverage=signals.coverage, nearness=signals.nearness, pairs=signals.pairs)
