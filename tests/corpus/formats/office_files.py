"""PDF and Word files that tests make."""

from collections.abc import Sequence
from io import BytesIO

import docx
from reportlab.pdfgen.canvas import Canvas


def pdf(*pages: Sequence[str], title: str = "", author: str = "", password: str = "") -> bytes:
    """A PDF file with the given lines on each page."""
    stream = BytesIO()
    canvas = Canvas(stream, encrypt=password or None)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for page in pages:
        for row, line in enumerate(page):
            canvas.drawString(50, 800 - 14 * row, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def word(*paragraphs: str, title: str = "", author: str = "", table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word file; the table stands after the first paragraph."""
    document = docx.Document()
    document.core_properties.author = author
    if title:
        document.add_heading(title, level=0)
    for number, paragraph in enumerate(paragraphs):
        document.add_paragraph(paragraph)
        if table and number == 0:
            made = document.add_table(rows=len(table), cols=len(table[0]))
            for row, cells in enumerate(table):
                for column, text in enumerate(cells):
                    made.cell(row, column).text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
