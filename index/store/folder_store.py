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
from index.errors import CorruptIndex
from index.generation import IndexSnapshot, Manifest, current_generation
from index.generation.engine import EngineWriter, State
from index.generation.folder import alone, writable
from index.generation.manifest import MANIFEST_NAME, part_sizes, read_manifest
from index.generation.publish import (
    CATALOGS_NAME,
    UNFINISHED,
    catalog_path,
    new_generation,
    own_generations,
    point_to,
    settle,
)
from index.generation.published import Published, find_published
from index.store.engines import DEFAULT_ENGINE, ENGINES
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
        with alone(self.index, rebuild=rebuild):
            self._tidy()
            try:
                yield
            finally:
                self._tidy()

    def apply(self, changes: Changes, on_progress: OnProgress) -> Published:
        """Publishes a new generation; see `index.store.Store`."""
        with writable(self.index):
            unfinished = new_generation(self.index)
            name = unfinished.name.removesuffix(UNFINISHED)
            base = changes.base
            (self.index / CATALOGS_NAME).mkdir(exist_ok=True)
            own = base and not has_long_log(base.reader.path)
            catalog_name = base.manifest.catalog if base and own else f"{name}.sqlite"
            engine = ENGINES[base.manifest.store if base else self._engine]()
            path = catalog_path(self.index, catalog_name)
            with closing(CatalogWriter(path, base.reader if base else None)) as catalog:
                writer = engine.writer(self.index, unfinished, changes.dimension, catalog, base)
                next_row = _write(changes, catalog, writer)
                on_progress(Progress("Writing the index", 0, 0))
                state = writer.finish(on_progress)
                manifest = _manifest(changes, engine.name, catalog_name, state)
                manifest = replace(
                    manifest, chunks=catalog.chunk_count(), next_row=next_row, parts=part_sizes(unfinished)
                )
                (unfinished / MANIFEST_NAME).write_text(manifest.to_json(), "utf-8")
                folder = settle(unfinished)
                catalog.commit(name)
            point_to(self.index, folder)
        return self.published()

    def _tidy(self) -> None:
        """Lets engines remove what no generation needs, and empties the logs of catalogues."""
        kept: dict[str, list[State]] = {}
        with suppress(CorruptIndex, sqlite3.Error):  # whoever reads what is damaged says more about it
            for folder in own_generations(self.index):
                if not folder.name.endswith(UNFINISHED):
                    manifest = read_manifest(folder)
                    kept.setdefault(manifest.store, []).append(manifest.state)
                    empty_log(catalog_path(self.index, manifest.catalog))
            for name, states in kept.items():
                ENGINES[name]().tidy(self.index, states)


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
