"""Conversations that a browser kept: shown again, or saved as a file with all their sources."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from page.chat.kept import KeptTurn, recall
from page.chat.suggestions import next_questions
from page.chat.turn import recalled_turns
from page.state.desk import Answers, Desk
from page.state.posted import answer_posted
from qa.answer import Answer
from qa.render.csv import answers_to_csv
from qa.render.json import answer_to_dict
from qa.render.markdown import answer_to_markdown

MOST_TURNS = 200


class KeptConversation(BaseModel):
    """The turns of a conversation, oldest first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    turns: tuple[KeptTurn, ...] = Field(max_length=MOST_TURNS)


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which a conversation can be saved."""

    media_type: str
    write: Callable[[Sequence[Answer]], str]


FORMS = {
    "markdown": Form("text/markdown; charset=utf-8", lambda answers: "\n".join(map(answer_to_markdown, answers))),
    # The mark at the beginning tells spreadsheets that the letters are UTF-8.
    "csv": Form("text/csv; charset=utf-8", lambda answers: "\ufeff" + answers_to_csv(answers)),
    "json": Form(
        "application/json", lambda answers: json.dumps([*map(answer_to_dict, answers)], ensure_ascii=False, indent=2)
    ),
}


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


async def export(desk: Desk, request: Request) -> Response:
    """Answers ``POST /export/{form}``, a kept conversation, with a file in a form of `FORMS`."""
    form = FORMS.get(request.path_params["form"])
    if form is None:
        return PlainTextResponse(f"There is no such form. Choose one of {', '.join(FORMS)}.", 404)

    def write(kept: KeptConversation, answers: Answers) -> Response:
        text = form.write([recall(turn, answers).answer for turn in kept.turns])
        return Response(text.encode("utf-8", "replace"), media_type=form.media_type)

    return await answer_posted(desk, request, KeptConversation, write)
