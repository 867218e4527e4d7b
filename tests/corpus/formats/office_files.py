"""PDF, Word and RTF files that tests make."""

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


def rtf(*paragraphs: str) -> bytes:
    """An RTF file as Word writes it: a font table, a picture, a footer, and codes for what is not ASCII."""
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0\fprq2{\*\panose 020b0604020202020204}Arial;}}"
    head += r"{\info{\title Settled}{\author nobody}}{\footer\pard Page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
    head += r"{\*\shppict{\pict\pngblip " + "89504e470d0a1a0a" * 200 + "}}"
    return (head + "\n" + "".join(map(_rtf_paragraph, paragraphs)) + "}").encode()


def _rtf_paragraph(text: str) -> str:
    codes = {"\\": r"\\", "{": r"\{", "}": r"\}", "\n": r"\line ", "\xa0": r"\~"}
    written = "".join(codes.get(character) or _rtf_character(character) for character in text)
    return rf"\pard\plain\s1\f0\fs20 {written}\par" + "\r\n"


def _rtf_character(character: str) -> str:
    if character.isascii():
        return character
    units = character.encode("utf-16-le")
    numbers = (int.from_bytes(units[place : place + 2], "little", signed=True) for place in range(0, len(units), 2))
    return "".join(rf"\u{number}?" for number in numbers)
