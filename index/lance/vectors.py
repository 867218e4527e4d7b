"""The search by meaning in the table."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from index.catalog.schema import unpack
from index.errors import CorruptIndex
from index.lance.recall import thoroughness
from index.lance.state import TableState
from index.lance.table import Table, numbers_in, vectors_of
from index.lance.where import Filter, Filters, enough
from index.search import ALL, Hit, Selection

SCANNED = 2_000  # rows that are compared one by one where a filter leaves no more (some 5 ms)


class LanceVectors:
    """`index.search.Vectors` in the table: every vector is compared where there are few, else those an index finds."""

    def __init__(self, table: Table, filters: Filters, state: TableState) -> None:
        """Joins a version of the table with what selects its articles."""
        self._table = table
        self._filters = filters
        self._state = state
        self._count = table.count()

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._table.dimension

    def __len__(self) -> int:
        """Returns the number of passages."""
        return self._count

    def search(self, vector: NDArray[np.float32], limit: int, selection: Selection = ALL) -> list[Hit]:
        """Finds the nearest rows; see `index.search.Vectors`."""
        only = self._filters.of(selection)

        def nearest(fetch: int) -> pa.Table:
            asked = {"column": "vector", "q": vector, "k": fetch, "metric": "dot", **self._thoroughness(only)}
            return self._table.select(("row", "number", "_distance"), only.where, nearest=asked)

        return enough(nearest, limit, only, _cosines) if only.rows else []

    def vectors(self, rows: NDArray[np.int64] | Sequence[int]) -> NDArray[np.float32]:
        """Returns the vectors of rows; see `index.search.Vectors`."""
        found = self._table.select(("row", "vector"), numbers_in("row", np.unique(rows)))
        held = found["row"].to_numpy()
        order = np.argsort(held)
        if len(np.setdiff1d(rows, held)):
            raise CorruptIndex("The table", "lacks a row")
        return vectors_of(found)[order[np.searchsorted(held, rows, sorter=order)]]

    def sentences(self, rows: Iterable[int]) -> dict[int, NDArray[np.float32]]:
        """Returns the vectors of the sentences of rows."""
        found = self._table.select(("row", "sentences"), numbers_in("row", [*rows]))
        packed = zip(found["row"].to_pylist(), found["sentences"].to_pylist(), strict=True)
        return {row: unpack(vectors, self.dimension) for row, vectors in packed}

    def _thoroughness(self, only: Filter) -> dict[str, Any]:
        """Says how to search: the fewer rows a filter leaves, the more partitions must be looked into for them."""
        if not self._state.probes or only.rows <= SCANNED:
            return {"use_index": False}
        return thoroughness(-(-self._state.probes * self._count // only.rows))


def _cosines(found: pa.Table) -> NDArray[np.float64]:
    cosines: NDArray[np.float64] = 1.0 - found["_distance"].to_numpy().astype(np.float64)
    return cosines
