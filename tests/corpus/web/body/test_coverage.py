import pytest
from lxml import html

from corpus.formats.draft import Draft, Hints
from corpus.formats.html import parse_html
from corpus.web.body.coverage import find_coverage, join_containers, share_of_body
from tests.corpus.pages import PARAGRAPHS, TITLE, page

LINES = tuple(
    f"Paragraph {n} of the report says that pier {n} of the harbour was inspected in week {n}, and that the "
    f"divers found {3 * n} cracks in the stones below the water line, more than anybody had expected before."
    for n in range(1, 13)
)


def read(source: str) -> Draft:
    (draft,) = parse_html(source.encode(), Hints()).drafts
    return draft


def split_body(container: str, between: str = "") -> str:
    halves = ("".join(f"<p>{line}</p>" for line in LINES[start : start + 4]) for start in (0, 4, 8))
    pieces = between.join(container.format(half) for half in halves)
    article = f"<article><h1>{TITLE}</h1>{pieces}</article>"
    return f"<html><head><title>{TITLE}</title></head><body><main>{article}</main></body></html>"


@pytest.mark.parametrize(
    "container",
    [
        "<div class='row'><div class='body article__body'>{}</div></div>",
        "<div class='article-body'>{}</div>",
        "<section class='row'><div class='entry-content'>{}</div></section>",
        "<div class='story-text'><div>{}</div></div>",
        "<div class='post-content text'>{}</div>",
    ],
)
def test_all_containers_of_a_body_are_read_in_order(container: str) -> None:
    text = read(split_body(container, "<div class='ad'>Advertisement</div>")).text
    assert [line for line in text.split("\n") if line in LINES] == list(LINES)


def test_paragraphs_of_another_article_are_never_joined() -> None:
    other = "".join(f"<p>Other {line}</p>" for line in LINES)
    first, second = (
        split_body("<div class='article-body'>{}</div>"),
        f"<article><h1>B</h1><div class='article-body'>{other}</div></article>",
    )
    text = read(first.replace("</main>", f"{second}</main>")).text
    assert "Other Paragraph" not in text


def test_what_is_missing_is_told_and_moved_only_between_containers_alike() -> None:
    tree = html.document_fromstring(split_body("<div class='article-body'>{}</div>"))
    coverage = find_coverage("\n".join(LINES[:4]), tree, tree.find(".//h1"))
    assert (len(coverage.taken), len(coverage.missing)) == (4, 8)
    assert 0.3 < coverage.share < 0.35
    assert join_containers(coverage)
    assert len(tree.findall(".//div[1]/p")) == len(LINES)
    tree = html.document_fromstring(
        f"<main><h1>A</h1><div class='a'><p>{LINES[0]}</p></div><div class='b'><p>{LINES[1]}</p></div></main>"
    )
    assert not join_containers(find_coverage(LINES[0], tree, tree.find(".//h1")))


def test_little_of_the_article_that_the_page_describes_is_a_warning() -> None:
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": " ".join(LINES)}
    (warning,) = read(page(data=data)).metadata.warnings
    assert warning == "Only 16% of the article on the page was taken: perhaps compare it with the page."
    data["articleBody"] = " ".join(PARAGRAPHS)
    assert read(page(data=data)).metadata.warnings == ()
    assert read(page()).metadata.warnings == ()


def test_a_share_of_next_to_nothing_is_no_share() -> None:
    assert share_of_body("", "short") == 1.0
    assert share_of_body("a" * 100, "<p>" + "b" * 400 + "</p>") == 0.25
