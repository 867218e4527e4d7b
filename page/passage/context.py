"""A quotation with more of its article around it."""

from starlette.requests import Request
from starlette.responses import HTMLResponse

from page.html import render
from page.html.addresses import context_path, read_span
from page.html.paragraphs import grown
from page.html.quotation import quotation
from page.session import Session


def context(session: Session, request: Request) -> HTMLResponse:
    """Answers ``/context/{article_id}?at=start-end&mark=start-end`` with the next wider quotation, as HTML."""
    answers = session.answers
    article = answers.article(request.path_params["article_id"]) if answers else None
    at = read_span(request.query_params.get("at", ""))
    if article is None or at is None or not at[0] < at[1] <= len(article.text):
        return HTMLResponse(render("html/notice.html", words="The index no longer holds this passage."), 404)
    sentences = [span for written in request.query_params.getlist("mark") if (span := read_span(written))]
    start, end = grown(article.text, at)
    is_whole = grown(article.text, (start, end)) == (start, end)
    more = "" if is_whole else context_path(article.article_id, (start, end), sentences)
    wider = quotation(article.text[start:end], start, sentences, more)
    return HTMLResponse(render("passage/context.html", quotation=wider))
