"""Answers a question of the chat with its turn, as a part of the page."""

from pydantic import Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from page.chat.chips import without
from page.chat.kept import Following, KeptTurn
from page.chat.turn import answered_turn
from page.state.desk import Answers, Desk
from page.state.posted import answer_posted
from qa.answer import Conversation
from qa.ask import Ask
from qa.question import Filters
from qa.render.remarks import Kind
from qa.understand.filters import read_day

LONGEST_QUESTION = 500  # characters


class Place(Following):
    """Where a question stands in its chat, which only the browser knows.

    Attributes:
        place: Number of the turn that the question becomes, from 0.
    """

    place: int = Field(ge=0)


class Asked(Place):
    """A question, and what is in the fields of the filters."""

    asked: str = Field(max_length=LONGEST_QUESTION)
    outlets: tuple[str, ...] = ()
    since: str = ""
    until: str = ""

    @property
    def filters(self) -> Filters:
        """What the fields fix.

        Raises:
            BadQuestion: A day cannot be read, or the last day lies before the first.
        """
        first, last = (read_day(written) if written.strip() else None for written in (self.since, self.until))
        return Filters(self.outlets, first, last)


class Again(Place):
    """A question to ask once more without something that was understood (see `page.chat.chips.without`)."""

    kept: KeptTurn
    kind: Kind
    value: str


async def ask(desk: Desk, request: Request) -> Response:
    """Answers ``POST /ask``, an `Asked`, with its turn as HTML."""

    def respond(question: Asked, answers: Answers) -> Response:
        return _turn(question.place, Ask(question.asked, Conversation(question.earlier), question.filters), answers)

    return await answer_posted(desk, request, Asked, respond)


async def again(desk: Desk, request: Request) -> Response:
    """Answers ``POST /again``, an `Again`, with its turn as HTML."""

    def respond(question: Again, answers: Answers) -> Response:
        kept = question.kept.question
        asked = Ask(kept.asked, Conversation(question.earlier), kept.filters)
        return _turn(question.place, without(asked, question.kind, question.value), answers)

    return await answer_posted(desk, request, Again, respond)


def _turn(place: int, ask: Ask, answers: Answers) -> Response:
    return HTMLResponse(answered_turn(place, answers.answer(ask), answers))
