"""The forms in which a fact sheet is handed on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from page.conversations.export import BOM
from page.errors import FormUnavailable
from page.html import render
from qa.cite import STYLES, Style
from qa.cite.bibtex import to_bibtex
from qa.cite.csl import to_csl
from qa.cite.ris import to_ris
from qa.facts import FactSheet
from qa.facts.lines import closing_lines, one_closing_line
from qa.facts.markdown import sheet_to_markdown
from qa.facts.table import sheet_to_csv, sources_to_text
from qa.render.provenance import HEADING

_TEXT = "charset=utf-8"


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A form of a file.

    Attributes:
        media_type: Its kind.
        write: Writes a sheet, its sources cited in a style.
    """

    media_type: str
    write: Callable[[FactSheet, Style], str | bytes]


def sheet_to_html(sheet: FactSheet, style: Style, *, whole: bool) -> str:
    """Writes a fact sheet as HTML for another page: plain elements, no classes, the sources as footnotes.

    Args:
        sheet: The sheet.
        style: How sources are cited.
        whole: Whether it is a page of its own, and not a part of one.
    """
    facts = [(fact, style.cite(fact.entry), fact.note.strip().splitlines()) for fact in sheet.facts]
    lines = closing_lines(sheet)
    return render("sheet/handed_on.html", title=sheet.title, facts=facts, heading=HEADING, lines=lines, whole=whole)


def _word(sheet: FactSheet, style: Style) -> bytes:
    try:
        from qa.facts.word import sheet_to_word
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "docx":
            raise
        raise FormUnavailable('Word files need the extra `docx`: pip install "dateline[docx]".') from error
    return sheet_to_word(sheet, style)


FORMS: Mapping[str, SheetForm] = {
    "markdown": SheetForm(f"text/markdown; {_TEXT}", sheet_to_markdown),
    "html": SheetForm(f"text/html; {_TEXT}", partial(sheet_to_html, whole=True)),
    "part": SheetForm(f"text/html; {_TEXT}", partial(sheet_to_html, whole=False)),  # to be pasted somewhere
    "word": SheetForm("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _word),
    "csv": SheetForm(f"text/csv; {_TEXT}", lambda sheet, style: BOM + sheet_to_csv(sheet, style)),
    "sources": SheetForm(f"text/plain; {_TEXT}", sources_to_text),
    "csl": SheetForm("application/vnd.citationstyles.csl+json", lambda sheet, _: _of(to_csl, sheet)),
    "bibtex": SheetForm(f"application/x-bibtex; {_TEXT}", lambda sheet, _: _of(to_bibtex, sheet)),
    "ris": SheetForm(f"application/x-research-info-systems; {_TEXT}", lambda sheet, _: _of(to_ris, sheet)),
}


def _of(write: Callable[..., str], sheet: FactSheet) -> str:
    return write(sheet.entries, one_closing_line(sheet))


__all__ = ["FORMS", "STYLES", "SheetForm", "sheet_to_html"]
