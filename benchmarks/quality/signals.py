"""What the confidence of an answer was made of."""

from benchmarks.quality.systems import IndexedCorpus
from qa.answer import Answer
from qa.answerer import DEFAULTS
from qa.find.search import JUDGED
from qa.language import TermWeights
from qa.language.timeless import needed_terms
from qa.quote import Judged, Signals, source_of
from qa.quote.confidence import confidence
from qa.retrieve import PassageCache, retrieve
from qa.retrieve.encode import encode
from qa.retrieve.timely import fitting


def signals(answer: Answer, corpus: IndexedCorpus) -> Signals:
    """Finds what the confidence of an answer was made of.

    Raises:
        RuntimeError: When it was made of anything else: whoever changes that must change this, too.
    """
    question, snapshot = answer.question, corpus.snapshot
    if answer.silent and not answer.found and not answer.is_narrowed:
        return Signals(0.0, 0.0, 0.0, 0.0)  # not judged: whoever is asked for has nothing
    weights = TermWeights.of(" ".join((question.subject, *question.carried[:1])), snapshot.lexical, question.also)
    vectors = encode(question, corpus.encoder)
    cache = PassageCache(snapshot.catalog, snapshot.dense.dimension)
    candidates = retrieve(question, vectors, snapshot, DEFAULTS, cache)
    passages = cache.read([candidate.row for candidate in candidates])
    found = {
        (passage.chunk.article_id, passage.chunk.start): (passage, candidate.score - candidate.boost)
        for candidate in candidates
        if (passage := passages.get(candidate.row))
    }
    cited = [passage.citation for passage in answer.passages[:JUDGED]]
    fits = (fitting(one.text, one.citation.published, question.periods) for one in answer.passages[:JUDGED])
    judged = [
        Judged(
            source_of(question, one),
            *found[one.article_id, one.start],
            needed_terms(question, periods, snapshot.lexical),
        )
        for one, periods in zip(cited, fits, strict=True)
    ]
    seen = Signals.of(weights, vectors[question.subject], judged)
    again = confidence(seen) if judged else 0.0
    if abs(again - answer.confidence) > 1e-6:
        raise RuntimeError(f"The confidence in “{question.asked}” is {answer.confidence}, not {again}, as computed.")
    return seen
