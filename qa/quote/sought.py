"""What a sentence has to say to be marked: the question, and what it asks of the outlet of the passage."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Self

from index.encode import Vector
from index.search import Words
from qa.figures import asked_alone
from qa.figures.asked import AskedFigure
from qa.language import TermWeights
from qa.language.asked_kind import AskedKind, asked_kind
from qa.language.terms import is_long
from qa.language.told import Told, asked_told
from qa.question import Question


class Aim(NamedTuple):
    """The terms of a text and its meaning, shape (dimension,), length 1."""

    weights: TermWeights
    vector: Vector


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought in the sentences of a passage.

    Attributes:
        whole: The whole question.
        parts: By outlet, what the question asks of it where it asks different things of several.
        figure: The figure that it asks for.
        kind: The kind of answer that it asks for; None where none can be told.
        told: What it asks for that is told in set words; None for anything else.
    """

    whole: Aim
    parts: Mapping[str, Aim]
    figure: AskedFigure
    kind: AskedKind | None = None
    told: Told | None = None

    @property
    def asks_name(self) -> bool:
        """Whether a name is asked for."""
        return self.kind is AskedKind.NAME

    @classmethod
    def of(cls, question: Question, weights: TermWeights, vectors: Mapping[str, Vector], lexical: Words) -> Self:
        """Finds what a question seeks.

        Args:
            question: The question.
            weights: Its terms.
            vectors: Its subject and facets, encoded.
            lexical: The index of words.
        """
        parts = {
            facet.outlet: Aim(TermWeights.of(facet.text, lexical, question.also), vectors[facet.text])
            for facet in question.facets
            if facet.text != question.subject
        }
        subject = question.subject
        long = is_long(subject)  # of many parts, of which a sentence answers but one
        return cls(
            whole=Aim(weights, vectors[subject]),
            parts=parts,
            figure=asked_alone(subject),
            kind=None if long else asked_kind(question.text),
            told=None if long else asked_told(question.text),
        )
