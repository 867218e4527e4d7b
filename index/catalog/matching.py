"""Finds the articles that meet conditions: those of each word, outlet, author and day, joined as the operators say."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from index.chunks import Chunk
from index.search import Selection, terms
from index.search.analysis import are_near
from index.search.condition import All, Any, Author, Condition, Near, Not, Outlet, Prefix, Published, Word
from index.search.words import Holding

Numbers = NDArray[np.int64]
Met = NDArray[np.bool_]  # for each article, in the order of their numbers, whether it meets a condition


class Shelf(Protocol):
    """Articles with numbers and rows; `index.catalog.catalog.Catalog` is one."""

    def article(self, article_id: str) -> Article | None:
        """Returns an article."""
        ...

    def chunks(self, rows: Sequence[int]) -> dict[int, Chunk]:
        """Returns the chunks of rows."""
        ...

    def numbers(self, selection: Selection) -> Numbers:
        """Returns the numbers of the articles of a selection, rising."""
        ...

    def numbers_of_rows(self, rows: Numbers) -> Numbers:
        """Returns the numbers of the articles of rows."""
        ...


def matching(conditions: Iterable[Condition], shelf: Shelf, holding: Holding) -> Numbers:
    """Returns the numbers of the articles that meet all of some conditions, rising.

    Args:
        conditions: What they must meet.
        shelf: The articles.
        holding: Their words.
    """
    return _Matching(shelf, holding).numbers(All(tuple(conditions)))


class _Matching:
    def __init__(self, shelf: Shelf, holding: Holding) -> None:
        self._shelf = shelf
        self._holding = holding
        self._all = shelf.numbers(Selection())

    def numbers(self, condition: Condition) -> Numbers:
        """Returns the articles that meet a condition."""
        return self._all[self._met(condition)]

    def _met(self, condition: Condition) -> Met:
        match condition:
            case All(parts) | Any(parts):
                is_all = isinstance(condition, All)
                join, none = np.logical_and if is_all else np.logical_or, np.full(len(self._all), is_all)
                met: Met = join.reduce([none, *map(self._met, parts)])
                return met
            case Not(part):
                return ~self._met(part)
            case Word() | Prefix() | Near():
                return self._are(self._shelf.numbers_of_rows(self._rows(condition)))
            case _:
                return self._are(self._shelf.numbers(_selection(condition)))

    def _are(self, numbers: Numbers) -> Met:
        return np.isin(self._all, numbers)

    def _rows(self, condition: Word | Prefix | Near) -> Numbers:
        if isinstance(condition, Prefix):
            return self._holding.beginning(condition.letters)
        words = terms(condition.text)
        if not words:  # longer than any that is indexed
            return np.empty(0, dtype=np.int64)
        if isinstance(condition, Word):
            return self._holding.holding(words)
        rows = self._holding.perhaps_near(words, condition.others)
        return np.array(list(self._near(rows, words, condition.others)), dtype=np.int64)

    def _near(self, rows: Numbers, words: list[str], others: int) -> Iterator[int]:
        for row, chunk in self._shelf.chunks(rows.tolist()).items():
            article = self._shelf.article(chunk.article_id)
            texts = (chunk.text, article.title if article else "")
            if any(are_near(words, terms(text), others) for text in texts):
                yield row


def _selection(condition: Outlet | Author | Published) -> Selection:
    match condition:
        case Outlet(name):
            return Selection(outlets=(name,))
        case Author(name):
            return Selection(authors=(name,))
        case Published(since, until):
            return Selection(since=since, until=until)
