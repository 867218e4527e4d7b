"""The store in a folder: generations beside one another, and one catalogue that is changed in place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from corpus.progress import OnProgress, Progress
from index.catalog import Catalog
from index.catalog.writer import CatalogWriter, empty_log, has_long_log
from index.errors import CorruptIndex, NewerIndex, StoreUnusable
from index.generation import IndexSnapshot, Manifest, current_generation
from index.generation.engine import EngineWriter, State
from index.generation.folder import alone, holds_table, writable
from index.generation.manifest import read_manifest
from index.generation.publish import (
    catalog_path,
    generation_folder,
    needed,
    new_catalog,
    new_generation,
    publish,
)
from index.generation.published import Published, find_published
from index.store.conversion import convert
from index.store.engines import DEFAULT_ENGINE, ENGINES
from index.store.former import take_over
from index.store.store import Changes


class FolderStore:
    """`index.store.Store` in a folder of this machine."""

    def __init__(self, index: Path, engine: str = DEFAULT_ENGINE) -> None:
        """Names the folder, which need not exist.

        Args:
            index: Folder of the index.
            engine: What keeps the vectors and words of generations that start from nothing.
        """
        self.index = index
        self._engine = engine

    def current(self) -> str | None:
        """Returns the name of the generation that answers; see `index.store.Store`."""
        return current_generation(self.index)

    def open(self) -> IndexSnapshot:
        """Opens the generation that answers; see `index.store.Store`."""
        return self.searches(find_published(self.index))

    def published(self) -> Published:
        """Returns the generation that answers; see `index.store.Store`."""
        return find_published(self.index)

    def searches(self, published: Published) -> IndexSnapshot:
        """Opens the searches of a generation; see `index.store.Store`."""
        manifest = published.manifest
        opened = ENGINES[manifest.store]().open(self.index, published.folder, published.reader, manifest.state)
        counts = {"catalogue": opened.catalog.chunk_count(), "vectors": len(opened.vectors), "words": len(opened.words)}
        for part, count in counts.items():
            if count != manifest.chunks:
                raise CorruptIndex(published.folder, f"has {count} rows in its {part} where {manifest.chunks} belong")
        return IndexSnapshot(
            generation=published.generation,
            folder=published.folder,
            manifest=manifest,
            dense=opened.vectors,
            lexical=opened.words,
            catalog=opened.catalog,
            lease=published.lease,
        )

    @contextmanager
    def alone(self, *, rebuild: bool = False) -> Iterator[None]:
        """Holds the lock of the one writer; see `index.store.Store`."""
        with alone(self.index, rebuild=rebuild, tidy=self._tidy):
            yield

    def apply(self, changes: Changes, on_progress: OnProgress) -> Published:
        """Publishes a new generation; see `index.store.Store`."""
        with writable(self.index):
            unfinished = new_generation(self.index)
            base = changes.base
            outgrown = base is not None and has_long_log(base.reader.path)
            path = base.reader.path if base and not outgrown else new_catalog(self.index, unfinished)
            engine = ENGINES[base.manifest.store if base else self._engine]()
            with closing(CatalogWriter(path)) as catalog:
                if base and outgrown:
                    catalog.copy(base.reader.path)
                writer = engine.writer(self.index, unfinished, changes.dimension, catalog, base)
                next_row = _write(changes, catalog, writer)
                on_progress(Progress("Writing the index", 0, 0))
                state = writer.finish(on_progress)
                manifest = _manifest(changes, engine.name, path.name, state)
                manifest = replace(manifest, chunks=catalog.chunk_count(), next_row=next_row)
                publish(self.index, unfinished, manifest, catalog)
        return self.published()

    def take_over(self, on_progress: OnProgress) -> bool:
        """Takes over an index that the version before made, without encoding anything; only inside `alone`.

        Returns:
            Whether there was one.

        Raises:
            CorruptIndex: It is not whole; the message names the file.
            IndexNotWritable: Something could not be written; the old index is as it was.
        """
        name = self.current()
        with writable(self.index):
            return name is not None and take_over(self.index, generation_folder(self.index, name), on_progress)

    def convert(self, engine: str, on_progress: OnProgress) -> None:
        """Moves the index to another engine, without encoding anything; only inside `alone`.

        Args:
            engine: What is to keep the vectors and words.
            on_progress: Told of it.

        Raises:
            CorruptIndex: The index cannot be read.
            StoreUnusable: The engine needs more than is installed.
            IndexNotWritable: Something could not be written; the old index is as it was.
        """
        with writable(self.index), closing(self.published()) as base:
            convert(self.index, base, self.searches(base), ENGINES[engine](), on_progress)

    def _tidy(self) -> None:
        """Lets engines remove what no generation needs, and empties the logs of catalogues."""
        kept: dict[str, list[State]] = {}
        # Whoever reads what is damaged says more about it.
        with suppress(CorruptIndex, NewerIndex, StoreUnusable):
            for manifest in needed(self.index):
                kept.setdefault(manifest.store, []).append(manifest.state)
                with suppress(sqlite3.Error):
                    empty_log(catalog_path(self.index, manifest.catalog))
            for name, make in ENGINES.items():
                if name in kept or holds_table(self.index):  # of an index that is kept so no more, or not yet
                    make().tidy(self.index, kept.get(name, ()))


def engine_of(index: Path) -> str | None:
    """Returns the name of what keeps the vectors and words in a folder; None where there is none that can be read."""
    try:
        name = current_generation(index)
        return read_manifest(generation_folder(index, name)).store if name else None
    except (CorruptIndex, NewerIndex):
        return None


def open_snapshot(index: Path) -> IndexSnapshot:
    """Opens what answers in a folder; see `index.store.Store.open`."""
    return FolderStore(index).open()


def _write(changes: Changes, catalog: CatalogWriter, writer: EngineWriter) -> int:
    """Writes everything; returns the first row that was never used."""
    base = changes.base
    if base and changes.gone:
        old = Catalog(base.reader)
        writer.remove([row for article_id in changes.gone for row in old.chunk_rows_of(article_id)])
    catalog.remove(changes.gone)
    for article in changes.updated:
        catalog.update(article)
    writer.update(changes.updated)
    for article in changes.new:
        catalog.add(article)
    next_row = base.manifest.next_row if base else 0
    for batch in changes.passages:
        catalog.add_chunks((passage.row, passage.chunk, passage.chunk.key) for passage in batch)
        writer.add(batch)
        next_row = max(next_row, 1 + max(passage.row for passage in batch))
    catalog.add_overlap(changes.overlap)
    catalog.set_aliases(changes.aliases)
    catalog.set_synonyms(changes.synonyms)
    catalog.set_files(changes.files)
    return next_row


def _manifest(changes: Changes, store: str, catalog: str, state: State) -> Manifest:
    return Manifest(
        fingerprint=changes.settings.fingerprint(),
        settings=changes.settings,
        encoder=changes.encoder,
        dimension=changes.dimension,
        corpus=str(changes.corpus),
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        articles=changes.files.articles_after,
        chunks=0,
        next_row=0,
        parts={},
        store=store,
        catalog=catalog,
        state=state,
    )
