"""Word files: paragraphs and tables in their order, with changes as accepted."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError, _Element

from corpus.errors import UnreadableFile
from corpus.formats.archives.zip_archive import check_sizes, open_zip
from corpus.formats.draft import Hints, Parsed
from corpus.formats.office.written import Paragraph, read_written

_TEXT_LIMIT = 20_000_000  # bytes of XML of the main part; a longer one is no article
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PARAGRAPH, _TABLE, _BOX, _TEXT = f"{_W}p", f"{_W}tbl", f"{_W}txbxContent", f"{_W}t"
_FORMS, _FORM, _OLD_FORM = (
    f"{{http://schemas.openxmlformats.org/markup-compatibility/2006}}{name}"
    for name in ("AlternateContent", "Choice", "Fallback")
)
_UNSEEN = frozenset(  # deleted, moved away, what fields are made of, small letters above others, properties
    {_W + name for name in ("del", "moveFrom", "instrText", "delText", "rt", "pPr", "rPr", "sdtPr", "tblPr", "trPr")}
)
_BREAKS: Mapping[str, str] = {f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_PLACEHOLDER = f"{_W}sdtPr/{_W}showingPlcHdr"  # a control that nobody filled in: "Click or tap here to enter text."
_BREAK, _TYPE, _STYLE = f"{_W}br", f"{_W}type", f"{_W}pPr/{_W}pStyle"


def parse_docx(data: bytes, hints: Hints) -> Parsed:
    """Parses a Word file; its dates are those of the file, so they are not used at all.

    Comments, notes, and the heads and feet of pages are left out.

    Raises:
        UnreadableFile: It is damaged, or unpacks to more than is safe.
    """
    try:
        with open_zip(data, "Word file") as archive:
            check_sizes(archive, _TEXT_LIMIT)
        document = docx.Document(BytesIO(data))
        body = document.element.find(f"{_W}body")
        paragraphs = list(_paragraphs(body, _styles(document))) if body is not None else []
        author = document.core_properties.author or ""
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, OSError, RuntimeError, zlib.error) as error:
        raise UnreadableFile("is damaged or no Word file") from error
    if body is None:
        raise UnreadableFile("is damaged or no Word file")
    return read_written(paragraphs, author, "Word", hints)


def _styles(document: Document) -> dict[str, str]:
    """Returns id -> name; ids are in the language of the program, names of its own styles in English."""
    found = document.styles.element.iterfind(f"{_W}style/{_W}name")
    return {name.getparent().get(f"{_W}styleId", ""): name.get(f"{_W}val", "") for name in found}


def _paragraphs(parent: _Element, styles: Mapping[str, str]) -> Iterator[Paragraph]:
    """Gives the paragraphs below an element, however deep they lie in controls, insertions and the like."""
    for element in _seen(parent):
        if element.tag == _PARAGRAPH:
            style = element.find(_STYLE)
            name = style.get(f"{_W}val", "") if style is not None else ""
            yield Paragraph(_words(element), styles.get(name, name))
            for box in _boxes(element):
                yield from _paragraphs(box, styles)
        elif element.tag == _TABLE:
            yield from _table(element, styles)
        else:
            yield from _paragraphs(element, styles)


def _seen(parent: _Element) -> Iterator[_Element]:
    """Gives the elements in another that readers see; of a drawing in two forms, the first that has words."""
    for element in parent:
        if element.tag == _FORMS:
            forms = (form for form in element if form.tag in (_FORM, _OLD_FORM))
            yield from islice((form for form in forms if next(form.iter(_TEXT), None) is not None), 1)
        elif isinstance(element.tag, str) and element.tag not in _UNSEEN and element.find(_PLACEHOLDER) is None:
            yield element


def _words(element: _Element) -> str:
    """Returns the words of a paragraph without those of boxes beside it."""
    found = []
    for child in _seen(element):
        if child.tag in (_TEXT, f"{_MATH}t"):
            found.append(child.text or "")
        elif child.tag == _BREAK:
            found.append("\n" if child.get(_TYPE, "textWrapping") == "textWrapping" else " ")
        else:
            found.append(_BREAKS.get(child.tag) or ("" if child.tag == _BOX else _words(child)))
    return "".join(found)


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in _seen(element):
        if child.tag == _BOX:
            yield child
        else:
            yield from _boxes(child)


def _table(table: _Element, styles: Mapping[str, str]) -> Iterator[Paragraph]:
    """Gives a table as one paragraph; one with no two cells beside each other is a frame around paragraphs."""
    rows = [_cells(row, styles) for row in _below(table, f"{_W}tr")]
    if all(len(row) < 2 for row in rows):
        yield from (paragraph for row in rows for cell in row for paragraph in cell)
        return
    lines = (" | ".join(" ".join(" ".join(some.text.split()) for some in cell) for cell in row) for row in rows)
    yield Paragraph("\n".join(line for line in lines if line))


def _cells(row: _Element, styles: Mapping[str, str]) -> list[list[Paragraph]]:
    """Returns the paragraphs of each cell that has any words."""
    cells = ([some for some in _paragraphs(cell, styles) if some.text.strip()] for cell in _below(row, f"{_W}tc"))
    return [cell for cell in cells if cell]


def _below(parent: _Element, tag: str) -> Iterator[_Element]:
    """Gives the rows of a table or the cells of a row, which may lie in controls and insertions too."""
    for element in _seen(parent):
        if element.tag == tag:
            yield element
        else:
            yield from _below(element, tag)
