"""OpenDocument texts, as LibreOffice writes them: headings, paragraphs, lists and tables in their order."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.formats.office.parts import Parts, opened
from corpus.formats.office.written import Paragraph, read_written

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TEXT, _TABLE, _STYLE, _META = (_OASIS % name for name in ("office", "text", "table", "style", "meta"))
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_UNSEEN = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}ruby-text", f"{_TEXT}note", f"{_OFFICE}forms"}
)
_BLANKS: Mapping[str, str] = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_BLANK_RUN = re.compile(r"[ \t\r\n]+")  # of the file's own lines; blanks of the text are elements
_TITLE, _MAIN_HEADING = "Title", "Heading 1"  # as Word names them


def parse_odt(data: bytes, hints: Hints) -> Parsed:
    """Parses a text; its dates are those of the file, so they are not used at all. Comments and notes are left out.

    Raises:
        UnreadableFile: It is damaged, protected, or unpacks to more than is safe.
    """
    with opened(data, "OpenDocument text") as parts:
        content = parts.parse("content.xml")
        text = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
        if content is None or text is None:
            protected = b"encryption-data" in parts.read("META-INF/manifest.xml")
            raise UnreadableFile("is protected by a password" if protected else "is damaged or no OpenDocument text")
        author = _author(parts)
    return read_written(list(_paragraphs(text, _styles(content))), author, "OpenDocument", hints)


def _author(parts: Parts) -> str:
    properties = parts.parse("meta.xml")
    found = properties.findtext(f".//{_META}initial-creator") if properties is not None else ""
    return found or ""


def _styles(content: etree._Element) -> dict[str, str]:
    """Returns name -> parent of the styles that the program made for single paragraphs."""
    found = content.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style")
    return {style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "") for style in found}


def _paragraphs(parent: etree._Element, styles: Mapping[str, str]) -> Iterator[Paragraph]:
    for element in parent:
        if element.tag in _PARAGRAPHS:
            yield Paragraph(_words(element), _style(element, styles))
        elif element.tag == f"{_TABLE}table":
            yield Paragraph(_rows(element))
        elif isinstance(element.tag, str) and element.tag not in _UNSEEN:
            yield from _paragraphs(element, styles)


def _style(paragraph: etree._Element, styles: Mapping[str, str]) -> str:
    name = paragraph.get(f"{_TEXT}style-name", "")
    if styles.get(name, name) == _TITLE:
        return _TITLE
    return _MAIN_HEADING if paragraph.get(f"{_TEXT}outline-level") == "1" else ""


def _words(element: etree._Element) -> str:
    """Returns the text of a paragraph, without what readers do not see in its line."""
    found = [_collapsed(element.text)]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNSEEN:
            words = _BLANKS.get(child.tag) or _words(child)
            found.append(f"\n{words}\n" if child.tag in _PARAGRAPHS else words)  # in a frame: a caption
        found.append(_collapsed(child.tail))
    return "".join(found)


def _collapsed(text: str | None) -> str:
    return _BLANK_RUN.sub(" ", text or "")


def _rows(table: etree._Element) -> str:
    rows = []
    for row in table.iter(f"{_TABLE}table-row"):
        if next(row.iterancestors(f"{_TABLE}table")) is not table:
            continue  # of a table in a cell, which the cell has
        cells = (" ".join("".join(map(_words, cell)).split()) for cell in row.iterchildren(f"{_TABLE}table-cell"))
        rows.append(" | ".join(cell for cell in cells if cell))
    return "\n".join(row for row in rows if row)
