"""Chooses the sentences that are worth reading: reading costs a millisecond each, so only what may answer is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.encode import Vector
from qa.language import TermWeights
from qa.rerank.reranker import Window
from qa.retrieve import PassageTerms


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence to be read.

    Attributes:
        row: Of its passage.
        sentence: Its number in the passage, from 0.
        window: The sentence in its place.
    """

    row: int
    sentence: int
    window: Window


def choose(
    passages: Mapping[int, PassageTerms],
    titles: Mapping[int, str],
    weights: TermWeights,
    vector: Vector,
    windows: int,
) -> list[Chosen]:
    """Chooses the best sentence of each passage by its words and its meaning, and then the best ones that are left.

    Args:
        passages: Passages by row.
        titles: Headlines by row; a row without one is left out.
        weights: The question's terms.
        vector: Its meaning, shape (dimension,), length 1.
        windows: Most sentences to choose; each passage has one of them all the same.
    """
    ranked = {row: _ranked(passage, weights, vector) for row, passage in passages.items() if passage.spans}
    seconds = sorted(
        (_Scored(score, row, number) for row, scored in ranked.items() for score, number in scored[1:2]),
        key=lambda one: -one.score,
    )
    places = [(row, scored[0][1]) for row, scored in ranked.items()]
    places += [(one.row, one.sentence) for one in seconds[: max(0, windows - len(places))]]
    return [
        Chosen(row, number, window_of(passages[row], number, titles.get(row, ""))) for row, number in sorted(places)
    ]


def window_of(passage: PassageTerms, number: int, title: str) -> Window:
    """Returns a sentence of a passage in its place."""
    text, spans = passage.chunk.text, passage.spans
    before, after = spans[number - 1 : number] if number else (), spans[number + 1 : number + 2]
    return Window(title, _words(text, before), _words(text, spans[number : number + 1]), _words(text, after))


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    row: int
    sentence: int


def _words(text: str, spans: Iterable[tuple[int, int]]) -> str:
    return "".join(text[start:end] for start, end in spans)


def _ranked(passage: PassageTerms, weights: TermWeights, vector: Vector) -> Sequence[tuple[float, int]]:
    """Returns the sentences of a passage with their scores, best first."""
    shares = weights.shares(passage.places, len(passage.spans))
    near = passage.nearness(vector).tolist()
    scored = (share + max(0.0, cosine) for share, cosine in zip(shares, near, strict=True))
    return sorted(((score, number) for number, score in enumerate(scored)), key=lambda one: (-one[0], one[1]))
