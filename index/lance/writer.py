"""Changes the table: a new version of it, which nobody sees before a generation names it."""

import secrets
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import lance
import pyarrow as pa
from lance.fragment import FragmentMetadata, write_fragments

from corpus.article import Article
from corpus.progress import OnProgress
from index.catalog.writer import CatalogWriter
from index.errors import CorruptIndex
from index.generation.engine import Encoded, State
from index.lance.row import count_words, rows_of
from index.lance.state import TableState
from index.lance.table import numbers_in, open_version, reading, schema, session, writing
from index.lance.upkeep import Upkeep
from index.lance.where import day

ROWS_WRITTEN = 16_384  # rows that lie in memory (some 100 MB) until they are written as one file
ROWS_NAMED = 10_000  # rows that one condition names


class LanceWriter:
    """`index.generation.engine.EngineWriter` for the table."""

    def __init__(
        self, dataset: lance.LanceDataset, path: Path, state: TableState, catalog: CatalogWriter, upkeep: Upkeep
    ) -> None:
        """Begins; see `LanceEngine.writer`.

        Args:
            dataset: The table as it is in the generation that this one starts from.
            path: Its folder.
            state: What that generation knows of it.
            catalog: The new generation's catalogue.
            upkeep: Keeps the table quick.
        """
        self._dataset = dataset
        self._path = path
        self._state = state
        self._catalog = catalog
        self._upkeep = upkeep
        self._dimension = int(dataset.schema.field("vector").type.list_size)
        self._waiting: list[pa.Table] = []
        self._written: list[FragmentMetadata] = []
        self._counts: Counter[str] = Counter()
        self._changed = 0
        self._gone = 0

    def remove(self, rows: Sequence[int]) -> None:
        """Removes rows."""
        for start in range(0, len(rows), ROWS_NAMED):
            where = numbers_in("row", rows[start : start + ROWS_NAMED])
            with reading(self._path):
                self._counts.subtract(count_words(self._dataset.to_table(columns=["body", "written"], filter=where)))
            with writing(self._path):
                self._dataset.delete(where)
        self._gone += len(rows)

    def update(self, articles: Sequence[Article]) -> None:
        """Takes over the days of articles: nothing else that is filtered by changes without the passages."""
        if not articles:
            return
        numbers = self._catalog.numbers_of(article.article_id for article in articles)
        wanted = {numbers[article.article_id]: article.published for article in articles}
        with reading(self._path):
            found = self._dataset.to_table(columns=["number", "published"], filter=numbers_in("number", [*wanted]))
        moved: dict[date | None, set[int]] = defaultdict(set)
        for number, published in zip(found["number"].to_pylist(), found["published"].to_pylist(), strict=True):
            if published != wanted[number]:
                moved[wanted[number]].add(number)
                self._changed += 1
                self._gone += 1  # the row is written anew
        for published, those in moved.items():
            with writing(self._path):
                self._dataset.update({"published": day(published)}, where=numbers_in("number", sorted(those)))

    def add(self, passages: Sequence[Encoded]) -> None:
        """Adds passages."""
        numbers = self._catalog.numbers_of({one.article.article_id for one in passages})
        rows = rows_of(passages, numbers, self._dimension)
        self._counts.update(count_words(rows))
        self._changed += len(rows)
        self._waiting.append(rows)
        if sum(map(len, self._waiting)) >= ROWS_WRITTEN:
            self._write()

    def finish(self, on_progress: OnProgress) -> State:
        """Commits what was added, keeps the indexes quick, and marks the version as one that is needed."""
        self._write()
        with writing(self._path):
            if self._written:
                self._dataset = lance.LanceDataset.commit(
                    self._dataset, lance.LanceOperation.Append(self._written), read_version=self._dataset.version
                )
        self._catalog.count_terms({term: count for term, count in self._counts.items() if count})
        state = replace(
            self._state,
            fresh=self._state.fresh + self._changed,
            commits=self._state.commits + 1,
            pending=self._state.pending + self._changed,
            gone=self._state.gone + self._gone,
        )
        with writing(self._path):
            state = self._upkeep.after(self._dataset, state, on_progress)
            if state.tag not in self._dataset.tags.list():
                self._dataset.tags.create(state.tag, state.version)
        return state.written()

    def _write(self) -> None:
        if self._waiting:
            with writing(self._path):
                rows = pa.concat_tables(self._waiting).combine_chunks()
                self._written += write_fragments(rows, self._dataset, mode="append", max_rows_per_file=len(rows))
            self._waiting = []


def emptied(path: Path, dimension: int) -> lance.LanceDataset:
    """Makes a version of the table without rows, or the table; older versions stay, where they can be read."""
    if path.exists():
        try:
            open_version(path, None)
        except CorruptIndex:
            path.rename(path.with_name(f"{path.name}.{secrets.token_hex(3)}"))  # whoever reads it said what it is
    with writing(path):
        return lance.write_dataset(
            schema(dimension).empty_table(), path, mode="overwrite", enable_stable_row_ids=True, session=session()
        )
