"""What the page asks of the fact sheet: shown and changed, as a file, and the sentences of a passage to choose from."""

from markupsafe import Markup
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from corpus.text.sentences import sentence_spans
from index.workspace import Workspace
from page.html import render
from page.html.anchors import Anchor
from page.html.colours import in_order
from page.html.quotation import quotation
from page.session import Session, answer_posted
from page.sheet.edits import SheetEdit
from page.sheet.forms import FORMS
from page.sheet.kept import KeptSheet, change_sheet, read_sheet
from page.sheet.shown import fact_sheet, show
from qa.answerer import Answerer
from qa.cite import STYLES


class SheetFile(BaseModel):
    """How a file of the sheet is wanted.

    Attributes:
        style: How sources are cited; a key of `STYLES`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    style: str


def sheet_to_html(kept: KeptSheet, answers: Answerer) -> Markup:
    """Returns the sheet as it is shown, one element without line breaks.

    Args:
        kept: The sheet.
        answers: Gives the articles.
    """
    return render(
        "sheet/sheet.html",
        title=kept.title,
        shown=[show(pin, answers) for pin in kept.pins],
        outlets=in_order(answers.holdings().outlets),
        quotation=lambda quote: quotation(quote.text, quote.citation.start, ()),
    )


async def sheet(session: Session, workspace: Workspace, request: Request) -> Response:
    """Answers ``POST /sheet``, a `SheetEdit`, with the sheet as it is then, as HTML."""

    def respond(wanted: SheetEdit, answers: Answerer) -> Response:
        edit = wanted.edit
        kept = change_sheet(workspace, edit.change(answers)) if edit else read_sheet(workspace)
        return HTMLResponse(sheet_to_html(kept, answers))

    return await answer_posted(session, request, SheetEdit, respond)


async def export_sheet(session: Session, workspace: Workspace, request: Request) -> Response:
    """Answers ``POST /sheet/{form}``, a `SheetFile`, with the sheet in a form of `FORMS`."""
    form = FORMS.get(request.path_params["form"])
    if form is None:
        return PlainTextResponse(f"There is no such form. Choose one of {', '.join(FORMS)}.", 404)

    def respond(wanted: SheetFile, answers: Answerer) -> Response:
        style = STYLES.get(wanted.style)
        if style is None:
            return PlainTextResponse(f"There is no such style. Choose one of {', '.join(STYLES)}.", 404)
        written = form.write(fact_sheet(read_sheet(workspace), answers), style)
        content = written.encode("utf-8", "replace") if isinstance(written, str) else written
        return Response(content, media_type=form.media_type)

    return await answer_posted(session, request, SheetFile, respond)


def sentences(session: Session, request: Request) -> HTMLResponse:
    """Answers ``/sentences/{article_id}?at=start-end`` with the sentences of a passage, to pin one, as HTML."""
    answers = session.answers
    article = answers.article(request.path_params["article_id"]) if answers else None
    anchor = Anchor.read(request.query_params.get("at", ""))
    at = anchor.find(article.text) if anchor and article else None
    if article is None or at is None or not at[0] < at[1] <= len(article.text):
        return HTMLResponse(render("html/notice.html", words="The index no longer holds this passage."), 404)
    passage = article.text[slice(*at)]
    found = [(at[0] + start, passage[start:end]) for start, end in sentence_spans(passage)]
    return HTMLResponse(render("sheet/sentences.html", sentences=found))
