"""A comparison as a CSV table, for a spreadsheet: first what each outlet says, then each figure, then who has none."""

import csv
import io
from collections.abc import Iterable, Iterator

from qa.compare.comparison import Comparison
from qa.render.csv import cells, harmless

COLUMNS = (
    "question", "answered", "part", "heading", "group", "figure", "matching", "articles",
    "quote", "outlet", "headline", "date", "authors", "url", "page", "article_id", "file", "start", "end", "flags",
    "also_in",
)  # fmt: skip


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
    writer.writerow(COLUMNS)
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
            for figure in group:
                yield ["figure", figures.heading, number, figure.words, "", "", *cells(figure.quote)]
    for missing in comparison.without:
        source = ["", missing.outlet, *[""] * (len(COLUMNS) - 10)]
        yield ["no match", "", "", "", 0, missing.articles, *source]
