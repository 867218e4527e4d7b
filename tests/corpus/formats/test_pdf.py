from pathlib import Path
from textwrap import wrap

import pypdfium2
import pytest

from corpus.cleaning.pagination import take_marks
from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.ocr import find_recogniser, recognise
from corpus.formats.pdf import parse_pdf, read_pdf
from tests.corpus.formats.exports.proquest import files as proquest_files
from tests.corpus.formats.office_files import pdf
from tests.corpus.pages import PARAGRAPHS, TITLE
from tests.corpus.reading import read_one

LINES = wrap(" ".join(PARAGRAPHS), 70)


def read(data: bytes) -> tuple[str, tuple[int, ...]]:
    (draft,) = parse_pdf(data, Hints()).drafts
    return take_marks(draft.text)


def test_broken_lines_become_paragraphs() -> None:
    text, pages = read(pdf(LINES))
    assert text == " ".join(PARAGRAPHS)
    assert pages == (0,)


def test_a_sentence_over_two_pages_is_whole_and_the_page_is_known(tmp_path: Path) -> None:
    data = pdf([TITLE, *LINES[:3]], LINES[3:], title=TITLE)
    (article,) = read_one(tmp_path, "a.pdf", data).articles
    assert article.text == " ".join(PARAGRAPHS)
    assert article.title == TITLE
    assert [article.page_at(offset) for offset in (0, article.pages[1] - 1, article.pages[1])] == [1, 1, 2]
    assert article.text[article.pages[1] :].startswith(LINES[3])


def test_running_heads_and_page_numbers_are_dropped_and_listed(tmp_path: Path) -> None:
    stories = (wrap(f"{paragraph} {PARAGRAPHS[0].upper()}", 70) for paragraph in PARAGRAPHS)
    data = pdf(*([f"Quillport Ledger, page {n}", *lines, f"- {n} -"] for n, lines in enumerate(stories, start=1)))
    (article,) = read_one(tmp_path, "a.pdf", data).articles
    assert "Quillport Ledger" not in article.text
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
    assert "Quillport Ledger, page 2" in article.dropped


@pytest.mark.parametrize(
    ("elsewhere", "expected"), [("swimming", "the swimming pool"), ("running", "the swim-ming pool")]
)
def test_a_hyphen_goes_only_where_the_word_is_known_without_it(elsewhere: str, expected: str) -> None:
    text, _ = read(
        pdf(["Many people of the town who like " + elsewhere + " have come to the swim-", "ming pool to see it."])
    )
    assert expected in text


def test_properties_are_believed_only_when_the_text_bears_them_out() -> None:
    (draft,) = parse_pdf(pdf([TITLE, *LINES], title=TITLE, author="the treasurer"), Hints()).drafts
    assert (draft.metadata.title, draft.metadata.authors) == (TITLE, ("the treasurer",))
    (draft,) = parse_pdf(pdf(LINES, title="Microsoft Word - x.doc", author="Jan Someone"), Hints()).drafts
    assert (draft.metadata.title, draft.metadata.authors, draft.metadata.published) == ("", (), None)


def test_pages_without_text_are_told() -> None:
    (draft,) = parse_pdf(pdf(LINES, []), Hints()).drafts
    assert draft.metadata.warnings == ("These pages hold no text and may be scanned: 2.",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([], []), r"has no text layer \(2 pages, perhaps scanned\)"),
        (pdf(LINES, password="secret"), "is protected by a password"),
        (pdf(LINES)[:400], "is damaged"),
        (b"%PDF-1.7\n" + b"\0" * 1_000, "is damaged"),
        (b"%PDF-", "is damaged"),
    ],
    ids=["scan", "password", "cut", "zeros", "mark-only"],
)
def test_a_bad_file_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_pdf(data, Hints())


def test_pictures_of_text_are_read_where_the_extra_is_installed() -> None:
    (draft,) = read_pdf(pdf([], LINES), Hints(), lambda: lambda picture: [TITLE, f"{len(picture)} rows"]).drafts
    assert draft.text.startswith(TITLE)
    assert draft.metadata.warnings == ("Its text was recognised in pictures (OCR): check names and figures.",)


def test_a_scan_without_words_says_so() -> None:
    with pytest.raises(UnreadableFile, match="none is recognised in its pictures"):
        read_pdf(pdf([]), Hints(), lambda: lambda _: [])


def test_a_file_with_text_loads_no_recogniser() -> None:
    def find() -> None:
        raise AssertionError

    assert read_pdf(pdf(LINES), Hints(), find).drafts


def test_the_recogniser_of_the_extra_reads_a_picture_of_text() -> None:
    pytest.importorskip("rapidocr", reason="the extra ocr is not installed")
    with pypdfium2.PdfDocument(pdf(LINES)) as document:
        recogniser = find_recogniser()
        assert recogniser is not None
        assert LINES[0][:30] in recognise(document, [0], recogniser)[0]


def test_an_export_of_a_database_gives_its_documents() -> None:
    export = proquest_files.make_export(3, 2)
    lines = [line for block in proquest_files.unnumbered_file(export).split("\n") for line in wrap(block, 90)]
    parsed = parse_pdf(pdf(lines[:50], lines[50:]), Hints())
    found = {story.title: story for story in export.stories if story.paragraphs}
    assert {draft.metadata.title for draft in parsed.drafts} == set(found)
    for draft in parsed.drafts:
        assert " ".join(draft.text.split()) == found[draft.metadata.title].expected()[3]
