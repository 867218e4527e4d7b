"""Lists of the articles of the catalogue: pages of them in an order, and how many there are of each kind."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

import numpy as np

from index.catalog.catalog import Catalog
from index.catalog.matching import Numbers
from index.catalog.schema import day_of
from index.catalog.summary import SUMMARY_COLUMNS, ArticleSummary
from index.catalog.where import Doubt
from index.search import ALL, Selection

_FEW = 1000  # articles that are looked up one by one; of more all are looked at, in their order
_TEXTS_AT_ONCE = 200  # about 2 MB


class Order(Enum):
    """The order of a list: undated articles come last, those without a headline at the end of the alphabet.

    An index has each order or nearly so: no page of a long list costs more than its own rows.
    """

    NEWEST = "published DESC NULLS LAST, outlet, article_id"
    OLDEST = "published ASC NULLS LAST, outlet, article_id"
    OUTLET = "outlet, published DESC NULLS LAST, article_id"
    OUTLET_BACKWARDS = "outlet DESC, published DESC NULLS LAST, article_id"
    HEADLINE = "title = '', title COLLATE NOCASE, article_id"
    HEADLINE_BACKWARDS = "title = '' DESC, title COLLATE NOCASE DESC, article_id DESC"


class Span(StrEnum):
    """How much of a day of publication counts: all of it, its month, its year."""

    DAY = "10"
    MONTH = "7"
    YEAR = "4"


@dataclass(frozen=True, slots=True)
class OutletCount:
    """How many articles an outlet has, and the days of its first and its last one; None where no day is known."""

    outlet: str
    articles: int
    first: date | None
    last: date | None


class Among:
    """Some articles of a catalogue: those of a selection, or those that somebody else has found."""

    def __init__(
        self,
        catalog: Catalog,
        selection: Selection = ALL,
        numbers: Numbers | None = None,
        doubt: Doubt | None = None,
    ) -> None:
        """Takes articles.

        Args:
            catalog: The catalogue.
            selection: Which articles.
            numbers: Only these of them; None for all.
            doubt: Only those of which this is doubted; None for all.
        """
        self.catalog = catalog
        self._selection, self._only = selection, numbers
        condition, self._values = catalog.where(selection)
        doubted = f" AND {doubt.value}" if doubt else ""
        self._where = (condition or "WHERE 1") + doubted
        self._is_narrowed = bool(condition or doubt)
        self._numbers = None if numbers is None else json.dumps(numbers.tolist())
        self._are_few = numbers is not None and len(numbers) <= _FEW

    def of_doubt(self, doubt: Doubt) -> "Among":
        """Returns those of which something is doubted, whatever else was."""
        return Among(self.catalog, self._selection, self._only, doubt)

    @property
    def are_all(self) -> bool:
        """Whether they are all articles of the catalogue."""
        return self._numbers is None and not self._is_narrowed

    def sql(self, column: str = "number") -> tuple[str, list[str]]:
        """Returns them as a condition on the table of articles, or on one that has their numbers in a column."""
        if column != "number":
            if self.are_all:
                return "WHERE 1", []
            if self._is_narrowed:
                condition, values = self.sql()
                return f"WHERE {column} IN (SELECT number FROM article {condition})", values
        if self._numbers is None:
            return self._where, self._values
        # The sign keeps SQLite from looking up the articles one by one, and then it reads them in the order asked for.
        named = column if self._are_few else f"+{column}"
        listed = f"{named} IN (SELECT value FROM json_each(?))"
        if column != "number":
            return f"WHERE {listed}", [self._numbers]
        return f"{self._where} AND {listed}", [*self._values, self._numbers]


def numbers_of_page(among: Among, order: Order, start: int = 0, rows: int | None = None) -> list[int]:
    """Returns the numbers of a part of a list, in its order.

    Args:
        among: The articles.
        order: The order of the list.
        start: Number of the first one, from 0.
        rows: How many at most; None for all.
    """
    condition, values = among.sql()
    found = among.catalog.select(
        f"SELECT number FROM article {condition} ORDER BY {order.value} LIMIT ? OFFSET ?",
        *values,
        -1 if rows is None else rows,
        start,
    )
    return [number for (number,) in found]


def articles_of(catalog: Catalog, numbers: Sequence[int]) -> list[ArticleSummary]:
    """Returns articles by their numbers, in that order, without their texts."""
    found = catalog.select(
        f"SELECT {SUMMARY_COLUMNS} FROM json_each(?) CROSS JOIN article ON number = value ORDER BY key",
        json.dumps(numbers),
    )
    return [ArticleSummary.of(row) for row in found]


def page(among: Among, order: Order, start: int, rows: int) -> list[ArticleSummary]:
    """Returns a part of a list, as `numbers_of_page` does."""
    return articles_of(among.catalog, numbers_of_page(among, order, start, rows))


def count(among: Among) -> int:
    """Returns how many there are."""
    condition, values = among.sql()
    return int(among.catalog.select(f"SELECT count(*) FROM article {condition}", *values)[0][0])


def count_undated(among: Among) -> int:
    """Returns how many have no day of publication."""
    condition, values = among.sql()
    return int(among.catalog.select(f"SELECT count(*) FROM article {condition} AND published IS NULL", *values)[0][0])


def days_of(among: Among) -> tuple[date | None, date | None]:
    """Returns the first and the last day of publication; None when no article has a day."""
    condition, values = among.sql()
    first, last = among.catalog.select(
        f"SELECT (SELECT min(published) FROM article {condition}), (SELECT max(published) FROM article {condition})",
        *values,
        *values,
    )[0]
    return day_of(first), day_of(last)


def copied_among(catalog: Catalog, numbers: Numbers, order: Order) -> int:
    """Returns how many of some articles have the text of one that stands before them in an order.

    Args:
        catalog: The catalogue.
        numbers: The articles, rising.
        order: The order.
    """
    pairs = np.array(catalog.select("SELECT article, other FROM copy"), dtype=np.int64).reshape(-1, 2)
    pairs = pairs[np.isin(pairs, numbers).all(axis=1)] if len(pairs) else pairs
    place = {one: place for place, one in enumerate(numbers_of_page(Among(catalog, numbers=np.unique(pairs)), order))}
    return len({other for one, other in pairs.tolist() if place[one] < place[other]})


def count_by_outlet(among: Among) -> list[OutletCount]:
    """Returns what each outlet has, by its name, where it has any."""
    condition, values = among.sql()
    query = f"SELECT outlet, count(*), min(published), max(published) FROM article {condition} GROUP BY 1 ORDER BY 1"
    found = among.catalog.select(query, *values)
    return [OutletCount(outlet, number, day_of(first), day_of(last)) for outlet, number, first, last in found]


def count_by_author(among: Among) -> dict[str, int]:
    """Returns how many each author has, by name, where he has any; those without an author have the empty name."""
    condition, values = among.sql("article")
    query = f"SELECT name, count(*) FROM author {condition} GROUP BY name ORDER BY name"
    return dict(among.catalog.select(query, *values))


def count_by_day(among: Among) -> dict[str, int]:
    """Returns how many were published on each day, by its name; those without a day have the empty name."""
    condition, values = among.sql()
    # Grouped by what the index has as it is, so that it is read in its order and nothing is sorted.
    found = among.catalog.select(f"SELECT published, count(*) FROM article {condition} GROUP BY published", *values)
    return {day or "": number for day, number in found}


def remarks_of(catalog: Catalog, numbers: Sequence[int]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Returns the flags and the warnings of articles, in the order of their numbers as given."""
    found = catalog.select(
        "SELECT flags, warnings FROM json_each(?) CROSS JOIN article ON number = value ORDER BY key",
        json.dumps(numbers),
    )
    return [(tuple(json.loads(flags)), tuple(json.loads(warnings))) for flags, warnings in found]


def histogram(among: Among, span: Span) -> dict[tuple[str, str], int]:
    """Returns how many each outlet has in each span of time, by the outlet and the beginning of the day's name.

    Those without a day have the empty span.
    """
    condition, values = among.sql()
    # Counted here: SQLite would sort all of them first, as no index has the beginnings of the days.
    found = among.catalog.select(
        f"SELECT outlet, group_concat(coalesce(substr(published, 1, {span.value}), '')) FROM article {condition} "
        "GROUP BY 1 ORDER BY 1",
        *values,
    )
    return {(outlet, when): number for outlet, joined in found for when, number in Counter(joined.split(",")).items()}


def sources(catalog: Catalog) -> list[str]:
    """Returns the places of all articles."""
    return [source for (source,) in catalog.select("SELECT source FROM article ORDER BY source")]


def all_texts(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Gives the id and the text of every article, a few at a time."""
    query = "SELECT number, article_id, text FROM article WHERE number > ? ORDER BY number LIMIT ?"
    last = -1
    while found := catalog.select(query, last, _TEXTS_AT_ONCE):
        yield from ((article_id, text) for _, article_id, text in found)
        last = found[-1][0]
