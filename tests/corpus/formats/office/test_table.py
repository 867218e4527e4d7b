"""Tables of Excel and LibreOffice, after ECMA-376, OpenDocument 1.3 and the form of Excel 97 (MS-XLS).

Excel keeps texts in a list beside the sheets and days as numbers with a style; other programs write texts into the
cells; LibreOffice writes days as such and one paragraph a line. What analysts export has the names of its fields in
the first row, or below a title and an empty row, and often a second sheet with remarks.
"""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import LOCKED, OLD_WORD, TABLE, kind_of, parse_file
from corpus.formats.office.table import parse_table
from tests.corpus.formats.archive_files import zipped
from tests.corpus.formats.collected import Collected, collections
from tests.corpus.formats.office.workbooks import Cell, Sheets, ods, ole, xls, xlsx

HEADS = {
    "text": ("text", "Content", "full_text", "Body"),
    "title": ("title", "Headline"),
    "author": ("author", "Byline"),
    "url": ("url", "Link"),
    "day": ("date", "Published"),
    "outlet": ("outlet", "Publication"),
    "own": ("Row", "Relevant?", ""),
}
FORMS: tuple[tuple[Callable[[Sheets], bytes], str], ...] = (
    (xlsx, ".xlsx"),
    (partial(xlsx, shared=False), ".zip"),
    (ods, ".ods"),
)


def rows_of(collected: list[Collected], days: list[date], columns: list[str], heads: list[str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [list(heads)]
    for number, (one, day) in enumerate(zip(collected, days, strict=True)):
        values: dict[str, Cell] = {
            "text": "\n\n".join(one.paragraphs),
            "title": one.title,
            "author": one.author,
            "url": one.url,
            "day": day,
            "outlet": f"Paper {number}",
            "own": float(number),
        }
        rows.append([values[column] for column in columns])
    return rows


@settings(max_examples=15, deadline=None)
@given(collections(40), st.data())
def test_every_row_of_a_table_is_an_article(collected: list[Collected], data: st.DataObject) -> None:
    columns = data.draw(st.permutations(sorted(HEADS)))
    heads = [data.draw(st.sampled_from(HEADS[column])) for column in columns]
    days = data.draw(
        st.lists(st.dates(date(1950, 1, 1), date(2026, 3, 1)), min_size=len(collected), max_size=len(collected))
    )
    rows = rows_of(collected, days, columns, heads)
    above: list[list[Cell]] = data.draw(st.sampled_from(([], [["Export of March"], [""]])))
    make, suffix = FORMS[data.draw(st.integers(0, len(FORMS) - 1))]
    sheets: Sheets = {"Articles": [*above, *rows]}
    written = make(sheets)
    assert kind_of(written, suffix) is TABLE
    parsed = parse_table(written, Hints())
    assert parsed.problems == ()
    assert [draft.number for draft in parsed.drafts] == list(range(1, len(collected) + 1))
    for number, (one, day, draft) in enumerate(zip(collected, days, parsed.drafts, strict=True)):
        found = draft.metadata
        assert draft.text.split() == "\n\n".join(one.paragraphs).split()
        assert (found.outlet, found.title, found.published) == (f"Paper {number}", one.title, day)
        assert (found.authors, found.url or "") == ((one.author,) if one.author else (), one.url)


def test_a_table_of_excel_97_is_read() -> None:
    data = xls([["Outlet", "Title", "Text"], ["Quay Courier", "Bridge opens", "It opened."], ["B", "C", "„So“ ж."]])
    assert kind_of(data, ".doc") is TABLE
    drafts = parse_table(data, Hints()).drafts
    assert [(one.metadata.outlet, one.metadata.title, one.text) for one in drafts] == [
        ("Quay Courier", "Bridge opens", "It opened."),
        ("B", "C", "„So“ ж."),
    ]


HEAD: list[Cell] = ["title", "text"]


def test_all_sheets_with_texts_are_read_and_others_are_told() -> None:
    sheets: Sheets = {
        "One": [HEAD, ["A", "Text a."], [""], ["B", "Text b."]],
        "Remarks": [["n"]],
        "Two": [HEAD, ["C", "c."]],
    }
    parsed = parse_table(xlsx(sheets), Hints())
    assert [(draft.number, draft.text) for draft in parsed.drafts] == [(1, "Text a."), (3, "Text b."), (5, "c.")]
    assert [(problem.source, problem.reason) for problem in parsed.problems] == [
        ("#4", "the sheet 'Remarks' has no column for the text")
    ]


def test_rows_without_text_and_cut_off_cells_are_told() -> None:
    parsed = parse_table(xlsx({"One": [HEAD, ["A", ""], ["B", "x" * 32_767], ["C", "c."]]}), Hints())
    assert [draft.number for draft in parsed.drafts] == [3]
    assert parsed.problems[0].reason.startswith("metadata only: no text in any of its fields (title)")
    assert "has a text of 32,767 characters, the most that Excel keeps" in parsed.problems[1].reason


def test_numbers_that_are_ids_are_written_as_people_see_them() -> None:
    (draft,) = parse_table(xlsx({"One": [["id", "title", "text"], [17.0, 2026.5, "a."]]}), Hints()).drafts
    assert (draft.metadata.article_id, draft.metadata.title) == ("17", "2026.5")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (xlsx({"One": [["title", "n"], ["a", "b"]]}), r"metadata only: it has no column for the text \(title, n\)"),
        (xlsx({"One": [["n"], ["b"]]}), r"^has no column for the text \(n\)"),
        (xlsx({}), "has no column for the text"),
        (xlsx({"One": [HEAD]}), "holds no article"),
        (xlsx({"One": [HEAD, ["a", "b"]]})[:400], "is damaged or no table"),
        (b"noise", "is damaged or no table"),
        (ole({"Workbook": b"noise"}), "is damaged or no table"),
        (zipped({"xl/workbook.xml": b"<a>" * 30_000_000}), "times its size"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_table(data, Hints())


@pytest.mark.parametrize(
    ("streams", "suffix", "kind", "reason"),
    [
        ({"WordDocument": b"x"}, ".doc", OLD_WORD, "is a file of Word 97, which is not read; save it as .docx"),
        ({"WordDocument": b"x"}, ".txt", OLD_WORD, "is a file of Word 97"),
        ({"EncryptedPackage": b"x"}, ".xlsx", LOCKED, "is protected by a password; save it without one"),
    ],
)
def test_files_of_office_97_that_are_not_read_are_named(
    streams: dict[str, bytes], suffix: str, kind: object, reason: str
) -> None:
    assert kind_of(ole(streams), suffix) is kind
    with pytest.raises(UnreadableFile, match=reason):
        parse_file(kind_of(ole(streams), suffix), ole(streams), Hints())
