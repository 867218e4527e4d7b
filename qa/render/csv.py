"""Answers and comparisons as CSV tables, for a spreadsheet: one quotation a row, with its full source."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from qa.answer import Answer
from qa.compare import Comparison
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
    return _table(COLUMNS, ((answer, _passages(answer)) for answer in answers))


def _table(columns: Sequence[str], answered: Iterable[tuple[Answer, Iterable[list[object]]]]) -> str:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(columns)
    for answer, rows in answered:
        for row in rows:
            cells = (answer.question.asked, "yes" if answer.found else "no", *row)
            writer.writerow([f"'{one}" if str(one).startswith(_FORMULA) else one for one in cells])
    return table.getvalue()


def _passages(answer: Answer) -> Iterable[list[object]]:
    rows = [[rank, *_quoted(passage)] for rank, passage in enumerate(answer.passages, start=1)]
    return rows or [[""] * (len(COLUMNS) - 2)]


def _quoted(passage: Passage) -> list[object]:
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


def comparisons_to_csv(comparisons: Iterable[Comparison]) -> str:
    """Writes comparisons as CSV (RFC 4180).

    Args:
        comparisons: What each outlet says, to one question each.

    Returns:
        A table with a first row of names. ``part`` is "outlet", "figure" or "no match"; figures of one heading that
        say the same have one number as their group. A cell that a spreadsheet would take for a formula begins with an
        apostrophe.
    """
    return _table(COMPARISON_COLUMNS, ((comparison.answer, _rows(comparison)) for comparison in comparisons))


def _rows(comparison: Comparison) -> Iterator[list[object]]:
    for one in comparison.rows:
        yield ["outlet", "", "", "", one.matching, one.articles, *_quoted(one.quote)]
    for figures in comparison.figures:
        for number, group in enumerate(figures.groups, start=1):
            for quote in group:
                yield ["figure", figures.heading, number, quote.highlights[0].text, "", "", *_quoted(quote)]
    for missing in comparison.without:
        source = ["", missing.outlet, *[""] * (len(COMPARISON_COLUMNS) - 10)]
        yield ["no match", "", "", "", 0, missing.articles, *source]
