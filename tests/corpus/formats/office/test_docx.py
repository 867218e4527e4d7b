import pytest

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.office.docx import parse_docx
from tests.corpus.formats.archive_files import zipped
from tests.corpus.formats.office_files import word
from tests.corpus.pages import PARAGRAPHS, TITLE

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


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 no zip", "is damaged or no Word file"),
        (document()[:2_000], "is damaged or no Word file"),
        (zipped({"word/document.xml": b"<w:document/>"}), "is damaged or no Word file"),
        (zipped({"word/document.xml": b"<a>" * 10_000_000}), "unpacks to"),
    ],
    ids=["garbage", "cut", "parts-missing", "bomb"],
)
def test_a_bad_word_file_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_docx(data, Hints())
