"""The Word file, read back as Word and python-docx read it."""

import re
import zipfile
from io import BytesIO

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from qa.cite import STYLES
from qa.facts.word import sheet_to_word
from qa.render.plain import printable
from tests.markup_cases import HOSTILE
from tests.qa.facts.sheets import BRIDGE, JOBS, SHEET, sheet_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def footnotes(data: bytes) -> dict[str, str]:
    """The text of each footnote by its id."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        tree = etree.fromstring(file.read("word/footnotes.xml"))
    return {note.get(f"{W}id", ""): "".join(text.text or "" for text in note.iter(f"{W}t")) for note in tree}


def test_the_sheet_is_a_document_with_quotations_and_notes() -> None:
    document = docx.Document(BytesIO(sheet_to_word(SHEET, STYLES["chicago"])))
    shown = [(paragraph.style.name if paragraph.style else "", paragraph.text) for paragraph in document.paragraphs]
    assert shown[:4] == [
        ("Heading 1", "The last ferry"),
        ("Quote", JOBS),
        ("Normal", "Ask the union.\n\nAnd the mayor."),
        ("Quote", BRIDGE),
    ]
    assert shown[4] == ("Heading 2", "How this came about")
    assert document.core_properties.title == "The last ferry"
    assert document.core_properties.author == "Dateline 1.2.3"


def test_the_sources_are_footnotes_of_words_own() -> None:
    data = sheet_to_word(SHEET, STYLES["chicago"])
    notes = footnotes(data)
    assert notes["1"].endswith(
        "“Marlin ferry stops for good,” Quay Courier, March 3, 2026, https://courier.example/marlin."
    )
    with zipfile.ZipFile(BytesIO(data)) as file:
        body, kinds = file.read("word/document.xml"), file.read("[Content_Types].xml").decode()
        relations = file.read("word/_rels/document.xml.rels").decode()
    referred = [one.get(f"{W}id") for one in etree.fromstring(body).iter(f"{W}footnoteReference")]
    assert referred == ["1", "2"]
    assert set(notes) == {"-1", "0", "1", "2"}
    assert re.search(r'PartName="/word/footnotes.xml"[^>]*footnotes\+xml', kinds)
    assert 'Target="footnotes.xml"' in relations


@settings(max_examples=40)  # a file takes some 20 ms
@given(st.text(min_size=1).filter(str.strip) | st.sampled_from(HOSTILE))
def test_any_text_can_be_written(text: str) -> None:
    data = sheet_to_word(sheet_of(text), STYLES["apa"])
    document = docx.Document(BytesIO(data))
    quoted = next(one.text for one in document.paragraphs if one.style and one.style.name == "Quote")
    assert quoted.split() == re.sub("[\ufffe\uffff]", "�", printable(text)).split()
    assert footnotes(data)["1"].strip()
