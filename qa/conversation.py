"""A conversation: the answers so far, for follow-up questions to lean on."""

from dataclasses import dataclass

from qa.answer import Answer


@dataclass(frozen=True, slots=True)
class Conversation:
    """The answers so far, oldest first. A new turn makes a new conversation."""

    answers: tuple[Answer, ...] = ()

    def with_answer(self, answer: Answer) -> "Conversation":
        """Returns a conversation that ends with this answer."""
        return Conversation((*self.answers, answer))
