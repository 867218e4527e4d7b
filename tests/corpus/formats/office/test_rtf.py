import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Form, Hints
from corpus.formats.office.rtf import parse_rtf
from corpus.text.characters import clean_text
from tests.corpus.formats.exports.invented import Story
from tests.corpus.formats.exports.nexis.test_uni import check
from tests.corpus.formats.exports.nexis.test_uni import exports as nexis_exports
from tests.corpus.formats.office_files import rtf
from tests.corpus.pages import PARAGRAPHS


def parse(source: str) -> str:
    (draft,) = parse_rtf(source.encode("cp1252"), Hints()).drafts
    return draft.text


def test_paragraphs_are_read_without_fonts_pictures_and_footers() -> None:
    (draft,) = parse_rtf(rtf("Ferry stops", *PARAGRAPHS), Hints()).drafts
    assert draft.text == "\n\n".join(("Ferry stops", *PARAGRAPHS))
    assert draft.form is Form.COPIED
    assert draft.metadata.title == ""  # the file's own title is what a program likes


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")) | st.just("\n"), min_size=1)
        .map(clean_text)
        .filter(bool)
    )
)
def test_every_character_that_can_be_written_is_read(paragraphs: list[str]) -> None:
    expected = [clean_text(paragraph.rstrip("|")) for paragraph in paragraphs]
    if any(expected):
        (draft,) = parse_rtf(rtf(*paragraphs), Hints()).drafts
        assert clean_text(draft.text) == clean_text("\n\n".join(filter(None, expected)))


@settings(max_examples=15, deadline=None)
@given(nexis_exports(most=5))
def test_every_document_of_an_rtf_file_of_nexis_uni_is_found(export: tuple[list[Story], list[str]]) -> None:
    told, lines = export
    check(told, parse_rtf(rtf(*lines), Hints()))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\rtf1\ansi\ansicpg1250{\fonttbl{\f0\fcharset238 A;}}\f0 \'e8as}", "čas"),
        (r"{\rtf1 caf\'e9 \u8364?5\par\par b}", "café €5\n\nb"),
        ("{\\rtf1 café}", "café"),
        (r"{\rtf1{\field{\*\fldinst{HYPERLINK " + '"https://a.example/b"' + r"}}{\fldrslt{The headline}}} goes on}",
         "The headline goes on"),
        (r"{\rtf1 one\line two \lin720 three}", "one\ntwo three"),
        (r"{\rtf1 A\cell B\cell\row C\cell D\cell\row}", "A|B\n\nC|D"),
        (r"{\rtf1{\pict\bin4 }}}}}stays}", "stays"),
    ],
)  # fmt: skip
def test_what_programs_write_is_read(source: str, text: str) -> None:
    assert parse(source) == text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{\\rtf1 }", "holds no text"),
        ("{\\rtf", "holds no text"),
        (r"{\rtf1 \u99999999 x}", "is damaged or no RTF file"),
        (r"{\rtf1 \uc x}", "is damaged or no RTF file"),
        ("{\\rtf1 " + "word " * 4_000_001 + "}", "characters without pictures; the limit is 20,000,000"),
    ],
)
def test_a_bad_file_says_why(source: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_rtf(source.encode(), Hints())


@pytest.mark.parametrize(
    "source",
    [
        r"{\field{\*\fldinst{" * 50_000,
        r'{\field{\*\fldinst{HYPERLINK "' * 30_000,
        (r"{\field{" + " " * 400) * 4_000,
        r"{\fonttbl " + r"\f1" * 100_000,
        r"{\fonttbl " + r"\f1\fcharset0 " * 50_000,
        r"\fonttbl " + r"\f1\fcharset0 " * 50_000,
        r"{\pict\bin1 " * 50_000,
        "{" * 500_000,
        "}" * 500_000,
        "{a" * 400_000,
        r"\'e9" * 200_000,
        "8a " * 400_000,
    ],
)
def test_a_hostile_file_takes_no_longer_than_its_length(source: str) -> None:
    started = time.monotonic()
    with suppress(UnreadableFile):
        parse_rtf(b"{\\rtf1 " + source.encode() + b"}", Hints())
    assert time.monotonic() - started < 10
