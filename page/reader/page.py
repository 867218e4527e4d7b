"""The page of one article: what a citation links to. It needs no script and allows none."""

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from page.access import ARTICLE_POLICY
from page.html import render
from page.html.addresses import read_anchors
from page.html.anchors import Anchor
from page.html.quoted import find_quoted
from page.reader.article import article_to_html
from page.session import Session


def article_page(session: Session, request: Request) -> HTMLResponse:
    """Answers ``/article/{article_id}?at=start-end-digest&mark=start-end-digest&also=start-end-digest``.

    Args:
        session: Where the answerer is.
        request: Names an article by its id; ``at`` names the cited passage, each ``mark`` a sentence of it, each
            ``also`` another passage that is cited (see `page.html.anchors`).

    Returns:
        The article with the passage marked where it stands now, or told that it no longer does; 404 when the index has
        no such article, 503 while it is not loaded.
    """
    answers = session.answers
    if answers is None:
        return _notice("The articles are still being loaded. Try again in a moment.", 503)
    article = answers.article(request.path_params["article_id"])
    if article is None:
        return _notice("The index has no such article. It may have been removed since.", 404)
    query = request.query_params
    quoted = find_quoted(article.text, Anchor.read(query.get("at", "")), read_anchors(query.getlist("mark")))
    html = article_to_html(
        article,
        at=quoted.at,
        sentences=quoted.sentences,
        outlets=tuple(answers.holdings().outlets),
        others=[span for also in read_anchors(query.getlist("also")) if (span := also.find(article.text))],
        told=quoted.told,
        changed=answers.changed(article),
    )
    return _page(article.title or article.outlet, html, 200)


def _notice(words: str, code: int) -> HTMLResponse:
    return _page("Dateline", render("html/notice.html", words=words), code)


def _page(title: str, main: Markup, code: int) -> HTMLResponse:
    html = render("reader/page.html", title=title, main=main)
    return HTMLResponse(html, code, {"content-security-policy": ARTICLE_POLICY})
