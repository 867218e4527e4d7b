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
