"""Files to save: the forms of conversations, comparisons of outlets and lists of articles, with all their sources."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from page.chat import restore
from page.conversations.conversations import SavedConversation
from page.session import Session, answer_posted
from page.session.posted import Posted
from qa.answer import Answer
from qa.answerer import Answerer
from qa.compare import Comparison
from qa.listing import Listing
from qa.render.csv import answers_to_csv, comparisons_to_csv, listing_to_csv
from qa.render.json import answer_to_dict, comparison_to_dict, listing_to_dict
from qa.render.markdown import answer_to_markdown, comparison_to_markdown, listing_to_markdown

_BOM = "\ufeff"  # tells spreadsheets that the letters are UTF-8


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which answers can be saved."""

    media_type: str
    conversation: Callable[[Sequence[Answer]], str]
    comparison: Callable[[Comparison], str]
    listing: Callable[[Listing], str]


FORMS = {
    "markdown": Form(
        "text/markdown; charset=utf-8",
        lambda answers: "\n".join(map(answer_to_markdown, answers)),
        comparison_to_markdown,
        listing_to_markdown,
    ),
    "csv": Form(
        "text/csv; charset=utf-8",
        lambda answers: _BOM + answers_to_csv(answers),
        lambda comparison: _BOM + comparisons_to_csv([comparison]),
        lambda listing: _BOM + listing_to_csv(listing),
    ),
    "json": Form(
        "application/json",
        lambda answers: _json([*map(answer_to_dict, answers)]),
        lambda comparison: _json(comparison_to_dict(comparison)),
        lambda listing: _json(listing_to_dict(listing)),
    ),
}


async def save(
    session: Session, request: Request, posted: type[Posted], write: Callable[[Form, Posted, Answerer], str]
) -> Response:
    """Answers a request with a file: what is written of its body, in the form that its address names."""
    form = FORMS.get(request.path_params["form"])
    if form is None:
        return PlainTextResponse(f"There is no such form. Choose one of {', '.join(FORMS)}.", 404)

    def respond(sent: Posted, answers: Answerer) -> Response:
        return Response(write(form, sent, answers).encode("utf-8", "replace"), media_type=form.media_type)

    return await answer_posted(session, request, posted, respond)


async def export(session: Session, request: Request) -> Response:
    """Answers ``POST /export/{form}``, a saved conversation, with a file in a form of `FORMS`."""

    def write(form: Form, saved: SavedConversation, answers: Answerer) -> str:
        return form.conversation([restore(turn, answers).answer for turn in saved.turns])

    return await save(session, request, SavedConversation, write)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
