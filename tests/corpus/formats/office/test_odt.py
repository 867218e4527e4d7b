"""OpenDocument texts, after OpenDocument 1.3: ``content.xml`` with ``text:h``, ``text:p``, ``text:list`` and
``table:table``; blanks beyond one, tabs and breaks of lines are elements, comments, notes and what was struck out
while changes are kept stand among the text, and programs give each odd paragraph a style of its own, whose parent
tells what it is."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import ODT, kind_of
from corpus.formats.office.odt import parse_odt
from tests.corpus.formats.archive_files import zipped
from tests.corpus.formats.collected import Collected, collections
from tests.corpus.formats.office.workbooks import packed
from tests.corpus.pages import PARAGRAPHS, TITLE

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "table", "text", "style", "meta"))
_STYLES = (
    '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:parent-style-name="Standard"/></office:automatic-styles>'
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def odt(body: str, author: str = "", **others: str) -> bytes:
    content = (
        f"<?xml version='1.0'?><office:document-content {_SPACES}>{_STYLES}<office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {_SPACES}><office:meta><meta:initial-creator>{author}</meta:initial-creator>"
        "<meta:creation-date>2026-03-01T09:00:00</meta:creation-date></office:meta></office:document-meta>"
    )
    return packed({"content.xml": content, "meta.xml": meta, **others}, MIMETYPE)


def paragraph(text: str) -> str:
    return f'<text:p text:style-name="P2">{escape(text)}</text:p>'


TITLES = (
    '<text:p text:style-name="Title">{}</text:p>', '<text:p text:style-name="P1">{}</text:p>',
    '<text:h text:outline-level="1">{}</text:h>',
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(collections(1), st.sampled_from(TITLES), st.sampled_from(("p", "section", "list")))
def test_the_text_comes_back_below_its_title(collected: list[Collected], title: str, form: str) -> None:
    (one,) = collected
    written = "".join(map(paragraph, one.paragraphs))
    if form == "section":
        written = f"<text:section>{written}</text:section>"
    elif form == "list":
        items = "".join(f"<text:list-item>{paragraph(text)}</text:list-item>" for text in one.paragraphs)
        written = f"<text:list>{items}</text:list>"
    data = odt(title.format(escape(one.title)) + written, one.author)
    assert kind_of(data, ".zip") is ODT
    (draft,) = parse_odt(data, Hints()).drafts
    assert draft.text == "\n\n".join(one.paragraphs)
    assert (draft.metadata.title, draft.metadata.authors, draft.metadata.published) == (one.title, (), None)


def test_what_stands_among_the_words_is_read_as_readers_see_it() -> None:
    aside = (
        "<office:annotation><text:p>a comment</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p></text:note-body>"
        "</text:note>"
    )
    body = (
        "<text:tracked-changes><text:p>struck out</text:p></text:tracked-changes>"
        f"<text:p>The\n  <text:span>council</text:span>{aside} of<text:s/>Kelpwick<text:line-break/>voted.</text:p>"
        "<text:p>With a frame<text:frame><text:p>A caption</text:p></text:frame></text:p>"
    )
    (draft,) = parse_odt(odt(body), Hints()).drafts
    assert draft.text == "The council of Kelpwick\nvoted.\n\nWith a frame\nA caption\n"


def test_tables_are_read_row_by_row() -> None:
    cell = "<table:table-cell>{}</table:table-cell>"
    inner = "<table:table><table:table-row>" + cell.format(paragraph("in")) + "</table:table-row></table:table>"
    head = cell.format(paragraph("Votes")) + cell.format(paragraph("For"))
    row = cell.format(paragraph("31")) + cell.format(inner)
    body = (
        f"<table:table><table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{row}</table:table-row></table:table>"
    )
    (draft,) = parse_odt(odt(body + paragraph("After.")), Hints()).drafts
    assert draft.text == "Votes | For\n31 | in\n\nAfter."


@pytest.mark.parametrize(("author", "expected"), [("Jan Someone", ()), ("the treasurer", ("the treasurer",))])
def test_an_author_is_believed_only_when_the_text_names_him(author: str, expected: tuple[str, ...]) -> None:
    (draft,) = parse_odt(odt("".join(map(paragraph, (TITLE, *PARAGRAPHS))), author), Hints()).drafts
    assert draft.metadata.authors == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04", "is damaged or no OpenDocument text"),
        (odt(paragraph("x"))[:300], "is damaged or no OpenDocument text"),
        (packed({"a": ""}, MIMETYPE), "is damaged or no OpenDocument text"),
        (odt("<text:p>"), "is damaged or no OpenDocument text"),
        (odt("<text:section>" * 3_000), "is damaged or no OpenDocument text"),
        (
            packed({"content.xml": "\x01", "META-INF/manifest.xml": "<manifest:encryption-data/>"}, MIMETYPE),
            "is protected by a password",
        ),
        (zipped({"content.xml": b"<a>" * 10_000_000}), "times its size"),
    ],
    ids=["garbage", "cut", "parts-missing", "no-xml", "deep", "locked", "bomb"],
)  # fmt: skip
def test_a_bad_text_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_odt(data, Hints())
