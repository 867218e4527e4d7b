"""Which passages hold some words, in the table."""

from collections.abc import Sequence

import numpy as np
from lance.query import FullTextOperator, FullTextQuery, MatchQuery, PhraseQuery
from numpy.typing import NDArray

from index.catalog import Catalog
from index.catalog.words import terms_beginning
from index.lance.row import AS_WRITTEN
from index.lance.table import Table
from index.lance.where import text
from index.search.analysis import words_as_written

WORDS_LISTED = 100  # words with one beginning that are looked up one by one (some 50 ms); above, the texts are read
_TEXTS = ("body", "title")


class LanceHolding:
    """`index.search.words.Holding` in the table."""

    def __init__(self, table: Table, catalog: Catalog) -> None:
        """Joins a version of the table with its catalogue."""
        self._table = table
        self._catalog = catalog

    def rows(self, query: FullTextQuery) -> NDArray[np.int64]:
        """Returns all rows that meet a query, rising."""
        return _rising(self._table.select(("row",), words=query)["row"].to_numpy())

    def holding(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Returns the rows that hold some terms side by side, in their order."""
        return _rising(np.concatenate([self.rows(phrase(column, words)) for column in _TEXTS]))

    def beginning(self, letters: str) -> NDArray[np.int64]:
        """Returns the rows that hold a word that begins with some letters, whatever its case, accents and stem."""
        folded = "".join(words_as_written(letters))
        if not folded:  # longer than any word that is indexed
            return np.empty(0, dtype=np.int64)
        words = [key[len(AS_WRITTEN) :] for key in terms_beginning(self._catalog, AS_WRITTEN + folded)]
        if len(words) > WORDS_LISTED:
            found = self._table.select(("row",), f"contains(written, {text(' ' + folded)})")
            return _rising(found["row"].to_numpy())
        return self.rows(MatchQuery(" ".join(words), "written")) if words else np.empty(0, dtype=np.int64)

    def perhaps_near(self, words: Sequence[str], others: int) -> NDArray[np.int64]:
        """Returns the rows that hold some terms, however near; `index.search.analysis.are_near` has the last word."""
        del others
        return _rising(np.concatenate([self.rows(together(column, words)) for column in _TEXTS]))


def phrase(column: str, words: Sequence[str]) -> FullTextQuery:
    """Asks for terms side by side."""
    return PhraseQuery(" ".join(words), column) if len(words) > 1 else MatchQuery(words[0], column)


def together(column: str, words: Sequence[str]) -> FullTextQuery:
    """Asks for rows with all of some terms."""
    return MatchQuery(" ".join(dict.fromkeys(words)), column, operator=FullTextOperator.AND)


def _rising(rows: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.unique(rows).astype(np.int64)
