"""One person's chat: the conversation that follow-ups lean on, and what the page shows of it."""

from dataclasses import dataclass, field, replace

from qa.answer import Answer
from qa.conversation import Conversation
from qa.render.html import question_to_html

TURNS = 50  # turns kept; a chat that never ends would slow each new turn down


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it, as HTML."""

    question: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Chat:
    """The newest turns, oldest first, and the conversation behind them.

    An error is a turn but no part of the conversation.
    """

    turns: tuple[Turn, ...] = ()
    conversation: Conversation = field(default_factory=Conversation)

    def with_turn(self, asked: str, outcome: str, answer: Answer | None = None) -> "Chat":
        """Returns a chat that ends with this turn.

        Args:
            asked: The question in the user's words.
            outcome: What came of it, as one element of HTML without blank lines.
            answer: The answer, unless there is none.
        """
        turns = (*self.turns, Turn(question_to_html(asked), outcome))[-TURNS:]
        if answer is None:
            return replace(self, turns=turns)
        answers = self.conversation.with_answer(answer).answers[-TURNS:]
        return Chat(turns, Conversation(answers))

    def messages(self) -> list[dict[str, str]]:
        """Returns the turns in the form of a chat window."""
        return [
            message
            for turn in self.turns
            for message in (
                {"role": "user", "content": turn.question},
                {"role": "assistant", "content": turn.outcome},
            )
        ]
