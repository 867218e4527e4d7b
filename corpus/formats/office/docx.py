"""Word files: paragraphs and tables in their order."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph as WordParagraph
from lxml.etree import LxmlError

from corpus.errors import UnreadableFile
from corpus.formats.archives.zip_archive import check_sizes, open_zip
from corpus.formats.draft import Hints, Parsed
from corpus.formats.office.written import Paragraph, read_written

_TEXT_LIMIT = 20_000_000  # bytes of XML of the main part; a longer one is no article


def parse_docx(data: bytes, hints: Hints) -> Parsed:
    """Parses a Word file; its dates are those of the file, so they are not used at all.

    Raises:
        UnreadableFile: It is damaged, or unpacks to more than is safe.
    """
    try:
        with open_zip(data, "Word file") as archive:
            check_sizes(archive, _TEXT_LIMIT)
        document = docx.Document(BytesIO(data))
        paragraphs = list(_paragraphs(document.iter_inner_content()))
        author = document.core_properties.author or ""
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, OSError, RuntimeError, zlib.error) as error:
        raise UnreadableFile("is damaged or no Word file") from error
    return read_written(paragraphs, author, "Word", hints)


def _paragraphs(content: Iterator[WordParagraph | Table]) -> Iterator[Paragraph]:
    for block in content:
        if isinstance(block, WordParagraph):
            style = block.style.name if block.style is not None else ""
            yield Paragraph(block.text, style or "")
            continue
        rows = []
        for row in block.rows:
            cells = dict.fromkeys(cell.text.replace("\n", " ").strip() for cell in row.cells)  # merged cells come twice
            rows.append(" | ".join(cell for cell in cells if cell))
        yield Paragraph("\n".join(row for row in rows if row))
