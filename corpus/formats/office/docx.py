"""Word files: paragraphs and tables in their order."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from corpus.errors import UnreadableFile
from corpus.formats.archives.zip_archive import check_sizes
from corpus.formats.documents import read_layout
from corpus.formats.draft import Draft, Form, Hints, Parsed
from corpus.formats.layouts import TEXT_LAYOUTS
from corpus.metadata.authors import read_authors
from corpus.metadata.merge import from_places
from corpus.text import clean_line

_TITLE_STYLES = frozenset({"title", "titel", "titre", "título", "heading 1"})
_TEXT_LIMIT = 20_000_000  # bytes of XML of the main part; a longer one is no article


def parse_docx(data: bytes, hints: Hints) -> Parsed:
    """Parses a Word file.

    The title is the paragraph in a title's style; properties of the file are used only where the text bears them out,
    and its dates, which are those of the file, not at all.

    Raises:
        UnreadableFile: It is damaged, or unpacks to more than is safe.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            check_sizes(archive, _TEXT_LIMIT)
        document = docx.Document(BytesIO(data))
        blocks = [(style, text) for style, text in _blocks(document.iter_inner_content()) if text.strip()]
        author = clean_line(document.core_properties.author or "")
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, OSError, RuntimeError, zlib.error) as error:
        raise UnreadableFile("is damaged or no Word file") from error
    if export := read_layout(TEXT_LAYOUTS, "\n\n".join(text for _, text in blocks), hints):
        return export
    title = next((row for row, (style, _) in enumerate(blocks[:5]) if style.casefold() in _TITLE_STYLES), None)
    headline = clean_line(blocks.pop(title)[1]) if title is not None else ""
    text = "\n\n".join(text for _, text in blocks)
    authors = read_authors(author) if " " in author and author.casefold() in text.casefold() else ()
    metadata = from_places(title=(headline, "Word: title"), authors=(authors, "Word: author"))
    return Parsed((Draft(text, metadata, form=Form.COPIED),))


def _blocks(content: Iterator[Paragraph | Table]) -> Iterator[tuple[str, str]]:
    for block in content:
        if isinstance(block, Paragraph):
            style = block.style.name if block.style is not None else ""
            yield style or "", block.text
            continue
        rows = []
        for row in block.rows:
            cells = dict.fromkeys(cell.text.replace("\n", " ").strip() for cell in row.cells)  # merged cells come twice
            rows.append(" | ".join(cell for cell in cells if cell))
        yield "", "\n".join(row for row in rows if row)
