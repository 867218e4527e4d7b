"""A fact sheet as a Word file, the sources as footnotes of Word's own.

python-docx has no footnotes, so the part that holds them is made here: two that only draw lines, then one a quotation.
"""

import re
from collections.abc import Iterable
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from qa.cite import Run, Style
from qa.facts.lines import closing_lines
from qa.facts.sheet import FactSheet
from qa.render.plain import printable
from qa.render.provenance import HEADING

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_LINES = ("separator", "continuationSeparator")
_REFERENCE = "Footnote Reference"
_UNWRITABLE = re.compile("[\ufffe\uffff]")  # what XML has no place for, beside what `printable` replaces


def sheet_to_word(sheet: FactSheet, style: Style) -> bytes:
    """Writes a fact sheet as a Word file.

    Args:
        sheet: The sheet.
        style: How sources are cited.
    """
    document = docx.Document()
    _set_up(document, sheet)
    notes = _notes()
    document.add_heading(_written(sheet.title), level=1)
    for number, fact in enumerate(sheet.facts, start=1):
        quoted = document.add_paragraph(style="Quote")
        _add_lines(quoted, fact.quote.text)
        _refer(quoted, number)
        notes.append(_note(number, style.cite(fact.entry)))
        if fact.note.strip():
            _add_lines(document.add_paragraph(), fact.note.strip())
    document.add_heading(HEADING, level=2)
    for line in closing_lines(sheet):
        document.add_paragraph(_written(line), style="List Bullet")
    written = etree.tostring(notes, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), _KIND, written, document.part.package)
    document.part.relate_to(part, _RELATION)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_up(document: Document, sheet: FactSheet) -> None:
    """Names the file, and adds the style of the small numbers, which the template lacks."""
    properties = document.core_properties
    properties.title = _written(sheet.title)[:255]
    properties.author = f"Dateline {sheet.came_about.version}"
    properties.comments = ""
    properties.created = properties.modified = sheet.came_about.made
    small = document.styles.add_style(_REFERENCE, WD_STYLE_TYPE.CHARACTER)
    small.font.superscript = True
    document.styles["Quote"].paragraph_format.space_after = Pt(6)


def _add_lines(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run()
    for number, line in enumerate(_written(text).split("\n")):
        if number:
            run.add_break()
        run.add_text(line)


def _written(text: str) -> str:
    return _UNWRITABLE.sub("�", printable(text))


def _refer(paragraph: Paragraph, number: int) -> None:
    run = paragraph.add_run(style=_REFERENCE)
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)


def _notes() -> etree._Element:
    notes = etree.fromstring(f"<w:footnotes {nsdecls('w')}/>")
    for number, name in enumerate(_LINES, start=-1):
        note = _under(notes, "footnote", type=name, id=str(number))
        _under(_under(_under(note, "p"), "r"), name)
    return notes


def _note(number: int, runs: Iterable[Run]) -> etree._Element:
    note = etree.Element(qn("w:footnote"), {qn("w:id"): str(number)})
    paragraph = _under(note, "p")
    reference = _under(paragraph, "r")
    _under(_under(reference, "rPr"), "vertAlign", val="superscript")
    _under(reference, "footnoteRef")
    for one in (Run(" "), *runs):
        run = _under(paragraph, "r")
        if one.is_italic:
            _under(_under(run, "rPr"), "i")
        text = _under(run, "t")
        text.text = _written(one.text)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return note


def _under(parent: etree._Element, name: str, **values: str) -> etree._Element:
    return etree.SubElement(parent, qn(f"w:{name}"), {qn(f"w:{key}"): value for key, value in values.items()})
