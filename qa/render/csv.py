"""Answers and comparisons as CSV tables, for a spreadsheet: one quotation a row, with its full source."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from qa.answer import Answer
from qa.compare import Comparison
from qa.listing import Listing
from qa.passage import Passage
from qa.render import provenance as came_about
from qa.render.provenance import Provenance
from qa.render.wording import embargo

_QUOTE = (
    "quote", "outlet", "headline", "date", "authors", "url", "page", "article_id", "file", "start", "end", "flags",
    "also_in",
)  # fmt: skip
COMPARISON_COLUMNS = (
    "question", "verdict", "part", "heading", "group", "figure", "matching", "articles", *_QUOTE,
    *came_about.COLUMNS,
)  # fmt: skip
COLUMNS = ("question", "verdict", "number", "matches", *_QUOTE, *came_about.COLUMNS)
LISTING_COLUMNS = ("number", "where", *_QUOTE, *came_about.COLUMNS)

# A spreadsheet takes a cell that begins like this for a formula and may run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answers_to_csv(answers: Iterable[Answer], given: Provenance) -> str:
    """Writes answers as CSV (RFC 4180).

    Args:
        answers: The answers, in order.
        given: How they came about, with one search for each.

    Returns:
        A table with a first row of names. What stands as the answer has a number; the nearest material follows without
        one. A question without any passage has one row. A cell that a spreadsheet would take for a formula
        begins with an apostrophe, which no quotation has; everything else is word for word.
    """
    of_each = zip(answers, given.searches, strict=True)
    rows = (
        [*_of(answer, row), *came_about.cells(given, search)] for answer, search in of_each for row in _passages(answer)
    )
    return table(COLUMNS, rows)


def listing_to_csv(listing: Listing, given: Provenance) -> str:
    """Writes a list of articles as CSV (RFC 4180).

    Args:
        listing: The list, with a page of its rows.
        given: How it came about, with one search.

    Returns:
        A table with a first row of names. ``where`` is "text", "headline" (in it alone) or "forms" (all of the words in
        any form). A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    numbered = enumerate(listing.rows, start=listing.start + 1)
    said = came_about.cells(given, given.searches[0])
    rows = ([number, row.where.value, *_quoted(row.quote), *said] for number, row in numbered)
    return table(LISTING_COLUMNS, rows)


def _of(answer: Answer, row: Sequence[object]) -> list[object]:
    return [answer.question.asked, answer.verdict.value, *row]


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Writes a table as CSV (RFC 4180) in which no cell is a formula.

    Args:
        columns: The names of the columns, its first row.
        rows: The other rows.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([f"'{one}" if str(one).startswith(_FORMULA) else one for one in row])
    return text.getvalue()


def _passages(answer: Answer) -> Iterable[list[object]]:
    listed = [row.quote for row in answer.listing.rows] if answer.listing else []
    rows = [[number, "yes", *_quoted(passage)] for number, passage in enumerate([*listed, *answer.quoted], start=1)]
    rows += [["", "no", *_quoted(passage)] for passage in answer.nearest]
    return rows or [[""] * (2 + len(_QUOTE))]


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
        "; ".join((*embargo(citation), *citation.flags)),
        "; ".join(f"{copy.outlet} ({copy.article_id})" for copy in passage.also_in),
    ]


def comparisons_to_csv(comparisons: Iterable[Comparison], given: Provenance) -> str:
    """Writes comparisons as CSV (RFC 4180).

    Args:
        comparisons: What each outlet says, to one question each.
        given: How they came about, with one search for each.

    Returns:
        A table with a first row of names. ``part`` is "outlet", "figure" or "no match"; figures of one heading that
        say the same have one number as their group. A cell that a spreadsheet would take for a formula begins with an
        apostrophe.
    """
    of_each = zip(comparisons, given.searches, strict=True)
    rows = (
        [*_of(comparison.answer, row), *came_about.cells(given, search)]
        for comparison, search in of_each
        for row in _rows(comparison)
    )
    return table(COMPARISON_COLUMNS, rows)


def _rows(comparison: Comparison) -> Iterator[list[object]]:
    for one in comparison.rows:
        yield ["outlet", "", "", "", one.matching, one.articles, *_quoted(one.quote)]
    for figures in comparison.figures:
        for number, group in enumerate(figures.groups, start=1):
            for quote in group:
                yield ["figure", figures.heading, number, quote.highlights[0].text, "", "", *_quoted(quote)]
    for missing in comparison.without:
        source = ["", missing.outlet, *[""] * (len(_QUOTE) - 2)]
        yield ["no match", "", "", "", 0, missing.articles, *source]
