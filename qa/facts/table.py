"""A fact sheet as CSV, one quotation a row, and its sources as a list."""

from qa.cite import Style, plain
from qa.facts.sheet import FactSheet
from qa.render import provenance as came_about
from qa.render.csv import table
from qa.render.wording import flags

COLUMNS = (
    "number", "quote", "note", "outlet", "headline", "date", "authors", "url", "page", "remarks", "citation",
    "question", *came_about.COLUMNS,
)  # fmt: skip


def sheet_to_csv(sheet: FactSheet, style: Style) -> str:
    """Writes a fact sheet as CSV; a cell that a spreadsheet would take for a formula begins with an apostrophe.

    Args:
        sheet: The sheet.
        style: How sources are cited.
    """
    return table(COLUMNS, (_row(number, sheet, style) for number in range(len(sheet.facts))))


def sources_to_text(sheet: FactSheet, style: Style) -> str:
    """Returns the sources in the order of the sheet, one a line, each once.

    Args:
        sheet: The sheet.
        style: How they are cited.
    """
    return "\n".join(dict.fromkeys(plain(style.cite(entry)) for entry in sheet.entries)) + "\n"


def _row(number: int, sheet: FactSheet, style: Style) -> list[object]:
    fact = sheet.facts[number]
    citation = fact.quote.citation
    return [
        number + 1,
        fact.quote.text,
        fact.note,
        citation.outlet,
        citation.title,
        citation.published or "",
        "; ".join(citation.authors),
        citation.url or "",
        citation.page or "",
        "; ".join(flags(citation)),
        plain(style.cite(fact.entry)),
        fact.search.asked if fact.search else "",
        *came_about.cells(sheet.came_about, fact.search),
    ]
