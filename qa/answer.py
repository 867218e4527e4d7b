"""The answer: passages and what is known about how well they fit."""

from dataclasses import dataclass

from qa.passage import Passage
from qa.question import Question


@dataclass(frozen=True, slots=True)
class OutletCoverage:
    """How often one outlet appears among the passages of an answer.

    Attributes:
        outlet: Display name.
        passages: Passages of this outlet in the answer.
        articles: Articles of this outlet in the whole index.
    """

    outlet: str
    passages: int
    articles: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say to a question.

    Attributes:
        question: The question as understood.
        passages: Best first. When `found` is false, the nearest material, to be named as such.
        found: Whether the passages answer the question.
        confidence: 0 to 1, comparable between questions; `found` is this number against one threshold.
        outlets: Coverage of each outlet of the index, those with passages first.
        generation: Name of the index generation that answered.
        seconds: Time taken.
    """

    question: Question
    passages: tuple[Passage, ...]
    found: bool
    confidence: float
    outlets: tuple[OutletCoverage, ...]
    generation: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Conversation:
    """The questions so far: all of a conversation that a follow-up leans on.

    Attributes:
        questions: Their words, oldest first. Operators in them held for their own answers alone.
    """

    questions: tuple[str, ...] = ()

    def with_answer(self, answer: Answer) -> "Conversation":
        """Returns a conversation that ends with what was answered."""
        return Conversation((*self.questions, answer.question.text))
