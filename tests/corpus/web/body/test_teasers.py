import pytest
from lxml import html

from corpus.web.body.teasers import drop_teasers
from tests.corpus.pages import PARAGRAPHS


def drop(body: str, *lines: str, url: str = "") -> tuple[str, ...]:
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    text = "\n".join((*PARAGRAPHS * 4, *lines))
    result = drop_teasers(text, tree, url)
    kept = result.text.split("\n")
    assert [line for line in text.split("\n") if line not in result.dropped] == kept
    return result.dropped


LINK = "Mayor wants a new library"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (f'<p><a href="/b">{LINK}</a></p>', LINK),
        (f'<ul><li><a href="/b">{LINK}</a></li></ul>', f"- {LINK}"),
        (f'<p>Lea también: <a href="/b">{LINK}</a></p>', f"Lea también: {LINK}"),
        (f'<p>(Read more: <a href="/b">{LINK}</a>)</p>', f"(Read more: {LINK})"),
        ('<div class="c-Newsletter__box"><p>Get our mail every day.</p></div>', "Get our mail every day."),
        ('<p class="author-bio">Writes about the town.</p>', "Writes about the town."),
    ],
)
def test_lines_that_advertise_are_dropped(body: str, line: str) -> None:
    assert drop(body, line) == (line,)


@pytest.mark.parametrize(
    "body",
    [
        f'<p><a href="#library">{LINK}</a></p>',
        f'<h2><a href="/b">{LINK}</a></h2>',
        f'<p><a href="/town/pool?from=top">{LINK}</a></p>',
        f'<p><a name="b">{LINK}</a></p>',
        f'<div class="related">{LINK}{" and more" * 80}</div>',
    ],
)
def test_lines_of_the_article_stay(body: str) -> None:
    assert drop(body, LINK, url="https://ledger.example/town/pool") == ()


def test_the_line_that_heads_teasers_goes_with_them() -> None:
    links = "".join(f'<li><a href="/{n}">Story number {n} of today</a></li>' for n in range(3))
    lines = [f"- Story number {n} of today" for n in range(3)]
    assert drop(f"<h4>More from us</h4><ul>{links}</ul>", "More from us", *lines)[0] == "More from us"


def test_a_page_of_links_is_left_as_it_is() -> None:
    lines = [f"Story number {n} of today" for n in range(20)]
    assert drop("".join(f'<p><a href="/{line}">{line}</a></p>' for line in lines), *lines) == ()
