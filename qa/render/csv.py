"""Answers as a CSV table: one quotation a row, with its full source, for a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from qa.answer import Answer
from qa.passage import Passage

COLUMNS = (
    "question", "answered", "rank", "quote", "outlet", "headline", "date", "authors", "url", "page",
    "article_id", "file", "start", "end", "flags", "also_in",
)  # fmt: skip

# A spreadsheet takes a cell that begins like this for a formula and may run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answers_to_csv(answers: Iterable[Answer]) -> str:
    """Writes answers as CSV (RFC 4180).

    Args:
        answers: The answers, in order.

    Returns:
        A table with a first row of names. A question without any passage has one row. A cell that a spreadsheet would
        take for a formula begins with an apostrophe, which no quotation has; everything else is word for word.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for answer in answers:
        about = [answer.question.asked, "yes" if answer.found else "no"]
        rows = [[rank, *cells(passage)] for rank, passage in enumerate(answer.passages, start=1)]
        for row in rows or [[""] * (len(COLUMNS) - len(about))]:
            writer.writerow([harmless(cell) for cell in (*about, *row)])
    return table.getvalue()


def cells(passage: Passage) -> list[object]:
    """Returns a quotation and its source, from ``quote`` to ``also_in``."""
    citation = passage.citation
    return [
        passage.text,
        citation.outlet,
        citation.title,
        citation.published or "",
        "; ".join(citation.authors),
        citation.url or "",
        citation.page or "",
        citation.article_id,
        citation.source,
        citation.start,
        citation.end,
        "; ".join(citation.flags),
        "; ".join(f"{copy.outlet} ({copy.article_id})" for copy in passage.also_in),
    ]


def harmless(cell: object) -> object:
    """Returns a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
