"""Finds what a question asks for: searched, chosen, quoted, marked, and how sure it is."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.catalog import Catalog
from index.catalog.lists import Among, count
from index.encode import Encoder, Vector
from index.generation import IndexSnapshot
from index.search import terms
from index.search.condition import All, Condition
from qa.answer import Answer, Verdict, coverage
from qa.find.found import Found
from qa.find.reading import Reading
from qa.language import TermWeights
from qa.language.asked_kind import asked_kind
from qa.question import Filters, Question
from qa.quote import Signals, Sought, quote
from qa.quote.bearing import bearing, judged
from qa.quote.cite import NOTHING
from qa.quote.common_ground import agreement, coherence
from qa.quote.confidence import confidence, size_of
from qa.quote.select import Selected, select
from qa.rerank import Readings, RerankerDoor, choose, reordered
from qa.retrieve import Candidate, PassageCache, PassageTerms, retrieve
from qa.retrieve.encode import encode
from qa.retrieve.spoken import topic_of
from qa.retrieve.wordings import joined, other_wordings
from qa.settings import AnswerSettings
from qa.speech import Quotation

JUDGED = 3  # passages that the confidence looks at
COMPARED = 10  # passages that it holds against each other


def find(
    question: Question, reading: Reading, encoder: Encoder, settings: AnswerSettings, limit: int, door: RerankerDoor
) -> Found:
    """Finds the passages that fit a question, and says how sure it is that they answer.

    Args:
        question: The question.
        reading: The index.
        encoder: The one the index was made with.
        settings: How answers are made.
        limit: Most passages to show.
        door: The model that reads the first passages.

    Raises:
        CorruptIndex: When a passage is not, word for word, what its article says.
    """
    snapshot = reading.snapshot
    vectors = encode(question, encoder)
    candidates = retrieve(question, vectors, snapshot, settings, reading.passages)
    if wordings := list(other_wordings(question)):
        others = (retrieve(one, encode(one, encoder), snapshot, settings, reading.passages) for one in wordings)
        candidates = joined((candidates, *others))
    shown = reading.passages.read([candidate.row for candidate in candidates[: 4 * limit + 20]])
    weights = TermWeights.of(" ".join((question.subject, *question.carried[:1])), snapshot.lexical, question.also)
    vector = vectors[question.subject]
    readings = _read(question, candidates, shown, weights, vector, snapshot.catalog, settings, door)
    candidates = reordered(candidates, readings, settings.read_weight)
    chosen = select(candidates, shown, limit, math.ceil(limit * settings.article_share))
    topic = topic_of(weights, question.speaker) if question.speaker else NOTHING
    sought = Sought.of(question, weights, vectors, snapshot.lexical)
    passages = tuple(
        quote(choice, sought, snapshot, _said(question, choice, reading.passages), topic) for choice in chosen
    )
    all_judged = [judged(question, *one, snapshot.lexical) for one in zip(chosen, passages, strict=True)]
    long = settings.long_share(len(set(terms(question.subject))))
    signals = _signals(candidates, shown, Signals.of(weights, vector, all_judged[:JUDGED]), weights, snapshot, long)
    sure = confidence(signals) if passages else 0.0
    verdict = _verdict(sure, in_kind=_in_kind(question, chosen[:JUDGED]), settings=settings)
    if verdict is Verdict.NO:
        passages = tuple(replace(one, matches=False) for one in passages)
    else:
        matches = bearing(question, chosen, passages, all_judged, vectors, weights, snapshot)
        passages = tuple(replace(one, matches=bears) for one, bears in zip(passages, matches, strict=True))
    answer = Answer(
        question=question,
        passages=passages,
        verdict=verdict,
        confidence=sure,
        outlets=coverage(passages, reading.holdings.outlets),
        generation=snapshot.generation,
        seconds=0.0,
        met=() if candidates else _met(question.filters, snapshot.catalog),
        reranked=readings.model,
        not_reranked=readings.skipped,
    )
    return Found(answer, vectors, candidates, weights, snapshot, reading.passages, signals)


def _read(
    question: Question,
    candidates: Sequence[Candidate],
    shown: Mapping[int, PassageTerms],
    weights: TermWeights,
    vector: Vector,
    catalog: Catalog,
    settings: AnswerSettings,
    door: RerankerDoor,
) -> Readings:
    """Reads the best sentences of the first passages, where there is a model for it."""
    # Outlets have their turns, and an order by date is one; a follow-up does not say itself what it asks.
    if not door.reads or question.facets or question.authors or question.order or question.carried:
        return Readings()
    first = {one.row: shown[one.row] for one in candidates[: settings.read_passages] if one.row in shown}
    chosen = choose(first, catalog.headlines(first), weights, vector, settings.read_sentences)
    return door.read(question.text, chosen)


def _signals(
    candidates: Sequence[Candidate],
    shown: Mapping[int, PassageTerms],
    signals: Signals,
    weights: TermWeights,
    snapshot: IndexSnapshot,
    long: float,
) -> Signals:
    """Adds what the first passages have in common, whatever number of them is shown."""
    rows = [one.row for one in candidates[:COMPARED] if one.row in shown]
    return replace(
        signals,
        coherence=coherence(snapshot.dense.vectors(rows)) if rows else 0.0,
        agreement=agreement([shown[row] for row in rows], weights, snapshot.lexical),
        size=size_of(len(snapshot.lexical)),
        long=long,
    )


def _in_kind(question: Question, first: Sequence[Selected]) -> bool:
    """Says whether one of the first passages holds the kind of answer that is asked for, where there is one."""
    return asked_kind(question.subject) is None or any(choice.candidate.features.kind for choice in first)


def _verdict(confidence: float, *, in_kind: bool, settings: AnswerSettings) -> Verdict:
    if confidence >= settings.answers_threshold and in_kind:
        return Verdict.ANSWERS
    return Verdict.MAY if confidence >= settings.may_threshold else Verdict.NO


def _met(filters: Filters, catalog: Catalog) -> tuple[tuple[Condition, int], ...]:
    """Counts for each condition the articles that meet it, for whoever wonders why none meets all."""
    parts = [part for one in filters.conditions for part in (one.parts if isinstance(one, All) else (one,))]
    others = filters.selection
    return tuple((part, count(Among(catalog, replace(others, conditions=(part,))))) for part in parts)


def _said(question: Question, choice: Selected, passages: PassageCache) -> Sequence[Quotation]:
    if question.speaker is None:
        return ()
    return passages.spoken(choice.passage.chunk.article_id, question.speaker.name).rows.get(choice.candidate.row, ())
