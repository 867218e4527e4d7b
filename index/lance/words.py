"""The search by words in the table."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from lance.query import BooleanQuery, FullTextQuery, MatchQuery, Occur
from numpy.typing import NDArray

from index.catalog import Catalog
from index.catalog.words import rows_with_term
from index.lance.held import LanceHolding, phrase, together
from index.lance.table import Table, numbers_in
from index.lance.where import Filters, enough
from index.search import ALL, Hit, OtherForm, Selection, terms


class LanceWords:
    """`index.search.Words` in the table. How many rows hold a term is counted in the catalogue: Lance is slow at it."""

    def __init__(self, table: Table, catalog: Catalog, held: LanceHolding, filters: Filters, gone: int) -> None:
        """Joins a version of the table with its catalogue and what selects its articles; for ``gone`` see `enough`."""
        self._table = table
        self._catalog = catalog
        self._held = held
        self._filters = filters
        self._gone = gone
        self._count = table.count()
        self.holding = held.holding
        self.beginning = held.beginning
        self.perhaps_near = held.perhaps_near

    def __len__(self) -> int:
        """Returns the number of passages."""
        return self._count

    def frequency(self, term: str) -> int:
        """Returns how many rows hold a term in their text."""
        return rows_with_term(self._catalog, term)

    def rows_with(self, term: str) -> NDArray[np.int64]:
        """Returns the rows that hold a term in their text."""
        return self._held.rows(MatchQuery(term, "body"))

    def search(
        self,
        text: str,
        limit: int,
        selection: Selection = ALL,
        phrases: Sequence[str] = (),
        forms: Sequence[OtherForm] = (),
    ) -> list[Hit]:
        """Finds rows by words; see `index.search.Words`."""
        asked = _Asked.of(terms(text), [found for one in phrases if (found := terms(one))], forms)
        only = self._filters.of(selection)
        if not (asked.words or asked.required) or not only.rows:
            return []

        def find(query: FullTextQuery) -> list[Hit]:
            return enough(lambda fetch: self._scored(query, only.where, fetch), limit, only, _scores, self._gone)

        scores = {hit.row: hit.score for hit in find(asked.plain())}
        others = {hit.row for form in asked.forms for hit in find(asked.with_all(form.other))}
        if others:
            scores |= self._by_parts(asked, others)
        return [Hit(row, score) for row, score in sorted(scores.items(), key=lambda one: (-one[1], one[0]))][:limit]

    def _by_parts(self, asked: "_Asked", rows: set[int]) -> dict[int, float]:
        """Scores rows that hold other forms: what is left of the words, and of each form the best way to say it."""
        where = numbers_in("row", sorted(rows))

        def scores(query: FullTextQuery) -> dict[int, float]:
            found = self._scored(query, where, None)
            return dict(zip(found["row"].to_pylist(), found["_score"].to_pylist(), strict=True))

        total = defaultdict(float, scores(asked.rest()) if asked.left or asked.required else {})
        for own in dict.fromkeys(form.own for form in asked.forms):
            ways = [scores(_any(own))]
            for form in asked.forms:
                if form.own == own:
                    ways.append(
                        {row: score * form.weight for row, score in scores(together("all", form.other)).items()}
                    )
            for row in rows:
                total[row] += max(way.get(row, 0.0) for way in ways)
        return dict(total)

    def _scored(self, query: FullTextQuery, where: str | None, limit: int | None) -> pa.Table:
        return self._table.select(("row", "number", "_score"), where, limit=limit, words=query)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for.

    Attributes:
        words: Every term; one that stands there twice counts twice.
        left: Those of which no other form is known.
        required: The terms of each phrase.
        forms: The other forms of the rest.
    """

    words: tuple[str, ...]
    left: tuple[str, ...]
    required: tuple[tuple[str, ...], ...]
    forms: tuple[OtherForm, ...]

    @classmethod
    def of(cls, words: Sequence[str], phrases: Sequence[Sequence[str]], forms: Sequence[OtherForm]) -> "_Asked":
        counts, used = Counter(words), set()
        for own in dict.fromkeys(form.own for form in forms):
            if own and all(counts[term] for term in own):
                counts -= Counter(own)
                used.add(own)
        return cls(
            tuple(words),
            tuple(counts.elements()),
            tuple(tuple(one) for one in phrases),
            tuple(form for form in forms if form.own in used and form.other),
        )

    def plain(self) -> FullTextQuery:
        return self._query(_any(self.words) if self.words else None)

    def rest(self) -> FullTextQuery:
        return self._query(_any(self.left) if self.left else None)

    def with_all(self, other: Sequence[str]) -> FullTextQuery:
        return self._query(None, together("all", other))

    def _query(self, any_of: FullTextQuery | None, *all_of: FullTextQuery) -> FullTextQuery:
        parts = [(Occur.MUST, query) for query in (*(phrase("body", one) for one in self.required), *all_of)]
        if any_of:
            parts.append((Occur.SHOULD, any_of))
        return parts[0][1] if len(parts) == 1 else BooleanQuery(parts)


def _any(words: Sequence[str]) -> FullTextQuery:
    return MatchQuery(" ".join(words), "all")


def _scores(found: pa.Table) -> NDArray[np.float64]:
    scores: NDArray[np.float64] = found["_score"].to_numpy().astype(np.float64)
    return scores
