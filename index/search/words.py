"""The search by words, whatever holds them."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.search.hit import Hit
from index.search.other_form import OtherForm
from index.search.selection import ALL, Selection


class Holding(Protocol):
    """Tells which rows hold some words in their text or headline: all of them, without ranking."""

    def holding(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Returns the rows that hold some terms side by side, in their order."""
        ...

    def beginning(self, letters: str) -> NDArray[np.int64]:
        """Returns the rows that hold a word that begins with some letters, whatever its case, accents and stem."""
        ...

    def perhaps_near(self, words: Sequence[str], others: int) -> NDArray[np.int64]:
        """Returns the rows that may hold some terms, in any order, with at most so many others among them.

        For each of them `index.search.analysis.are_near` has the last word.
        """
        ...


class Frequencies(Protocol):
    """Tells how common words are, for whatever weighs them."""

    def __len__(self) -> int:
        """Returns the number of passages."""
        ...

    def frequency(self, term: str) -> int:
        """Returns how many rows hold a term in their text."""
        ...


class Words(Holding, Frequencies, Protocol):
    """The words of the passages of one version of an index. Threads may share it."""

    def rows_with(self, term: str) -> NDArray[np.int64]:
        """Returns the rows that hold a term in their text, in no order, shape (n,)."""
        ...

    def search(
        self,
        text: str,
        limit: int,
        selection: Selection = ALL,
        phrases: Sequence[str] = (),
        forms: Sequence[OtherForm] = (),
    ) -> list[Hit]:
        """Finds rows by words, ranked by BM25 (k1 1.2, b 0.75).

        Args:
            text: Any text; every term counts, none is required.
            limit: Most hits to return.
            selection: Search only the articles that it selects.
            phrases: Texts whose terms must stand side by side in the text of the row.
            forms: Other forms of terms of the text: a row counts by the best of the forms that it holds.

        Returns:
            Hits by falling score; none when neither text nor phrases hold a term.
        """
        ...
