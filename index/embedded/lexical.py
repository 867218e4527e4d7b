"""The index of words: tantivy (BM25) over all chunks, each with the headline, outlet and authors of its article."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray

from index.embedded.lexical_writer import schema, with_analyzers
from index.errors import CorruptIndex
from index.search import Hit, OtherForm
from index.search.analysis import terms, words_as_written

TERM_SET_LIMIT = 20_000  # rows that are cheap to ask for one by one; above, hits are filtered after the search
_TEXTS = ("body", "title")


class LexicalIndex:
    """The words of a published generation by row, read only; safe to share between threads."""

    def __init__(self, index: tantivy.Index) -> None:
        """Wraps an open tantivy index whose analyzer is registered."""
        self._index = index
        self._searcher = index.searcher()
        self._frequencies: dict[str, int] = {}  # of terms asked for; nothing in a generation changes

    @classmethod
    def open(cls, folder: Path) -> "LexicalIndex":
        """Opens the index in a folder.

        Raises:
            CorruptIndex: When it is missing or damaged.
        """
        try:
            return cls(with_analyzers(tantivy.Index.open(str(folder))))
        except (ValueError, OSError) as error:
            raise CorruptIndex(folder, f"cannot be read: {error}") from error

    def __len__(self) -> int:
        """Returns the number of rows."""
        return int(self._searcher.num_docs)

    def frequency(self, term: str) -> int:
        """Returns how many rows hold a term in their body."""
        if term not in self._frequencies:
            # Not doc_freq: until segments are merged it goes on counting rows that were removed.
            query = tantivy.Query.term_query(schema(), "body", term, "freq")
            found = self._searcher.search(query, 1, count=True)
            self._frequencies[term] = int(found.count)  # type: ignore[attr-defined]  # the stub lacks it
        return self._frequencies[term]

    def rows_with(self, term: str) -> NDArray[np.int64]:
        """Returns the rows that hold a term in their body, in no order, shape (n,)."""
        return self.rows(tantivy.Query.term_query(schema(), "body", term, "basic"))

    def search(
        self,
        text: str,
        limit: int,
        rows: NDArray[np.int64] | None = None,
        phrases: Sequence[str] = (),
        forms: Sequence[OtherForm] = (),
    ) -> list[Hit]:
        """Finds rows by words, ranked by BM25 (k1 1.2, b 0.75: tantivy's).

        Args:
            text: Any text; every term counts, none is required.
            limit: Most hits to return.
            rows: Search only these; None searches all.
            phrases: Texts whose terms must stand side by side in the body.
            forms: Other forms of terms of the text: a row counts by the best of the forms that it holds.

        Returns:
            Hits by falling score; none when neither text nor phrases hold a term.
        """
        words, wanted = terms(text), [found for phrase in phrases if (found := terms(phrase))]
        if not words and not wanted:
            return []  # tantivy takes a query without terms for one that every row meets, once a filter joins it
        query = self._query(words, wanted, forms)
        if rows is None:
            return self._hits(query, limit)
        if len(rows) <= TERM_SET_LIMIT:
            only = tantivy.Query.const_score_query(tantivy.Query.term_set_query(schema(), "row", rows.tolist()), 0.0)
            return self._hits(query.and_must_match(only), limit)
        fetch = limit
        while True:
            hits = self._hits(query, fetch)
            allowed = np.isin([hit.row for hit in hits], rows)
            kept = [hit for hit, keep in zip(hits, allowed, strict=True) if keep]
            if len(kept) >= limit or len(hits) < fetch:
                return kept[:limit]
            fetch *= 4

    def rows(self, query: tantivy.Query) -> NDArray[np.int64]:
        """Returns all rows that meet a query, in no order, shape (n,)."""
        found = self._searcher.search(query, max(1, len(self)), count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in found])
        return np.array(rows, dtype=np.int64)

    def holding(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Returns the rows that hold some terms side by side, in their order."""
        return self._union(_phrase(field, words) for field in _TEXTS)

    def beginning(self, letters: str) -> NDArray[np.int64]:
        """Returns the rows that hold a word that begins with some letters, whatever its case, accents and stem."""
        folded = "".join(words_as_written(letters))
        if not folded:  # longer than any word that is indexed
            return np.empty(0, dtype=np.int64)
        return self.rows(tantivy.Query.regex_query(schema(), "written", f"{folded}.*"))

    def perhaps_near(self, words: Sequence[str], others: int) -> NDArray[np.int64]:
        """Returns the rows that may hold some terms, in any order, with at most so many others among them.

        For each of them `index.search.analysis.are_near` has the last word: tantivy's own distance takes one word for
        two, and loses orders of three.
        """
        first, apart = words[0], others + len(words) - 2
        pairs = [(first, word) for word in dict.fromkeys(words) if word != first]
        return self._union(
            tantivy.Query.boolean_query([(tantivy.Occur.Must, _pair(field, pair, apart)) for pair in pairs])
            if pairs
            else _phrase(field, [first])
            for field in _TEXTS
        )

    def _union(self, queries: Iterable[tantivy.Query]) -> NDArray[np.int64]:
        return np.unique(np.concatenate([self.rows(query) for query in queries]))

    def _query(self, words: list[str], phrases: list[list[str]], forms: Sequence[OtherForm]) -> tantivy.Query:
        counts = Counter(words)
        parts = []
        for own in dict.fromkeys(form.own for form in forms):
            if own and all(counts[term] for term in own):
                counts -= Counter(own)
                ways = [_together(tantivy.Occur.Should, own)]
                ways += [
                    tantivy.Query.boost_query(_together(tantivy.Occur.Must, form.other), form.weight)
                    for form in forms
                    if form.own == own
                ]
                parts.append((tantivy.Occur.Should, tantivy.Query.disjunction_max_query(ways)))
        parts += [
            (tantivy.Occur.Should, tantivy.Query.boost_query(_anywhere(word), count)) for word, count in counts.items()
        ]
        for phrase in phrases:
            if len(phrase) == 1:
                parts.append((tantivy.Occur.Must, tantivy.Query.term_query(schema(), "body", phrase[0])))
            else:
                parts.append((tantivy.Occur.Must, tantivy.Query.phrase_query(schema(), "body", list(phrase))))
        return tantivy.Query.boolean_query(parts)

    def _hits(self, query: tantivy.Query, limit: int) -> list[Hit]:
        found = self._searcher.search(query, limit, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in found])
        return [Hit(int(row or 0), float(score)) for row, (score, _) in zip(rows, found, strict=True)]


def _anywhere(term: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema(), "all", term, "freq")


def _together(occur: tantivy.Occur, words: Sequence[str]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(occur, _anywhere(word)) for word in words])


def _phrase(field: str, words: Sequence[str]) -> tantivy.Query:
    if len(words) == 1:
        return tantivy.Query.term_query(schema(), field, words[0], "basic")
    return tantivy.Query.phrase_query(schema(), field, [*words])


def _pair(field: str, pair: tuple[str, str], apart: int) -> tantivy.Query:
    return tantivy.Query.boolean_query(
        [
            (tantivy.Occur.Should, tantivy.Query.phrase_query(schema(), field, [*order], apart))
            for order in (pair, pair[::-1])
        ]
    )
