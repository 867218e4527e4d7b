"""A kept conversation as a file, with all its sources."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from page.chat.kept import recall
from page.conversations.conversations import KeptConversation
from page.state.desk import Answers, Desk
from page.state.posted import answer_posted
from qa.answer import Answer
from qa.render.csv import answers_to_csv
from qa.render.json import answer_to_dict
from qa.render.markdown import answer_to_markdown


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


async def export(desk: Desk, request: Request) -> Response:
    """Answers ``POST /export/{form}``, a kept conversation, with a file in a form of `FORMS`."""
    form = FORMS.get(request.path_params["form"])
    if form is None:
        return PlainTextResponse(f"There is no such form. Choose one of {', '.join(FORMS)}.", 404)

    def write(kept: KeptConversation, answers: Answers) -> Response:
        text = form.write([recall(turn, answers).answer for turn in kept.turns])
        return Response(text.encode("utf-8", "replace"), media_type=form.media_type)

    return await answer_posted(desk, request, KeptConversation, write)
