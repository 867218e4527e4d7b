import pytest

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.html import parse_html
from tests.corpus.pages import PARAGRAPHS, meta, page

SHELL = "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"
CHALLENGE = "<h1>www.ledger.example</h1><p>Verifying you are human. This may take a few seconds.</p>"
MISSING = "<h1>404 - Page not found</h1><p>Sorry, it may have been moved or deleted. Try our home page instead.</p>"
HOME = '<link rel="canonical" href="https://ledger.example/">'
BOOKMARKS = '<!DOCTYPE NETSCAPE-Bookmark-file-1><title>Bookmarks</title><dl><dt><a href="/1">Wall vote</a></dl>'
TEASERS = "".join(
    f'<article class="teaser"><h2><a href="/a{row}">Story {row} of today</a></h2><p>{text}</p></article>'
    for row, text in enumerate(PARAGRAPHS * 2)
)


def refusal(source: str) -> str:
    with pytest.raises(UnreadableFile) as error:
        parse_html(source.encode(), Hints())
    return str(error.value)


def small(title: str, body: str, head: str = "") -> str:
    return f"<html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (small("Ledger", SHELL), "request to enable JavaScript"),
        (small("Just a moment...", CHALLENGE), "check for robots"),
        (small("Page not found | Ledger", MISSING), "error page"),
        (
            small("Страница не найдена", "<p>Возможно, она была удалена или перенесена на другой адрес.</p>"),
            "error page",
        ),
        (BOOKMARKS, "list of bookmarks"),
        (page(HOME), "front page"),
        (small("Latest news", f"<h1>Latest news</h1>{TEASERS}", meta("og:type", "website")), "list of other articles"),
    ],
)
def test_pages_that_are_no_articles_are_refused_with_their_reason(source: str, reason: str) -> None:
    assert reason in refusal(source)


@pytest.mark.parametrize(
    "source",
    [
        page(title="404 jobs go at the steel works"),
        page(title="500 houses planned by the river"),
        page(title="Access denied: how the press was shut out"),
        page(HOME + meta("og:type", "article")),
        page(HOME, data={"@type": "NewsArticle", "headline": "Council closes the old swimming pool"}),
        page(body="<p>Visitors who enable JavaScript see the plan.</p>"),
        small("Security check fails at airport", f"<h1>Security check fails at airport</h1><p>{PARAGRAPHS[0]}</p>"),
        small("500 jobs lost", f"<h1>500 jobs lost</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"),
        page('<meta name="author" content="Ana Reed">', body=TEASERS),
    ],
)
def test_articles_that_look_a_little_like_them_are_read(source: str) -> None:
    (draft,) = parse_html(source.encode(), Hints()).drafts
    assert PARAGRAPHS[0] in draft.text


def test_a_list_that_does_not_say_what_it_is_is_read_with_a_warning() -> None:
    (draft,) = parse_html(
        small("The week in brief", f"<main><h1>The week</h1>{TEASERS}</main>").encode(), Hints()
    ).drafts
    assert any("perhaps a list" in warning for warning in draft.metadata.warnings)
    (article,) = parse_html(page().encode(), Hints()).drafts
    assert article.metadata.warnings == ()
