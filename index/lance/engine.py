"""The engine of the Lance store."""

from collections.abc import Collection
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import lance

from index.catalog import Catalog
from index.catalog.reader import Reader
from index.catalog.writer import CatalogWriter
from index.errors import CorruptIndex
from index.generation.engine import Opened, State
from index.generation.published import Published
from index.lance.held import LanceHolding
from index.lance.state import PREFIX, TableState
from index.lance.table import Table, open_version, schema, table_path, writing
from index.lance.upkeep import Upkeep
from index.lance.vectors import LanceVectors
from index.lance.where import Filters
from index.lance.words import LanceWords
from index.lance.writer import LanceWriter, emptied


class LanceEngine:
    """One Lance table for all generations; each sees its version of it."""

    name = "lance"

    def __init__(self, upkeep: Upkeep | None = None) -> None:
        """Chooses when the table is tended; None for what was measured to be best."""
        self._upkeep = upkeep or Upkeep()

    def open(self, index: Path, folder: Path, reader: Reader, state: State) -> Opened:
        """Opens what a generation holds; see `index.generation.engine.Engine`."""
        known = _known(folder, state)
        table = Table(table_path(index), known.version)
        held = LanceHolding(table, Catalog(reader))
        catalog = Catalog(reader, held)
        filters = Filters(table, catalog)
        words = LanceWords(table, catalog, held, filters, known.gone)
        return Opened(LanceVectors(table, filters, known), words, catalog)

    def writer(
        self, index: Path, folder: Path, dimension: int, catalog: CatalogWriter, base: Published | None
    ) -> LanceWriter:
        """Begins a generation; see `index.generation.engine.Engine`."""
        del folder
        path = table_path(index)
        if base is None:
            return LanceWriter(emptied(path, dimension), path, TableState(0), catalog, self._upkeep)
        state = _known(base.folder, base.manifest.state)
        dataset = open_version(path, state.version)
        with writing(path):
            if dataset.latest_version != state.version:  # a refresh was killed, or another generation came to nothing
                dataset.restore()  # type: ignore[no-untyped-call]  # its annotations are missing
        return LanceWriter(dataset, path, state, catalog, self._upkeep)

    def tidy(self, index: Path, kept: Collection[State]) -> None:
        """Removes the versions that no generation needs, and the files that only they have."""
        path = table_path(index)
        if not path.exists():
            return
        needed = {TableState.read(state).tag for state in kept}
        with suppress(OSError), writing(path):  # a later refresh tries again
            dataset = lance.dataset(path)
            if dataset.schema.names != schema(1).names:
                return  # somebody else's
            if not kept and dataset.count_rows():  # not removed: numbers of versions must never come again
                dataset = emptied(path, int(dataset.schema.field("vector").type.list_size))
            for tag in dataset.tags.list():
                if tag.startswith(PREFIX) and tag not in needed:
                    dataset.tags.delete(tag)
            # Nobody else writes: what belongs to no version was left by a refresh that was killed.
            dataset.cleanup_old_versions(timedelta(0), error_if_tagged_old_versions=False, delete_unverified=True)


def _known(folder: Path, state: State) -> TableState:
    try:
        return TableState.read(state)
    except TypeError as error:
        raise CorruptIndex(folder, f"does not say which version of the table it has ({error})") from error
