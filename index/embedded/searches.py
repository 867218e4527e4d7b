"""The searches of the embedded store: rows are searched, and the catalogue says which ones a selection leaves."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.catalog import Catalog
from index.embedded.lexical import LexicalIndex
from index.embedded.segments import Segments
from index.search import ALL, Hit, OtherForm, Selection


class EmbeddedVectors:
    """`index.search.Vectors` in FAISS; the vectors of sentences lie in the catalogue."""

    def __init__(self, dense: Segments, catalog: Catalog) -> None:
        """Joins the vectors of a generation with its catalogue."""
        self._dense = dense
        self._catalog = catalog

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._dense.dimension

    def __len__(self) -> int:
        """Returns the number of passages."""
        return len(self._dense)

    def search(self, vector: NDArray[np.float32], limit: int, selection: Selection = ALL) -> list[Hit]:
        """Finds the nearest rows; see `index.search.Vectors`."""
        return self._dense.search(vector, limit, self._catalog.rows(selection))

    def vectors(self, rows: NDArray[np.int64] | Sequence[int]) -> NDArray[np.float32]:
        """Returns the vectors of rows, shape (len(rows), dimension)."""
        return self._dense.vectors(rows)

    def sentences(self, rows: Iterable[int]) -> dict[int, NDArray[np.float32]]:
        """Returns the vectors of the sentences of rows."""
        return self._catalog.sentences(rows, self.dimension)


class EmbeddedWords:
    """`index.search.Words` in tantivy."""

    def __init__(self, lexical: LexicalIndex, catalog: Catalog) -> None:
        """Joins the words of a generation with its catalogue."""
        self._lexical = lexical
        self._catalog = catalog

    def __len__(self) -> int:
        """Returns the number of passages."""
        return len(self._lexical)

    def holding(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Returns the rows that hold some terms side by side, in their order."""
        return self._lexical.holding(words)

    def beginning(self, letters: str) -> NDArray[np.int64]:
        """Returns the rows that hold a word that begins with some letters."""
        return self._lexical.beginning(letters)

    def perhaps_near(self, words: Sequence[str], others: int) -> NDArray[np.int64]:
        """Returns the rows that may hold some terms near each other."""
        return self._lexical.perhaps_near(words, others)

    def frequency(self, term: str) -> int:
        """Returns how many rows hold a term in their text."""
        return self._lexical.frequency(term)

    def rows_with(self, term: str) -> NDArray[np.int64]:
        """Returns the rows that hold a term in their text."""
        return self._lexical.rows_with(term)

    def search(
        self,
        text: str,
        limit: int,
        selection: Selection = ALL,
        phrases: Sequence[str] = (),
        forms: Sequence[OtherForm] = (),
    ) -> list[Hit]:
        """Finds rows by words; see `index.search.Words`."""
        return self._lexical.search(text, limit, self._catalog.rows(selection), phrases, forms)
