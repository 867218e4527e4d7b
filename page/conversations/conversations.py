"""Conversations that a browser kept: shown again, and gone on with."""

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from page.chat import SavedTurn, restore
from page.chat.suggestions import next_questions
from page.chat.turn import restored_turns
from page.session import Session, answer_posted
from qa.answerer import Answerer

MOST_TURNS = 200


class SavedConversation(BaseModel):
    """The turns of a conversation, oldest first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    turns: tuple[SavedTurn, ...] = Field(max_length=MOST_TURNS)


async def turns(session: Session, request: Request) -> Response:
    """Answers ``POST /turns``, a saved conversation, with its turns as HTML."""

    def show(saved: SavedConversation, answers: Answerer) -> Response:
        return HTMLResponse(restored_turns(saved.turns, answers))

    return await answer_posted(session, request, SavedConversation, show)


async def following(session: Session, request: Request) -> Response:
    """Answers ``POST /next``, a saved conversation, with questions to go on with, as JSON."""

    def find(saved: SavedConversation, answers: Answerer) -> Response:
        last = [restore(turn, answers).answer for turn in saved.turns[-1:]]
        return JSONResponse([question for answer in last for question in next_questions(answer, answers)])

    return await answer_posted(session, request, SavedConversation, find)
