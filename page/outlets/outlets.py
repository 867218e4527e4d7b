"""What each outlet says to a question of the chat: as a part of the page, or saved as a file with all sources."""

import json
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from page.chat.kept import Following, KeptTurn
from page.conversations.export import FORMS
from page.outlets.comparison import comparison_to_html
from page.state.desk import Answers, Desk
from page.state.posted import answer_posted
from qa.ask import Ask
from qa.compare.comparison import Comparison
from qa.render.csv import comparisons_to_csv
from qa.render.json import comparison_to_dict
from qa.render.markdown import comparison_to_markdown

# The same forms as those of a conversation.
WRITERS: dict[str, Callable[[Comparison], str]] = {
    "markdown": comparison_to_markdown,
    "csv": lambda comparison: "\ufeff" + comparisons_to_csv([comparison]),
    "json": lambda comparison: json.dumps(comparison_to_dict(comparison), ensure_ascii=False, indent=2),
}


class Compared(Following):
    """A turn whose question is looked at outlet by outlet."""

    turn: KeptTurn


async def outlets(desk: Desk, request: Request) -> Response:
    """Answers ``POST /outlets``, a `Compared`, with what each outlet says to its question, as HTML."""
    return await _with_comparison(desk, request, lambda comparison: HTMLResponse(comparison_to_html(comparison)))


async def export_outlets(desk: Desk, request: Request) -> Response:
    """Answers ``POST /outlets/{form}``, a `Compared`, with the same as a file."""
    form = request.path_params["form"]
    if form not in WRITERS:
        return PlainTextResponse(f"There is no such form. Choose one of {', '.join(WRITERS)}.", 404)

    def write(comparison: Comparison) -> Response:
        text = WRITERS[form](comparison)
        return Response(text.encode("utf-8", "replace"), media_type=FORMS[form].media_type)

    return await _with_comparison(desk, request, write)


async def _with_comparison(desk: Desk, request: Request, respond: Callable[[Comparison], Response]) -> Response:
    def compare(compared: Compared, answers: Answers) -> Response:
        question = compared.turn.question
        return respond(answers.compare(Ask(question.asked, compared.conversation, question.filters)))

    return await answer_posted(desk, request, Compared, compare)
