"""Files to save: the forms of conversations, comparisons of outlets and lists of articles, with all their sources."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from page.chat import SavedTurn, restore
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
from qa.render.provenance import Provenance, provenance, provenance_to_dict, provenance_to_markdown, searched

BOM = "\ufeff"  # tells spreadsheets that the letters are UTF-8


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which answers can be saved."""

    media_type: str
    conversation: Callable[[Sequence[Answer], Sequence[SavedTurn], Provenance], str]
    comparison: Callable[[Comparison, Provenance], str]
    listing: Callable[[Listing, Provenance], str]


FORMS = {
    "markdown": Form(
        "text/markdown; charset=utf-8",
        lambda answers, _, given: _ended("\n".join(map(answer_to_markdown, answers)), given),
        lambda comparison, given: _ended(comparison_to_markdown(comparison), given),
        lambda listing, given: _ended(listing_to_markdown(listing), given),
    ),
    "csv": Form(
        "text/csv; charset=utf-8",
        lambda answers, _, given: BOM + answers_to_csv(answers, given),
        lambda comparison, given: BOM + comparisons_to_csv([comparison], given),
        lambda listing, given: BOM + listing_to_csv(listing, given),
    ),
    "json": Form(
        "application/json",
        lambda answers, turns, given: _json(
            [_with(_reopened(*pair), given) for pair in zip(answers, turns, strict=True)]
        ),
        lambda comparison, given: _json(_with(comparison_to_dict(comparison), given)),
        lambda listing, given: _json(_with(listing_to_dict(listing), given)),
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
        restored = [restore(turn, answers).answer for turn in saved.turns]
        searches = [searched(answer.question, answers.count(answer.question.filters)) for answer in restored]
        return form.conversation(restored, saved.turns, provenance(answers.holdings(), searches))

    return await save(session, request, SavedConversation, write)


def _ended(markdown: str, given: Provenance) -> str:
    return f"{markdown}\n{provenance_to_markdown(given)}"


def _with(written: dict[str, object], given: Provenance) -> dict[str, object]:
    return {**written, "provenance": provenance_to_dict(given)}


def _reopened(answer: Answer, turn: SavedTurn) -> dict[str, object]:
    """Lays an answer out with what the page opens it by again."""
    return {**answer_to_dict(answer), "turn": turn.model_dump(mode="json")}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
