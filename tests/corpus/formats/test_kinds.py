import pytest

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import (
    CSV,
    DOCX,
    ENEX,
    EPUB,
    FEED,
    HTML,
    MAIL,
    MARKDOWN,
    MHTML,
    ODT,
    OLD_WORD,
    PDF,
    RTF,
    SUFFIXES,
    TABLE,
    TEXT,
    ZIP,
    Kind,
    kind_of,
    parse_file,
)
from tests.corpus.formats.archive_files import zipped
from tests.corpus.formats.office.workbooks import ole


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (b"<!DOCTYPE html><p>x", ".txt", HTML),
        (b"\xef\xbb\xbf <?xml version='1.0'?>\n<!-- saved from url=(0001)x -->\n<HTML lang=en>", ".md", HTML),
        ("<html>".encode("utf-16"), ".txt", HTML),
        (b"<?xml version='1.0'?><?xml-stylesheet href='x'?><rss version='2.0'>", ".xml", FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", ".html", FEED),
        (b"z6715-----\nr z BC-EU--Harbour 02-20 0500\n^x<\n", ".tst", TEXT),
        (b"\x16\x16\x01z6715\x1f-----\nr z\x13\x11BC-EU--Harbour 02-20 0500\n", "", TEXT),
        (b"\x01eca00075 3 i 510    dpa 1003\n", ".iptc", TEXT),
        (b"From: a@b.example\nMIME-Version: 1.0\n\ntext", ".txt", MAIL),
        (b"From: x\nSnapshot-Content-Location: y\nMIME-Version: 1.0\n\ntext/html", ".html", MHTML),
        (b"junk before %PDF-1.4", ".html", PDF),
        (b"\n{\\rtf1 saved by Word}", ".doc", RTF),
        (b"From: the council\nTo: the people\n\nAn open letter.", ".txt", TEXT),
        (b"<html> is how a page begins, said the teacher", ".csv", CSV),
        (b"Text with <b>marks</b>", ".md", MARKDOWN),
        (b"No mark at all", ".html", TEXT),
        (b"", ".html", TEXT),
        (b"<?xml version='1.0'?><!DOCTYPE en-export SYSTEM 'http://a.example/e.dtd'><en-export>", ".xml", ENEX),
        (zipped({"word/document.xml": b"x"}), ".odt", DOCX),
        (zipped({"a.docx": zipped({"word/document.xml": b"x"})}), ".docx", ZIP),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), ".zip", ODT),
        (zipped({"xl/workbook.xml": b"x"}), ".docx", TABLE),
        (zipped({"a.txt": b"x"}), ".epub", ZIP),
        (b"PK\x03\x04 damaged", ".epub", EPUB),
        (b"PK\x03\x04 damaged", ".txt", ZIP),
        (ole({"Workbook": b"x", "WordDocument": b"y"}), ".doc", TABLE),
        (ole({"WordDocument": b"x", "Workbook": b"y"}), ".xls", OLD_WORD),
        (b"<html><p>saved by Word", ".doc", HTML),
        (b"<html><table><tr><td>which no page is", ".xls", TABLE),
    ],
)
def test_a_file_is_what_it_holds(data: bytes, suffix: str, kind: Kind) -> None:
    assert kind_of(data, suffix) is kind


def test_a_file_above_the_limit_of_what_it_is_is_not_read() -> None:
    with pytest.raises(UnreadableFile, match="has 10,000,001 bytes; the limit for this kind of file is 10,000,000"):
        parse_file(TEXT, b" " * 10_000_001, Hints())


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_endings_are_written_as_they_are_compared(suffix: str) -> None:
    assert suffix.startswith(".")
    assert suffix == suffix.lower()
