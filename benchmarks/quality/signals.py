"""What the confidence of an answer was made of."""

from benchmarks.quality.systems import IndexedCorpus
from qa.answer import Answer
from qa.answerer import JUDGED
from qa.confidence import Judged, Signals, confidence
from qa.encode import encode
from qa.passage import Passage
from qa.passage_terms import PassageShelf
from qa.term_weights import TermWeights


def signals(answer: Answer, corpus: IndexedCorpus) -> Signals:
    """Finds what the confidence of an answer was made of.

    Raises:
        RuntimeError: When it was made of anything else: whoever changes that must change this, too.
    """
    question = answer.question
    weights = TermWeights.of(" ".join((question.text, *question.carried[:1])), corpus.snapshot.lexical)
    vector = encode(question, corpus.encoder)[question.text]
    found = Signals.of(weights, vector, [_judged(passage, corpus) for passage in answer.passages[:JUDGED]])
    again = confidence(found) if answer.passages else 0.0
    if abs(again - answer.confidence) > 1e-6:
        raise RuntimeError(f"The confidence in “{question.asked}” is {answer.confidence}, not {again}, as computed.")
    return found


def _judged(passage: Passage, corpus: IndexedCorpus) -> Judged:
    citation = passage.citation
    shelf = PassageShelf(corpus.snapshot.catalog, corpus.snapshot.dense.dimension)
    read = shelf.read(corpus.snapshot.catalog.chunk_rows_of(citation.article_id)).values()
    return Judged(f"{citation.title} {citation.outlet}", next(one for one in read if one.chunk.start == citation.start))
