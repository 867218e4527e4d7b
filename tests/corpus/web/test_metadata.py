from datetime import date

import pytest
from lxml import html

from corpus.metadata.merge import Metadata
from corpus.web.metadata import read_page
from tests.corpus.pages import TITLE, meta, page

URL = '<link rel="canonical" href="https://www.ledger.example/town/pool">'


def read(head: str = "", body: str = "", data: object = None, title: str = f"{TITLE} | Quillport Ledger") -> Metadata:
    return read_page(html.document_fromstring(page(head, body, data, title))).metadata


def test_json_ld_goes_before_meta_tags_field_by_field() -> None:
    head = meta("article:published_time", "2026-02-20") + meta("author", "Somebody Else")
    metadata = read(head, data={"@type": "Article", "datePublished": "2026-02-18"})
    assert (metadata.published, metadata.authors) == (date(2026, 2, 18), ("Somebody Else",))
    assert metadata.origins["authors"] == "meta: author"


@pytest.mark.parametrize(
    ("head", "outlet", "origin"),
    [
        (URL + meta("og:site_name", "Quillport Ledger"), "Quillport Ledger", "meta: og:site_name"),
        (URL + meta("og:site_name", TITLE), "Quillport Ledger", "title of the page"),
        (URL + meta("og:site_name", "https://ledger.example"), "Quillport Ledger", "title of the page"),
        ("", "Quillport Ledger", "title of the page"),
    ],
)
def test_the_outlet_is_what_the_page_calls_itself(head: str, outlet: str, origin: str) -> None:
    metadata = read(head)
    assert (metadata.outlet, metadata.origins["outlet"]) == (outlet, origin)


def test_an_outlet_without_a_name_is_its_domain_spelled_as_printed() -> None:
    metadata = read(URL, "<footer><p>Subscribe to Ledger today</p></footer>", title=TITLE)
    assert (metadata.outlet, metadata.origins["outlet"]) == ("Ledger", "domain of the url, spelled as on the page")
    metadata = read(URL, title=TITLE)
    assert (metadata.outlet, metadata.origins["outlet"]) == ("ledger.example", "domain of the url")


def test_media_that_a_text_names_are_never_its_outlet() -> None:
    assert read(body="<p>The Quay Courier and the Northmere Post reported it first.</p>", title=TITLE).outlet == ""


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (meta("og:title", f"{TITLE} - Quillport Ledger"), TITLE),
        (meta("og:title", "Council closes the old &amp;amp; …"), TITLE),
        (meta("og:title", "Council closes the ..."), TITLE),
        (meta("og:title", f"Town hall: {TITLE}"), TITLE),
        (meta("og:title", "Something else entirely here"), TITLE),
    ],
)
def test_the_headline_is_the_printed_one_without_the_site(head: str, title: str) -> None:
    assert read(head).title == title


def test_a_heading_that_nothing_else_bears_out_is_no_headline() -> None:
    head = meta("og:title", "Something else entirely here")
    assert read(head, title="Something else entirely here | Ledger").title == "Something else entirely here"


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        ('<div class="byline">By <a rel="author">Ana Ruiz</a></div>', ("Ana Ruiz",)),
        (
            '<p>x</p><span itemprop="author">Ana Ruiz</span><span itemprop="author">Jan Holm</span>',
            ("Ana Ruiz", "Jan Holm"),
        ),
        ('<a href="/authors/ana-ruiz">Ana Ruiz</a>', ("Ana Ruiz",)),
        ('<div class="byline">18 February 2026</div>', ()),
        ('<div class="author">Quillport Ledger</div>', ()),
        ('<div class="author">ana@ledger.example</div>', ()),
    ],
)
def test_the_author_is_read_from_a_byline_below_the_headline(body: str, authors: tuple[str, ...]) -> None:
    assert read(body=body).authors == authors


def test_an_author_is_read_from_a_labelled_card() -> None:
    head = meta("twitter:label1", "Written by") + meta("twitter:data1", "Ana Ruiz")
    assert read(head).authors == ("Ana Ruiz",)
    assert read(head.replace("Written by", "Reading time")).authors == ()


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="//ledger.example/pool">', "https://ledger.example/pool"),
        ('<link rel="canonical" href="https://ledger.example/">' + meta("og:url", "https://ledger.example/a"), "https://ledger.example/a"),
        ("<!-- saved from url=(0031)https://ledger.example/saved -->", "https://ledger.example/saved"),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="/pool">', None),
    ],
)  # fmt: skip
def test_the_address_is_one_that_the_page_gives(head: str, url: str | None) -> None:
    assert read(head).url == url


def test_values_are_plain_text_whatever_the_markup_holds() -> None:
    metadata = read(data={"@type": "Article", "headline": "A &amp; B\u202e\x00 &lt;b&gt;", "author": ["<i>x</i>"]})
    assert "\u202e" not in metadata.title
    assert "\x00" not in metadata.title


def test_a_headline_that_json_ld_shortens_is_read_whole() -> None:
    data = {"@type": "NewsArticle", "headline": "Council closes"}
    assert read(meta("og:title", f"{TITLE} | Quillport Ledger"), data=data).title == TITLE
    assert read(data=data, title="Council closes").title == "Council closes"


@pytest.mark.parametrize(
    ("head", "title", "headline"),
    [
        (meta("og:site_name", "海港日报"), "市议会投票重建旧海堤-海港日报", "市议会投票重建旧海堤"),
        ("", "市议会投票重建旧海堤-新华网", "市议会投票重建旧海堤"),
        ("", "Ferry Ashfell-Quillport", "Ferry Ashfell-Quillport"),
    ],
)
def test_a_site_may_be_joined_to_the_headline_without_blanks(head: str, title: str, headline: str) -> None:
    tree = html.document_fromstring(f"<html><head>{head}<title>{title}</title></head><body><p>x</p></body></html>")
    found = read_page(tree).metadata
    assert (found.title, found.outlet or None) == (headline, title[len(headline) + 1 :] or None)


def test_a_page_without_a_first_heading_prints_its_headline_in_the_second() -> None:
    tree = html.document_fromstring(
        f"<html><head><title>{TITLE} — Quillport Ledger</title></head><body><h2>Menu of the day</h2><h2>{TITLE}</h2>"
        "<p>18 February 2026</p></body></html>"
    )
    assert read_page(tree).metadata.published == date(2026, 2, 18)


def test_the_clock_of_a_masthead_that_holds_the_headline_too_is_no_day_of_publication() -> None:
    tree = html.document_fromstring(
        f"<html lang='es'><head>{meta('og:title', TITLE)}</head><body><h1>{TITLE} Quillport Ledger</h1>"
        f"<p>lunes, 30 noviembre 2026</p><div><h3>{TITLE}</h3><p>Ana Ruiz | Palma | 08/10/2026</p></div></body></html>"
    )
    assert read_page(tree).metadata.published == date(2026, 10, 8)
