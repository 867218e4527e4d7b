"""An answerer that needs no index."""

from dataclasses import dataclass, field, replace

from index.store.catalog import ArticleSummary
from qa.answer import Answer
from qa.ask import Ask
from qa.errors import BadQuestion
from qa.question import Question


@dataclass
class FakeAsker:
    """Gives the same answer to everything, or an answer of its own to some questions.

    Attributes:
        usual: The answer to every other question.
        special: Answers by question.
        seen: Every question as it was asked.
    """

    usual: Answer
    special: dict[str, Answer] = field(default_factory=dict)
    seen: list[Ask] = field(default_factory=list)

    def summaries(self) -> list[ArticleSummary]:
        return []

    def answer(self, ask: Ask) -> Answer:
        if ask.question == "bad":
            raise BadQuestion("No outlet is called so.")
        self.seen.append(ask)
        answer = self.special.get(ask.question, self.usual)
        return replace(answer, question=Question(ask.question, ask.question, filters=ask.filters))
