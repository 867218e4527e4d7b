"""Tells the passages that bear on a question from those that are only the nearest there are."""

from collections.abc import Mapping, Sequence

from index.encode import Vector
from index.generation import IndexSnapshot
from index.search import Words
from qa.language import TermWeights, content_terms
from qa.language.timeless import needed_terms
from qa.passage import Passage
from qa.question import Question
from qa.quote.confidence import Judged, Signals, logit_alone, source_of
from qa.quote.select import Selected
from qa.ranking.fitted import BEARS, MATCH
from qa.retrieve.timely import fitting


def bearing(
    question: Question,
    chosen: Sequence[Selected],
    passages: Sequence[Passage],
    all_judged: Sequence[Judged],
    vectors: Mapping[str, Vector],
    weights: TermWeights,
    snapshot: IndexSnapshot,
) -> list[bool]:
    """Says which passages bear on a question, by what the view of the outlets goes by.

    A passage does that is sure by itself, or less sure and much like the surest one. Where the question names outlets,
    it asks each of its own: there, a passage is held against the surest one of its outlet.

    Args:
        question: The question.
        chosen: The passages as they were chosen, best first.
        passages: The same as they are quoted.
        all_judged: The same, with what each has to hold; see `judged`.
        vectors: The encoded text of the question and of each of its parts.
        weights: The question's terms.
        snapshot: The index.

    Returns:
        One value for each passage; the first one, which is the best there is, bears on it.
    """
    asked: dict[str, list[tuple[TermWeights, Vector]]] = {}
    for facet in question.facets:
        part = TermWeights.of(facet.text, snapshot.lexical, question.also), vectors[facet.text]
        asked.setdefault(facet.outlet, [(weights, vectors[question.subject])]).append(part)
    whole = [(weights, vectors[question.subject])]
    logits = [
        max(logit_alone(Signals.of(*one, [passage])) for one in asked.get(quoted.citation.outlet, whole))
        for passage, quoted in zip(all_judged, passages, strict=True)
    ]
    own = snapshot.dense.vectors([choice.candidate.row for choice in chosen])
    groups = [quoted.citation.outlet if quoted.citation.outlet in asked else "" for quoted in passages]
    best = {group: max(_places(groups, group), key=logits.__getitem__) for group in groups}
    if asked and "" in best:  # whoever is not asked has to say much the same as whoever is
        best[""] = max(range(len(chosen)), key=logits.__getitem__)
    told = {number: _told(chosen[number], passages[number], snapshot) for number in set(best.values())}
    bears = [
        MATCH.logit(
            logit=logits[number],
            cosine=float(own[number] @ own[best[groups[number]]]),
            share=told[best[groups[number]]].share(_terms(chosen[number], passages[number])),
        )
        >= BEARS
        for number in range(len(chosen))
    ]
    return [True, *bears[1:]] if bears else []


def _places(groups: Sequence[str], group: str) -> list[int]:
    return [number for number, one in enumerate(groups) if one == group]


def _told(choice: Selected, quoted: Passage, snapshot: IndexSnapshot) -> TermWeights:
    return TermWeights.of(f"{quoted.citation.title} {choice.passage.chunk.text}", snapshot.lexical)


def _terms(choice: Selected, quoted: Passage) -> set[str]:
    return {*choice.passage.words, *content_terms(quoted.citation.title)}


def judged(question: Question, choice: Selected, quoted: Passage, lexical: Words) -> Judged:
    """Returns a passage with what it has to hold of a question; see `qa.quote.confidence`."""
    fits = fitting(quoted.text, quoted.citation.published, question.periods)
    return Judged(
        source_of(question, quoted.citation),
        choice.passage,
        choice.candidate.score - choice.candidate.boost,
        needed_terms(question, fits, lexical),
    )
