"""A quotation with more of its article around it."""

from starlette.requests import Request
from starlette.responses import HTMLResponse

from page.html import render
from page.html.addresses import context_path, read_anchors
from page.html.anchors import Anchor
from page.html.paragraphs import grown
from page.html.quotation import quotation
from page.html.quoted import find_quoted
from page.session import Session
from qa.passage import Citation, Highlight, Passage


def context(session: Session, request: Request) -> HTMLResponse:
    """Answers ``/context/{article_id}?at=start-end-digest&mark=start-end-digest`` with the next wider quotation."""
    answers, query = session.answers, request.query_params
    article = answers.article(request.path_params["article_id"]) if answers else None
    text = article.text if article else ""
    quoted = find_quoted(text, Anchor.read(query.get("at", "")), read_anchors(query.getlist("mark")))
    if article is None or quoted.at is None or not quoted.at[0] < quoted.at[1] <= len(text):
        return HTMLResponse(render("html/notice.html", words="The index no longer holds this passage."), 404)
    start, end = grown(text, quoted.at)
    is_whole = grown(text, (start, end)) == (start, end)
    marks = tuple(Highlight(left, right, text[left:right]) for left, right in quoted.sentences)
    passage = Passage(text[start:end], Citation.of(article, start, end), score=0.0, highlights=marks)
    wider = quotation(passage.text, start, quoted.sentences, "" if is_whole else context_path(passage))
    return HTMLResponse(render("passage/context.html", quotation=wider))
