"""What one search found: an answer is looked at in another way without a new search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.encode import Vector
from index.generation import IndexSnapshot
from qa.answer import Answer
from qa.language import TermWeights
from qa.quote import Signals
from qa.retrieve import Candidate, PassageCache


@dataclass(frozen=True, slots=True)
class Found:
    """What one search found.

    Attributes:
        answer: The answer made of it.
        vectors: The question and its parts, encoded; see `qa.retrieve.encode`.
        candidates: All rows that were ranked, best first.
        weights: The terms of the question.
        snapshot: The index that was searched.
        passages: Its passages.
        signals: What the confidence was made of.
    """

    answer: Answer
    vectors: Mapping[str, Vector]
    candidates: Sequence[Candidate]
    weights: TermWeights
    snapshot: IndexSnapshot
    passages: PassageCache
    signals: Signals

    @property
    def vector(self) -> Vector:
        """The encoded question, shape (dimension,), length 1."""
        return self.vectors[self.answer.question.subject]

    def weigh(self, text: str) -> TermWeights:
        """Weighs the terms of a text."""
        return TermWeights.of(text, self.snapshot.lexical, self.answer.question.also)
