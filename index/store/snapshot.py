"""A snapshot: one generation, opened for reading."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from index.catalog.catalog import CATALOG_NAME, Catalog
from index.errors import CorruptIndex, IndexNotFound
from index.search import DenseIndex, LexicalIndex, terms
from index.search.holding import beginning
from index.search.lexical import words_as_written
from index.store.generation import current_generation, generation_folder
from index.store.holdings import Holdings
from index.store.lease import Lease
from index.store.manifest import Manifest, check_parts, read_manifest

_SAMPLED, _MOST_WORDS = 200, 5  # rows that are looked at for words with one beginning, and words of them
VECTORS_NAME = "vectors.faiss"
WORDS_NAME = "words"


@dataclass(frozen=True, slots=True)
class IndexSnapshot:
    """One generation, open for reading, the same for as long as it is held.

    Threads may share it. Dropping it is enough: its files are let go when the last holder drops it.

    Attributes:
        generation: Name of the generation; compare with `index.store.generation.current_generation`.
        folder: Folder of the generation.
        manifest: What it was made from.
        dense: Vectors by row.
        lexical: Words by row.
        catalog: Articles and chunks by row.
        lease: Keeps the generation from being removed.
    """

    generation: str
    folder: Path
    manifest: Manifest
    dense: DenseIndex
    lexical: LexicalIndex
    catalog: Catalog
    lease: Lease

    def holdings(self) -> Holdings:
        """Counts what the index holds."""
        first, last = self.catalog.days()
        return Holdings(
            corpus=self.manifest.corpus,
            index=str(self.folder.parents[1]),
            generation=self.generation,
            built=datetime.fromisoformat(self.manifest.built),
            model=self.manifest.settings.model,
            articles=self.manifest.articles,
            chunks=self.manifest.chunks,
            outlets=self.catalog.outlets(),
            first=first,
            last=last,
            ahead=self.catalog.dated_ahead(date.today()),
            size=sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file()),
        )

    def words_beginning(self, letters: str) -> tuple[str, ...]:
        """Returns the words that begin with some letters in the articles, the commonest of each stem, a few at most."""
        start, *more = words_as_written(letters) or [""]
        if not start or more:
            return ()
        rows = beginning(self.lexical, start)[:_SAMPLED].tolist()
        held = Counter(
            word
            for chunk in self.catalog.chunks(rows).values()
            for word in words_as_written(chunk.text)
            if word.startswith(start)
        )
        of_stem = {"".join(terms(word)): word for word, _ in reversed(held.most_common())}
        return tuple(word for word, _ in held.most_common() if word in of_stem.values())[:_MOST_WORDS]

    def close(self) -> None:
        """Lets go of the files at once; nobody may use the snapshot afterwards."""
        self.catalog.close()
        self.lease.release()


def open_snapshot(index: Path) -> IndexSnapshot:
    """Opens the published generation.

    Args:
        index: Folder of the index.

    Raises:
        IndexNotFound: When nothing has been published there yet.
        CorruptIndex: When it cannot be read or its parts do not fit together; the message names the file.
    """
    name = current_generation(index)
    while name is not None:
        try:
            return open_generation(generation_folder(index, name))
        except CorruptIndex:
            # A refresh may have published a newer generation and removed this one since its name was read.
            newer = current_generation(index)
            if newer == name:
                raise
            name = newer
    raise IndexNotFound(index)


def open_generation(folder: Path) -> IndexSnapshot:
    """Opens the generation in a folder, published or not.

    Raises:
        CorruptIndex: When it cannot be read or its parts do not fit together; the message names the file.
    """
    try:
        lease = Lease(folder)
        manifest = read_manifest(folder)
        check_parts(folder, manifest)
        dense = DenseIndex.open(folder / VECTORS_NAME)
        lexical = LexicalIndex.open(folder / WORDS_NAME)
        catalog = Catalog(folder / CATALOG_NAME, lexical)
    except OSError as error:
        raise CorruptIndex(error.filename or folder, f"cannot be opened: {error.strerror}") from error
    counts = {CATALOG_NAME: catalog.chunk_count, VECTORS_NAME: len(dense), WORDS_NAME: len(lexical)}
    for part, count in counts.items():
        if count != manifest.chunks:
            raise CorruptIndex(folder / part, f"has {count} rows where {manifest.chunks} belong")
    return IndexSnapshot(folder.name, folder, manifest, dense, lexical, catalog, lease)
