"""The ask: a question as it is asked, with all that its answer depends on beside the index."""

from dataclasses import dataclass, field
from datetime import date

from qa.answer import Conversation
from qa.arrangement import USUAL, Arrangement
from qa.question import Filters


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as it is asked.

    Attributes:
        question: The user's words; may hold operators (see `qa.query`) and quoted phrases.
        conversation: The questions before, for a follow-up to lean on.
        filters: What the user fixed beside the question; operators add to it.
        limit: Most passages to show; None for the setting's number.
        today: The day of the question, from which "last week" and the age of articles are counted; None for the day on
            which it is asked.
        arrangement: How the passages are to be arranged.
    """

    question: str
    conversation: Conversation = field(default_factory=Conversation)
    filters: Filters = field(default_factory=Filters)
    limit: int | None = None
    today: date | None = None
    arrangement: Arrangement = USUAL
