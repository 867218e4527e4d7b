"""WACZ files, after the specification of Webrecorder: a zip archive with ``datapackage.json``, the WARC files of a
crawl under ``archive/``, indexes under ``indexes/`` and lists of pages under ``pages/``; and WET files, which Common
Crawl makes of its WARC files: a record of the type ``conversion`` for each page, with its text and its address."""

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import WACZ, WARC, kind_of, parse_file
from tests.corpus.formats.archive_files import warc, zipped
from tests.corpus.formats.collected import Collected, collections
from tests.corpus.pages import page


def wet(*texts: tuple[str, str], packed: bool = True) -> bytes:
    info = (
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Date: 2026-03-01T00:00:00Z\r\n"
        b"Content-Type: application/warc-fields\r\nContent-Length: 14\r\n\r\nsoftware: made\r\n\r\n"
    )
    records = [info]
    for url, text in texts:
        content = text.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: text/plain\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        records.append(head.encode() + content + b"\r\n\r\n")
    return b"".join(gzip.compress(record) if packed else record for record in records)


def wacz(crawls: dict[str, bytes]) -> bytes:
    others = {
        "datapackage.json": b"{}",
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
        "indexes/index.cdx": b"",
    }
    return zipped({**others, **{f"archive/{name}": data for name, data in crawls.items()}})


@settings(max_examples=20, deadline=None)
@given(collections(40), st.booleans())
def test_every_text_of_a_wet_file_is_an_article(collected: list[Collected], packed: bool) -> None:
    texts = [(f"https://paper{row}.example/a", "\n".join(one.paragraphs)) for row, one in enumerate(collected)]
    data = wet(*texts, packed=packed)
    suffix = ".gz" if packed else ".wet"
    assert kind_of(data, suffix) is WARC
    parsed = parse_file(WARC, data, Hints())
    assert parsed.problems == ()
    assert [(draft.metadata.url, draft.text) for draft in parsed.drafts] == texts
    assert {draft.metadata.published for draft in parsed.drafts} == {None}  # the day is that of the crawl


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_every_page_of_every_crawl_in_a_wacz_file_is_an_article(counts: list[int]) -> None:
    crawls, urls = {}, []
    for row, count in enumerate(counts):
        answers = []
        for number in range(count):
            urls.append(f"https://a.example/{row}/{number}")
            told = page(body=f"<p>This is page {number} of crawl {row}, and no other.</p>")
            answers.append((urls[-1], "200 OK", "text/html", told.encode()))
        crawls[f"data{row}.warc{'.gz' if row % 2 else ''}"] = warc(*answers, packed=bool(row % 2))
    data = wacz(crawls)
    assert kind_of(data, ".zip") is WACZ
    parsed = parse_file(WACZ, data, Hints())
    assert parsed.problems == ()
    assert [draft.metadata.url for draft in parsed.drafts] == urls


def test_a_damaged_crawl_does_not_hide_the_others() -> None:
    good = warc(("https://a.example/b", "200 OK", "text/html", page().encode()))
    parsed = parse_file(WACZ, wacz({"a.warc.gz": b"noise", "b.warc.gz": good}), Hints())
    assert len(parsed.drafts) == 1
    assert parsed.problems[0].reason.startswith("archive/a.warc.gz: is no web archive (WARC)")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04", "is damaged or no WACZ file"),
        (wacz({}), "holds no WARC file"),
        (wacz({"a.warc": b"0" * 80_000_000}), "times its size"),
        (wacz({"a.warc": warc(("https://a.example", "404 No", "text/html", b""), packed=False)}), "holds no file"),
    ],
    ids=["cut", "none", "bomb", "failures"],
)
def test_a_wacz_file_without_pages_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_file(WACZ, data, Hints())
