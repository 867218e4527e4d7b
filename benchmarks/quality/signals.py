"""What the confidence of an answer is made of."""

from dataclasses import dataclass

from benchmarks.quality.systems import IndexedCorpus
from qa.answer import Answer
from qa.answerer import DEFAULTS, JUDGED
from qa.confidence import confidence, coverage
from qa.encode import encode
from qa.passage_terms import PassageShelf
from qa.retrieve import retrieve
from qa.term_weights import TermWeights


@dataclass(frozen=True, slots=True)
class Signals:
    """What tells whether the first passages answer.

    Attributes:
        score: The best rank score among them, without boosts.
        coverage: The largest share of the question's weight that one of them holds, with its headline and outlet.
    """

    score: float
    coverage: float


def signals(answer: Answer, corpus: IndexedCorpus) -> Signals:
    """Finds what the confidence of an answer was made of.

    Raises:
        RuntimeError: When it was made of anything else: whoever changes that must change this, too.
    """
    question, snapshot = answer.question, corpus.snapshot
    weights = TermWeights.of(" ".join((question.text, *question.carried[:1])), snapshot.lexical)
    texts = [f"{shown.citation.title} {shown.citation.outlet} {shown.text}" for shown in answer.passages[:JUDGED]]
    candidates = retrieve(
        question,
        encode(question, corpus.encoder),
        snapshot,
        DEFAULTS,
        PassageShelf(snapshot.catalog, snapshot.dense.dimension),
    )
    chunks = snapshot.catalog.chunks([candidate.row for candidate in candidates])
    boosts = {
        (chunk.article_id, chunk.start): candidate.boost
        for candidate in candidates
        if (chunk := chunks.get(candidate.row))
    }
    plain = [
        passage.score - boosts[passage.citation.article_id, passage.citation.start]
        for passage in answer.passages[:JUDGED]
    ]
    best = max(plain, default=0.0)
    again = confidence(weights, texts, best)
    if abs(again - answer.confidence) > 1e-6:
        raise RuntimeError(f"The confidence in “{question.asked}” is {answer.confidence}, not {again}, as computed.")
    return Signals(best, coverage(weights, texts))
