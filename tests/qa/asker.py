"""An answerer that needs no index."""

from dataclasses import dataclass, field, replace

from index.store.catalog import ArticleSummary
from qa.answer import Answer, Conversation
from qa.errors import BadQuestion
from qa.question import Filters, Question


@dataclass
class FakeAsker:
    """Gives the same answer to everything, or an answer of its own to some questions.

    Attributes:
        usual: The answer to every other question.
        special: Answers by question.
        seen: Every question asked, with the questions of its conversation, its filters and its limit.
    """

    usual: Answer
    special: dict[str, Answer] = field(default_factory=dict)
    seen: list[tuple[str, tuple[str, ...], Filters | None, int | None]] = field(default_factory=list)

    def summaries(self) -> list[ArticleSummary]:
        return []

    def ask(
        self,
        asked: str,
        conversation: Conversation | None = None,
        filters: Filters | None = None,
        limit: int | None = None,
    ) -> Answer:
        if asked == "bad":
            raise BadQuestion("No outlet is called so.")
        earlier = conversation.answers if conversation else ()
        self.seen.append((asked, tuple(answer.question.asked for answer in earlier), filters, limit))
        answer = self.special.get(asked, self.usual)
        return replace(answer, question=Question(asked, asked, filters=filters or Filters()))
