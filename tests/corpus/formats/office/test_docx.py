import re
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.office.docx import parse_docx
from tests.corpus.formats.archive_files import zipped
from tests.corpus.formats.office_files import word
from tests.corpus.pages import PARAGRAPHS, TITLE

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
)
TABLE = (("Votes", "In favour"), ("31", "2"))


def document(author: str = "python-docx") -> bytes:
    return word(*PARAGRAPHS[:2], title=TITLE, author=author, table=TABLE)


def test_paragraphs_and_tables_are_read_in_their_order() -> None:
    (draft,) = parse_docx(document(), Hints()).drafts
    assert draft.text == f"{PARAGRAPHS[0]}\n\nVotes | In favour\n31 | 2\n\n{PARAGRAPHS[1]}"
    assert draft.metadata.title == TITLE
    assert draft.metadata.published is None  # the date is the file's


@pytest.mark.parametrize(("author", "expected"), [("Jan Someone", ()), ("the treasurer", ("the treasurer",))])
def test_an_author_is_believed_only_when_the_text_names_him(author: str, expected: tuple[str, ...]) -> None:
    (draft,) = parse_docx(document(author), Hints()).drafts
    assert draft.metadata.authors == expected


def without_body() -> bytes:
    document = docx.Document()
    document.element.remove(document.element.body)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 no zip", "is damaged or no Word file"),
        (document()[:2_000], "is damaged or no Word file"),
        (zipped({"word/document.xml": b"<w:document/>"}), "is damaged or no Word file"),
        (zipped({"word/document.xml": b"<a>" * 10_000_000}), "unpacks to"),
        (without_body(), "is damaged or no Word file"),
    ],
    ids=["garbage", "cut", "parts-missing", "bomb", "no-body"],
)
def test_a_bad_word_file_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_docx(data, Hints())


def written(body: str) -> bytes:
    """A Word file with the given markup as its body."""
    document = docx.Document()
    parsed = etree.fromstring(f"<w:body {SPACES}>{body}</w:body>")
    for element in reversed(parsed):
        document.element.body.insert(0, element)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:rPr><w:b/></w:rPr><w:{tag} xml:space="preserve">{words} </w:{tag}></w:r>'


def paragraph(inside: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>{inside}</w:p>'


def box(inside: str) -> str:
    """A text box as Word writes it: once for itself, once for programs that are older."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


SHOWN = st.integers(0, 9_999).map(lambda number: run(f"shown{number}"))
GONE = st.sampled_from(["<w:del>{}</w:del>", "<w:moveFrom>{}</w:moveFrom>"]).map(
    lambda form: form.format(run("gone", "delText")) + form.format(run("gone"))
)
FIELD = st.just(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("gone", "instrText")}')
AROUND_RUNS = st.sampled_from([
    "<w:ins>{}</w:ins>", "<w:moveTo>{}</w:moveTo>", "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>",
    "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:fldSimple>{}</w:fldSimple>",
    "<w:customXml>{}</w:customXml>", "<w:dir>{}</w:dir>",
])  # fmt: skip
RUNS = st.recursive(
    st.one_of(SHOWN, SHOWN, GONE, FIELD),
    lambda inner: st.builds(
        lambda form, inside: form.format("".join(inside)), AROUND_RUNS, st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
)
AROUND_PARAGRAPHS = st.sampled_from([
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>", "<w:ins>{}</w:ins>",
    "<w:tbl><w:tblPr/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc>{0}</w:tc><w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
])  # fmt: skip
PLAIN = st.lists(RUNS, min_size=1, max_size=3).map(lambda runs: paragraph("".join(runs)))
BLOCKS = st.recursive(
    st.one_of(PLAIN, PLAIN, PLAIN.map(lambda inside: paragraph(run("shown") + box(inside)))),
    lambda inner: st.one_of(
        st.builds(
            lambda form, inside: form.format("".join(inside)),
            AROUND_PARAGRAPHS,
            st.lists(inner, min_size=1, max_size=3),
        ),
        st.lists(inner, min_size=2, max_size=3).map(
            lambda cells: f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=4).map("".join))
def test_all_words_that_a_reader_sees_come_once_and_in_their_order(body: str) -> None:
    seen = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", body)
    expected = re.findall(r"shown\d*", seen)
    drafts = parse_docx(written(body), Hints()).drafts
    assert [word for draft in drafts for word in re.findall(r"shown\d*|gone", draft.text)] == expected


def test_what_has_no_two_cells_side_by_side_is_a_frame_around_paragraphs() -> None:
    cell = "".join(paragraph(run(text)) for text in PARAGRAPHS[:2])
    (draft,) = parse_docx(written(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"), Hints()).drafts
    assert draft.text.split(" \n\n") == [PARAGRAPHS[0], f"{PARAGRAPHS[1]} "]


def test_cells_that_say_the_same_both_stand() -> None:
    row = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("Drawn", "1", "1"))
    (draft,) = parse_docx(written(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"), Hints()).drafts
    assert draft.text == "Drawn | 1 | 1"


def test_a_text_box_stands_below_the_paragraph_that_holds_it() -> None:
    body = paragraph(run("Before") + box(paragraph(run("Beside"))) + run("after")) + paragraph(run("Below"))
    (draft,) = parse_docx(written(body), Hints()).drafts
    assert draft.text.split() == ["Before", "after", "Beside", "Below"]


@pytest.mark.parametrize("style", ["Title", "Heading1"])
def test_a_style_that_the_file_does_not_describe_is_told_by_its_id(style: str) -> None:
    headline = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(TITLE)}</w:p>'
    (draft,) = parse_docx(written(headline + paragraph(run(PARAGRAPHS[0]))), Hints()).drafts
    assert draft.metadata.title == TITLE


def test_what_an_empty_control_asks_for_is_no_text() -> None:
    asks = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = paragraph(run("Ferries stop.")) + asks.format(paragraph(run("Click to enter text.")))
    (draft,) = parse_docx(written(body), Hints()).drafts
    assert draft.text.strip() == "Ferries stop."
