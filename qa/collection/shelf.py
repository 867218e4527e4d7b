"""The shelf: all articles, or those that hold some words, a part of them in an order at a time, and counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from index.catalog import Catalog
from index.catalog.lists import (
    Among,
    Order,
    articles_of,
    count,
    count_by_day,
    count_by_outlet,
    numbers_of_page,
    remarks_of,
)
from index.catalog.summary import ArticleSummary
from index.catalog.where import Doubt
from index.search import Selection
from qa.collection.histogram import Histogram, histogram_of
from qa.collection.holders import Holders, shares
from qa.collection.sentence import quote
from qa.listing import Share, Sought
from qa.passage import Passage


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a shelf.

    Attributes:
        article: The article.
        flags: Its flags.
        warnings: What a reader should know about it, one sentence each.
        quote: The sentence of it that holds the words best; None without words.
    """

    article: ArticleSummary
    flags: tuple[str, ...]
    warnings: tuple[str, ...]
    quote: Passage | None = None


class Shelf:
    """Some articles of one generation; threads may share it. What is counted is counted once.

    Attributes:
        sought: The words that they hold; without phrases where none were asked for.
        exact: How many there are; where there are words, how many hold them as such.
        in_forms: How many more hold all of the words in any form and any place; these come after all others.
    """

    def __init__(
        self, catalog: Catalog, selection: Selection, doubt: Doubt | None = None, holders: Holders | None = None
    ) -> None:
        """Takes articles.

        Args:
            catalog: The catalogue.
            selection: Which articles; looked at only where no words are asked for.
            doubt: Only those of which this is doubted; None for all.
            holders: Those of the selection that hold the words that are asked for; None without words.
        """
        self._catalog = catalog
        self._holders = holders
        if holders is None:
            self._exact, self._others = Among(catalog, selection, doubt=doubt), None
        else:
            self._exact = Among(catalog, numbers=holders.word_for_word, doubt=doubt)
            self._others = Among(catalog, numbers=holders.forms, doubt=doubt)
        self.sought = holders.sought if holders else Sought()
        self.exact = count(self._exact)
        self.in_forms = count(self._others) if self._others else 0

    @property
    def total(self) -> int:
        """How many articles stand on it."""
        return self.exact + self.in_forms

    @cached_property
    def outlets(self) -> tuple[Share, ...]:
        """How many each outlet has, most first; of those that hold the words as such, if any do."""
        return shares((one.outlet, one.articles) for one in count_by_outlet(self._counted))

    @cached_property
    def days(self) -> Mapping[str, int]:
        """How many of the same were published on each day, by its name; those without a day have the empty name."""
        return count_by_day(self._counted)

    @cached_property
    def histogram(self) -> Histogram:
        """The same by outlet and span of time."""
        return histogram_of(self._counted)

    @cached_property
    def doubts(self) -> Mapping[Doubt, int]:
        """How many of the same are doubted, and why; whoever asked for one doubt alone looks at no other."""
        numbers = {doubt: count(self._counted.of_doubt(doubt)) for doubt in Doubt}
        return {doubt: number for doubt, number in numbers.items() if number}

    def part(self, order: Order, start: int, rows: int) -> tuple[Entry, ...]:
        """Returns a part of it.

        Args:
            order: The order of all of it.
            start: Number of the first one, from 0.
            rows: How many at most.
        """
        numbers = numbers_of_both(self._exact, self.exact, self._others, order, start, rows)
        found = zip(numbers, articles_of(self._catalog, numbers), remarks_of(self._catalog, numbers), strict=True)
        return tuple(Entry(article, *remarks, self._quote(number, article)) for number, article, remarks in found)

    @property
    def _counted(self) -> Among:
        return self._others if self._others and not self.exact else self._exact

    def _quote(self, number: int, summary: ArticleSummary) -> Passage | None:
        article = self._catalog.article(summary.article_id) if self._holders else None
        return quote(article, self._holders.where(number), self._holders) if article and self._holders else None


def numbers_of_both(
    first: Among, size: int, others: Among | None, order: Order, start: int, rows: int | None
) -> list[int]:
    """Returns the numbers of a part of two lists, of which the second begins where the first ends.

    Args:
        first: The articles of the first list.
        size: How many these are.
        others: Those of the second; None where there is none.
        order: The order of each.
        start: Number of the first one, from 0.
        rows: How many at most; None for all.
    """
    shown = numbers_of_page(first, order, start, rows)
    left = None if rows is None else rows - len(shown)
    if others is not None and left != 0:
        shown += numbers_of_page(others, order, max(0, start - size), left)
    return shown
