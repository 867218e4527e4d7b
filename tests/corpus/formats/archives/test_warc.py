import gzip

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import WARC, kind_of, parse_file
from tests.corpus.formats.archive_files import warc
from tests.corpus.pages import TITLE, page

PAGE = page().encode()
GOOD = ("https://ledger.example/2026/02/18/pool", "200 OK", "text/html; charset=utf-8", PAGE)


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_read_with_the_addresses_they_came_from(packed: bool) -> None:
    data = warc(
        GOOD,
        ("https://ledger.example/a.png", "200 OK", "image/png", b"x"),
        ("https://ledger.example/gone", "404 Not Found", "text/html", PAGE),
        ("https://ledger.example/moved", "301 Moved", "text/html", b""),
        packed=packed,
    )
    assert kind_of(data, ".gz") is WARC
    parsed = parse_file(WARC, data, Hints())
    (draft,) = parsed.drafts
    assert (draft.number, draft.metadata.title, draft.metadata.url) == (None, TITLE, GOOD[0])  # the one page
    assert draft.metadata.origins["url"] == "address in the archive"
    assert parsed.problems == ()


def test_a_page_without_an_article_is_told_and_the_others_are_read() -> None:
    parsed = parse_file(WARC, warc(("https://ledger.example/", "200 OK", "text/html", b"<html></html>"), GOOD), Hints())
    assert [draft.number for draft in parsed.drafts] == [2]
    assert parsed.problems[0].reason.startswith("https://ledger.example/: ")


def test_an_archive_packed_as_a_whole_is_read() -> None:
    data = gzip.compress(warc(GOOD, GOOD, packed=False))
    assert len(parse_file(WARC, data, Hints()).drafts) == 2


def test_a_part_that_unpacks_without_end_is_left() -> None:
    parsed = parse_file(WARC, warc(GOOD) + gzip.compress(b"WARC/1.0\r\n" + b"0" * 60_000_000), Hints())
    assert len(parsed.drafts) == 1
    assert parsed.problems[0].reason == "is damaged after 1 pages; the rest is not read"


def test_a_cut_archive_gives_what_was_whole_and_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    for rest in (b"WARC/1.0\r\nbroken", b"no record"):
        parsed = parse_file(WARC, warc(GOOD, packed=False) + rest, Hints())
        assert len(parsed.drafts) == 1
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("data", [b"\x1f\x8b" + b"x" * 50, b"WARC/1.0\r\n", b"\x1f\x8b", b"nothing"])
def test_what_is_no_archive_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"no web archive|holds no file"):
        parse_file(WARC, data, Hints())


def test_a_page_that_was_kept_without_the_answer_around_it_is_read() -> None:
    record = (
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: {}\r\nWARC-Date: 2026-03-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n"
    )
    kept = record.format(GOOD[0], "text/html; charset=utf-8", len(PAGE)).encode() + PAGE + b"\r\n\r\n"
    other = record.format("urn:pageinfo:x", "application/json", 2).encode() + b"{}\r\n\r\n"
    (draft,) = parse_file(WARC, kept + other, Hints()).drafts
    assert (draft.metadata.title, draft.metadata.url) == (TITLE, GOOD[0])
