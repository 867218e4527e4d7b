"""The page of one article: what a citation links to. It needs no script and allows none."""

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse

from page.access.security import ARTICLE_POLICY
from page.html.addresses import read_span
from page.html.markup import Span
from page.html.pieces import notice_to_html
from page.html.styles import ARTICLE_STYLES
from page.reader.article import article_to_html
from page.state.desk import Desk

PAGE = """<!doctype html>
<html lang="und"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>{title}</title><style>{style}</style></head>
<body class="article-page"><p class="home"><a href="/">Dateline</a></p><main>{main}</main></body></html>"""


def article_page(desk: Desk, request: Request) -> HTMLResponse:
    """Answers ``/article/{article_id}?at=start-end&mark=start-end&also=start-end``.

    Args:
        desk: Where the answerer is.
        request: Names an article by its id; ``at`` names the cited passage, each ``mark`` a sentence of it, each
            ``also`` another passage that is cited (code points).

    Returns:
        The article with the passage marked; 404 when the index has no such article, 503 while it is not loaded.
    """
    answers = desk.answers
    if answers is None:
        return _page("Dateline", notice_to_html("The articles are still being loaded. Try again in a moment."), 503)
    article = answers.article(request.path_params["article_id"])
    if article is None:
        return _page("Dateline", notice_to_html("The index has no such article. It may have been removed since."), 404)
    html = article_to_html(
        article,
        at=read_span(request.query_params.get("at", "")),
        sentences=_spans(request, "mark"),
        outlets=tuple(answers.outlets()),
        others=_spans(request, "also"),
        changed=answers.changed(article),
    )
    return _page(article.title or article.outlet, html, 200)


def _spans(request: Request, name: str) -> list[Span]:
    return [span for written in request.query_params.getlist(name) if (span := read_span(written))]


def _page(title: str, main: str, code: int) -> HTMLResponse:
    html = PAGE.format(title=escape(title), style=ARTICLE_STYLES, main=main)
    return HTMLResponse(html, code, {"content-security-policy": ARTICLE_POLICY})
