"""The engine of the embedded store."""

from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np

from corpus.article import Article
from corpus.progress import OnProgress
from index.catalog import Catalog
from index.catalog.reader import Reader
from index.catalog.writer import CatalogWriter
from index.embedded.dense import DenseIndex
from index.embedded.lexical import LexicalIndex
from index.embedded.lexical_writer import LexicalWriter, copy_words
from index.embedded.searches import EmbeddedVectors, EmbeddedWords
from index.embedded.segments import Segments, write_segments
from index.errors import CorruptIndex
from index.generation.engine import Encoded, Opened, State
from index.generation.published import Published

VECTORS_NAME = "vectors"
WORDS_NAME = "words"


class EmbeddedEngine:
    """FAISS, searched exactly, and tantivy."""

    name = "faiss"

    def open(self, index: Path, folder: Path, reader: Reader, state: State) -> Opened:
        """Opens what a generation holds; see `index.generation.engine.Engine`."""
        del index, state
        dense, lexical = Segments.open(folder / VECTORS_NAME), LexicalIndex.open(folder / WORDS_NAME)
        if len(dense) != len(lexical):
            raise CorruptIndex(folder / WORDS_NAME, f"has {len(lexical)} rows where {len(dense)} belong")
        catalog = Catalog(reader, lexical)
        return Opened(EmbeddedVectors(dense, catalog), EmbeddedWords(lexical, catalog), catalog)

    def writer(
        self, index: Path, folder: Path, dimension: int, catalog: CatalogWriter, base: Published | None
    ) -> "EmbeddedWriter":
        """Begins a generation; see `index.generation.engine.Engine`."""
        del index
        return EmbeddedWriter(folder, dimension, catalog, base.folder if base else None)

    def tidy(self, index: Path, kept: Collection[State]) -> None:
        """Has nothing to do: all that a generation holds goes with its folder."""


class EmbeddedWriter:
    """Writes the vectors and words of a generation into its folder."""

    def __init__(self, folder: Path, dimension: int, catalog: CatalogWriter, base: Path | None) -> None:
        """Begins; see `EmbeddedEngine.writer`."""
        self._folder = folder
        self._base = base
        self._catalog = catalog
        self._fresh = DenseIndex.create(dimension)
        self._gone: list[int] = []
        if base:
            copy_words(base / WORDS_NAME, folder / WORDS_NAME)
        self._words = LexicalWriter(folder / WORDS_NAME)

    def remove(self, rows: Sequence[int]) -> None:
        """Removes rows."""
        self._gone += rows
        self._words.remove(rows)

    def update(self, articles: Sequence[Article]) -> None:
        """Has nothing to do: no field of an article that can change without its passages is searched here."""

    def add(self, passages: Sequence[Encoded]) -> None:
        """Adds passages."""
        rows = np.array([passage.row for passage in passages], dtype=np.int64)
        self._fresh.add(rows, np.stack([passage.vector for passage in passages]))
        self._catalog.add_sentences((passage.row, passage.sentences) for passage in passages)
        for passage in passages:
            self._words.add(passage.row, passage.article, passage.chunk)

    def finish(self, on_progress: OnProgress) -> State:
        """Writes what is new, and links what is not."""
        del on_progress
        old = self._base / VECTORS_NAME if self._base else None
        write_segments(old, self._folder / VECTORS_NAME, self._fresh, np.array(self._gone, dtype=np.int64))
        self._words.commit()
        return {}
