# How the files look was seen in the samples and the readers of public projects: sjkiss/importProquest (text of 500
# documents), pmyteh/tm.plugin.proquest (pages and mails of 2020 and 2023), and readers that tell of RTF and PDF files
# without numbers, with bare "FULL TEXT" and "DETAILS" and with a link below each headline. The labels of other
# languages are those of ProQuest's interface as far as they are known.
from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.documents import read_layout
from corpus.formats.draft import Hints, Parsed
from corpus.formats.exports.proquest.fields import outlet_name
from corpus.formats.layouts import TEXT_LAYOUTS
from corpus.formats.mail.message import parse_mail
from corpus.formats.office.docx import parse_docx
from corpus.formats.page_layouts import PAGE_LAYOUTS
from corpus.formats.prose import parse_text
from tests.corpus.formats.exports.proquest import files
from tests.corpus.formats.exports.proquest.files import Export, Story
from tests.corpus.formats.office_files import word


def check(parsed: Parsed, found: Sequence[Story]) -> None:
    """Every document is found, with its own fields and text; those without a text are named, none is merged."""
    read = {draft.number: draft for draft in parsed.drafts}
    assert set(read) == {number for number, story in enumerate(found, start=1) if story.paragraphs}
    for number, draft in read.items():
        story, said = found[(number or 0) - 1], draft.metadata
        assert (said.outlet, said.title, said.published, " ".join(draft.text.split())) == story.expected()
        assert said.authors in ((f"{story.first_name} {story.surname}",), ())
    told = {problem.source: problem.reason for problem in parsed.problems}
    assert set(told) == {f"#{number}" for number, story in enumerate(found, start=1) if not story.paragraphs}
    assert all(reason.startswith("metadata only") for reason in told.values())


def read(source: str, found: Sequence[Story], *, as_page: bool = False) -> Parsed | None:
    layouts = PAGE_LAYOUTS if as_page else TEXT_LAYOUTS
    if len(found) > 1 or found[0].paragraphs:
        return read_layout(layouts, source, Hints())
    with pytest.raises(UnreadableFile, match="metadata only"):
        read_layout(layouts, source, Hints())
    return None


@settings(max_examples=60, deadline=None)
@given(files.exports(), st.sampled_from(("\n", "\r\n")))
def test_proquest_text_every_document_is_found(export: Export, end: str) -> None:
    if parsed := read(files.text_file(export).replace("\n", end), export.stories):
        check(parsed, export.stories)
        assert all(draft.metadata.authors for draft in parsed.drafts)


@settings(max_examples=40, deadline=None)
@given(files.exports())
def test_proquest_word_rtf_and_pdf_text_every_document_is_found(export: Export) -> None:
    if parsed := read(files.unnumbered_file(export), export.stories):
        check(parsed, export.stories)


@settings(max_examples=30, deadline=None)
@given(files.exports())
def test_proquest_pages_and_mails_every_document_is_found(export: Export) -> None:
    if parsed := read(files.page(export), export.stories, as_page=True):
        check(parsed, export.stories)
        assert all(draft.metadata.authors for draft in parsed.drafts)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Quay Courier; Kelpwick", "Quay Courier"),
        ("Quay Courier, Late Edition (East Coast); Kelpwick, N.Y.", "Quay Courier"),
        ("Quay Courier (1923-); Kelpwick", "Quay Courier"),
        ("Quay Courier (1881-1999)", "Quay Courier"),
        ("The Quay Courier (Online)", "The Quay Courier (Online)"),
        ("Kelpwick, Past and Present", "Kelpwick, Past and Present"),
    ],
)
def test_an_outlet_is_named_without_its_place_and_edition(written: str, name: str) -> None:
    assert outlet_name(written) == name


def test_outlet_and_day_come_from_the_publication_info_where_nothing_else_says_them() -> None:
    text = (
        f"{files.RULE}\n\nDocument 1 of 1\n\nThe wall\n\nPublication info: Quay Courier ; Kelpwick [Kelpwick]08 May "
        "2010: A.4.\n\nProQuest document link\n\nFull text: The wall is repaired.\n\nSubject: Walls"
    )
    (draft,) = parse_text(text.encode(), Hints()).drafts
    said = draft.metadata
    assert (said.outlet, said.title, said.published) == ("Quay Courier", "The wall", date(2010, 5, 8))
    assert draft.text == "The wall is repaired."
    assert "Subject: Walls" in draft.dropped


def test_a_text_that_speaks_of_proquest_is_no_export() -> None:
    text = "A database for papers\n\nThe library of Kelpwick bought ProQuest on Tuesday.\n\nAuthor: nobody knows."
    (draft,) = parse_text(text.encode(), Hints()).drafts
    assert draft.number is None


@pytest.mark.parametrize("kind", ["html", "plain"])
def test_the_mail_of_proquest_gives_its_documents(kind: str) -> None:
    export = files.make_export(7, 5)
    body = files.page(export) if kind == "html" else files.text_file(export)
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "noreply@proquest.com", "Your ProQuest Research"
    mail.set_content(body, subtype=kind)
    check(parse_mail(mail.as_bytes(), Hints()), export.stories)


def test_the_word_file_of_proquest_gives_its_documents() -> None:
    export = files.make_export(11, 4)
    check(parse_docx(word(*files.unnumbered_file(export).split("\n\n")), Hints()), export.stories)


def test_a_document_in_an_unknown_language_is_named() -> None:
    text = (
        f"{files.RULE}\n\nDokument 1 / 1\n\nSeina\n\nProQuest\n\nTundmatu silt: sõnad\n\n{files.RULE}\n\nProQuest LLC"
    )
    with pytest.raises(UnreadableFile, match="interface in English"):
        parse_text(text.encode(), Hints())
