import time
from contextlib import suppress
from datetime import date

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.draft import Draft, Hints
from corpus.formats.html import decode_page, parse_html
from tests.corpus.hostile.pages import heavy_files
from tests.corpus.pages import PARAGRAPHS, TITLE, meta, page

HEAVY = heavy_files()
HEAVY_SECONDS = 12.0  # of a processor, for a page of a megabyte or two; far below the limit of one file


def read(source: str | bytes, encoding: str = "") -> Draft:
    data = source.encode() if isinstance(source, str) else source
    (draft,) = parse_html(data, Hints(encoding)).drafts
    return draft


def test_the_article_is_read_without_the_menus_around_it() -> None:
    draft = read(page())
    assert [line for line in draft.text.split("\n") if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert "Section number" not in draft.text
    assert "All rights reserved" not in draft.text
    assert draft.metadata.title == TITLE


def test_what_the_markup_says_is_read_with_its_origin() -> None:
    head = '<link rel="canonical" href="https://www.ledger.example/town/pool">' + meta(
        "og:site_name", "Quillport Ledger"
    )
    data = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-02-18T23:30:00+02:00",
            "author": {"@type": "Person", "name": "By Ana Ruiz"}, "publisher": {"name": "Ledger GmbH"}}  # fmt: skip
    metadata = read(page(head, data=data)).metadata
    assert (metadata.outlet, metadata.title, metadata.published) == ("Quillport Ledger", TITLE, date(2026, 2, 18))
    assert (metadata.authors, metadata.url) == (("Ana Ruiz",), "https://www.ledger.example/town/pool")
    assert metadata.origins == {
        "url": "canonical link",
        "outlet": "meta: og:site_name",
        "title": "JSON-LD: headline",
        "published": "JSON-LD: datePublished",
        "authors": "JSON-LD: author",
    }


def test_links_to_other_texts_and_promotion_are_dropped_and_listed() -> None:
    body = (
        f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
        '<p>Read more: <a href="/b">Mayor wants a new library by autumn</a></p>'
        '<div class="newsletter-promo"><p>Get the Ledger by mail every morning, free of charge.</p></div>'
    )
    draft = read(page(body=body))
    assert "library" not in draft.text
    assert "by mail" not in draft.text
    assert "Read more: Mayor wants a new library by autumn" in draft.dropped
    assert PARAGRAPHS[2] in draft.text


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("cp1252", "iso-8859-1"), ("utf-16", "utf-8")],
)
def test_a_page_is_decoded_as_it_is_and_not_as_it_says(encoding: str, declared: str) -> None:
    source = page().replace("charset='utf-8'", f"charset='{declared}'").replace("the treasurer", "Zoë Müller")
    assert "Zoë Müller" in read(source.encode(encoding)).text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_page_in_utf16_without_a_mark_is_read(encoding: str) -> None:
    source = "<html><head><meta charset='utf-16'><title>Дамба</title></head><body><p>Городской совет.</p></body></html>"
    assert decode_page(source.encode(encoding), "").text == source


def test_a_page_cut_within_a_letter_is_still_utf8() -> None:
    draft = read(page().encode() + "é".encode()[:1])
    assert draft.guessed_encoding == "utf-8"
    assert PARAGRAPHS[0] in draft.text


def test_scripts_never_come_into_the_text() -> None:
    draft = read(page(body="<script>alert(1)</script><p onclick='evil()'>Nobody in the hall had expected this.</p>"))
    assert "alert" not in draft.text
    assert "evil" not in draft.text


def test_pictures_in_a_page_do_not_count_for_its_size() -> None:
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 600_000
    draft = read(
        page(body=f'<img src="{picture}"><p style="background:url({picture})">The pool in summer, long ago.</p>')
    )
    assert PARAGRAPHS[0] in draft.text
    assert "iVBOR" not in draft.text


def test_programs_in_a_page_do_not_count_for_its_size() -> None:
    script = "<script>" + "var a = {'b': '<p>c</p>'};" * 300_000 + "</script>"
    draft = read(page(head=script, data={"@type": "Article", "author": "Ana Ruiz"}))
    assert PARAGRAPHS[0] in draft.text
    assert draft.metadata.authors == ("Ana Ruiz",)


def test_a_page_of_too_much_markup_says_so() -> None:
    with pytest.raises(UnreadableFile, match=r"has 5,000,\d{3} characters of markup; the limit is 5,000,000"):
        read("<html><body>" + "<p>x</p>" * 625_000)


@pytest.mark.parametrize(
    "source",
    ["<html></html>", "<html><body><script>x</script></body></html>", "<html><body><img src='a.png'></body></html>"],
)
def test_a_page_without_an_article_says_so(source: str) -> None:
    with pytest.raises(UnreadableFile, match=r"holds no article|cannot be parsed"):
        read(source)


@pytest.mark.parametrize("name", HEAVY)
def test_pages_full_of_what_readers_look_for_take_seconds(name: str) -> None:
    started = time.process_time()
    with suppress(UnreadableFile):
        parse_html(HEAVY[name], Hints())
    assert time.process_time() - started < HEAVY_SECONDS
