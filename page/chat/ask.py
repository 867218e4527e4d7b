"""Answers a question of the chat with its turn, as a part of the page."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from page.chat.chips import withdraw
from page.chat.kept import KeptTurn, conversation
from page.chat.turn import answered_turn
from page.state.desk import Answers, Desk
from page.state.posted import answer_posted
from qa.question import Filters
from qa.understand.filters import read_filters

LONGEST_QUESTION = 500  # characters
MOST_EARLIER = 10  # turns that a follow-up may lean on: a question never costs more because the chat is long


class Place(BaseModel):
    """Where a question stands in its chat, which only the browser knows.

    Attributes:
        place: Number of the turn that the question becomes, from 0.
        earlier: The turns before it, oldest first.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    place: int = Field(ge=0)
    earlier: Annotated[tuple[KeptTurn, ...], Field(max_length=MOST_EARLIER)] = ()


class Asked(Place):
    """A question, and what is in the fields of the filters."""

    asked: str = Field(max_length=LONGEST_QUESTION)
    outlets: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


class Again(Place):
    """A question to ask once more without something that was understood (see `page.chat.chips.withdraw`)."""

    kept: KeptTurn
    kind: str
    value: str


async def ask(desk: Desk, request: Request) -> Response:
    """Answers ``POST /ask``, an `Asked`, with its turn as HTML."""

    def respond(question: Asked, answers: Answers) -> Response:
        filters = read_filters(question.outlets, question.since, question.until)
        return _turn(question, question.asked, filters, answers)

    return await answer_posted(desk, request, Asked, respond)


async def again(desk: Desk, request: Request) -> Response:
    """Answers ``POST /again``, an `Again`, with its turn as HTML."""

    def respond(question: Again, answers: Answers) -> Response:
        kept = question.kept.question
        asked, filters = withdraw(kept.asked, kept.filters, question.kind, question.value)
        place = question.model_copy(update={"earlier": ()}) if question.kind == "carried" else question
        return _turn(place, asked, filters, answers)

    return await answer_posted(desk, request, Again, respond)


def _turn(place: Place, asked: str, filters: Filters, answers: Answers) -> Response:
    answer = answers.ask(asked, conversation(place.earlier, answers), filters)
    return HTMLResponse(answered_turn(place.place, answer, answers))
