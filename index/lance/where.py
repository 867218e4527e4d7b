"""A selection of articles as what Lance filters by."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from index.cache import SharedCache
from index.catalog import Catalog
from index.lance.table import Table, numbers_in
from index.search import ALL, Hit, Selection

NUMBERS_LISTED = 2_000  # articles that are cheap to name in a filter (some 15 ms); above, hits are filtered afterwards
FILTERS_KEPT = 16


@dataclass(frozen=True, slots=True)
class Filter:
    """What a selection leaves.

    Attributes:
        where: A condition on the columns; None where all rows meet it.
        numbers: Numbers of the articles whose rows remain of those, rising; None where all do.
        rows: How many rows meet ``where``.
    """

    where: str | None
    numbers: NDArray[np.int64] | None
    rows: int


class Filters:
    """Turns selections into filters; one question asks for the same a few times. Threads may share it."""

    def __init__(self, table: Table, catalog: Catalog) -> None:
        """Joins a version of the table with its catalogue."""
        self._table = table
        self._catalog = catalog
        self._all = Filter(None, None, table.count())
        self._kept: SharedCache[Selection, Filter] = SharedCache(FILTERS_KEPT)

    def of(self, selection: Selection) -> Filter:
        """Returns the filter of a selection."""
        if selection == ALL:
            return self._all
        if kept := self._kept.get(selection):
            return kept
        numbers = self._catalog.numbers(Selection(conditions=selection.conditions)) if selection.conditions else None
        parts = [*_columns(selection), *self._without(selection.exclude)]
        if numbers is not None and len(numbers) <= NUMBERS_LISTED:
            parts.append(numbers_in("number", numbers))
            numbers = None
        where = " AND ".join(parts) or None
        made = Filter(where, numbers, self._table.count(where))
        self._kept.keep({selection: made})
        return made

    def _without(self, article_ids: tuple[str, ...]) -> list[str]:
        numbers = self._catalog.numbers_of(article_ids)
        return [f"NOT {numbers_in('number', numbers)}"] if len(numbers) else []


def hits(found: pa.Table, scores: NDArray[np.float64], only: Filter) -> list[Hit]:
    """Returns found rows, which have the number of their article, as hits, the best first, as a filter leaves them."""
    rows = found["row"].to_numpy()
    if only.numbers is not None:
        kept = np.isin(found["number"].to_numpy(), only.numbers)
        rows, scores = rows[kept], scores[kept]
    order = np.lexsort((rows, -scores))
    return [Hit(int(rows[at]), float(scores[at])) for at in order]


def enough(
    search: Callable[[int], pa.Table],
    limit: int,
    only: Filter,
    score: Callable[[pa.Table], NDArray[np.float64]],
    gone: int = 0,
) -> list[Hit]:
    """Searches for more until enough hits remain.

    Args:
        search: Finds as many rows as it is told to, but for those that are gone.
        limit: How many are wanted.
        only: What they are to meet.
        score: Of what was found.
        gone: Rows at most that are still in the index and no longer in the table. Where files were put together, Lance
            counts them among the words' hits first, and leaves them out only then; not so among vectors.
    """
    fetch = limit
    while True:
        found = search(fetch)
        kept = hits(found, score(found), only)
        if len(kept) >= limit or len(found) + gone < fetch:
            return kept[:limit]
        fetch *= 4


def text(value: str) -> str:
    """Writes a text as SQL does."""
    return "'" + value.replace("'", "''") + "'"


def _columns(selection: Selection) -> Iterable[str]:
    if selection.outlets:
        yield f"outlet IN ({_listed(selection.outlets)})"
    if selection.without_outlets:
        yield f"outlet NOT IN ({_listed(selection.without_outlets)})"
    if selection.authors:
        yield f"array_has_any(authors, [{_listed(selection.authors)}])"
    if selection.since:
        yield f"published >= {day(selection.since)}"
    if selection.until:
        yield f"published <= {day(selection.until)}"


def day(value: date | None) -> str:
    """Writes a day as SQL does."""
    return f"date '{value.isoformat()}'" if value else "CAST(NULL AS DATE)"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(map(text, values))
