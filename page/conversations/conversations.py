"""Conversations that a browser kept: shown again, and gone on with."""

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from page.chat.kept import KeptTurn, recall
from page.chat.suggestions import next_questions
from page.chat.turn import recalled_turns
from page.state.desk import Answers, Desk
from page.state.posted import answer_posted

MOST_TURNS = 200


class KeptConversation(BaseModel):
    """The turns of a conversation, oldest first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    turns: tuple[KeptTurn, ...] = Field(max_length=MOST_TURNS)


async def turns(desk: Desk, request: Request) -> Response:
    """Answers ``POST /turns``, a kept conversation, with its turns as HTML."""

    def show(kept: KeptConversation, answers: Answers) -> Response:
        return HTMLResponse(recalled_turns(kept.turns, answers))

    return await answer_posted(desk, request, KeptConversation, show)


async def following(desk: Desk, request: Request) -> Response:
    """Answers ``POST /next``, a kept conversation, with questions to go on with, as JSON."""

    def find(kept: KeptConversation, answers: Answers) -> Response:
        last = [recall(turn, answers).answer for turn in kept.turns[-1:]]
        return JSONResponse([question for answer in last for question in next_questions(answer, answers)])

    return await answer_posted(desk, request, KeptConversation, find)
