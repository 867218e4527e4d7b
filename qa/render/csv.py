"""Answers and comparisons as CSV tables, for a spreadsheet: one quotation a row, with its full source."""

import csv
import io
from collections.abc import Iterable, Iterator

from qa.answer import Answer
from qa.compare.comparison import Comparison
from qa.passage import Passage

COMPARISON_COLUMNS = (
    "question", "answered", "part", "heading", "group", "figure", "matching", "articles",
    "quote", "outlet", "headline", "date", "authors", "url", "page", "article_id", "file", "start", "end", "flags",
    "also_in",
)  # fmt: skip


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


def comparisons_to_csv(comparisons: Iterable[Comparison]) -> str:
    """Writes comparisons as CSV (RFC 4180).

    Args:
        comparisons: What each outlet says, to one question each.

    Returns:
        A table with a first row of names. ``part`` is "outlet", "figure" or "no match"; figures of one heading that
        say the same have one number as their group. A cell that a spreadsheet would take for a formula begins with an
        apostrophe.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COMPARISON_COLUMNS)
    for comparison in comparisons:
        about = [comparison.answer.question.asked, "yes" if comparison.answer.found else "no"]
        for row in _rows(comparison):
            writer.writerow([harmless(cell) for cell in (*about, *row)])
    return table.getvalue()


def _rows(comparison: Comparison) -> Iterator[list[object]]:
    for one in comparison.rows:
        yield ["outlet", "", "", "", one.matching, one.articles, *cells(one.quote)]
    for figures in comparison.figures:
        for number, group in enumerate(figures.groups, start=1):
            for quote in group:
                yield ["figure", figures.heading, number, quote.highlights[0].text, "", "", *cells(quote)]
    for missing in comparison.without:
        source = ["", missing.outlet, *[""] * (len(COMPARISON_COLUMNS) - 10)]
        yield ["no match", "", "", "", 0, missing.articles, *source]
