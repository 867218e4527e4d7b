"""Engines: what keeps the vectors and the words of passages. The catalogue beside them is the same for each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.progress import OnProgress
from index.catalog import Catalog
from index.catalog.reader import Reader
from index.catalog.writer import CatalogWriter
from index.chunks import Chunk
from index.generation.published import Published
from index.search import Vectors, Words

State: TypeAlias = Mapping[str, float]  # what an engine must know of a generation to open it; JSON in the manifest


@dataclass(frozen=True, slots=True)
class Encoded:
    """A passage with its vectors.

    Attributes:
        row: Its row, which was never used.
        article: Its article.
        chunk: Its text.
        vector: Shape (dimension,), float32, length 1.
        sentences: Of its sentences in order, shape (n, dimension), float32, rows of length 1.
    """

    row: int
    article: Article
    chunk: Chunk
    vector: NDArray[np.float32]
    sentences: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Opened:
    """The searches of one generation, and its catalogue."""

    vectors: Vectors
    words: Words
    catalog: Catalog


class EngineWriter(Protocol):
    """Changes vectors and words; nobody sees it before the generation is published."""

    def remove(self, rows: Sequence[int]) -> None:
        """Removes rows; called before anything is added."""
        ...

    def update(self, articles: Sequence[Article]) -> None:
        """Takes over the records of articles whose passages stay."""
        ...

    def add(self, passages: Sequence[Encoded]) -> None:
        """Adds passages."""
        ...

    def finish(self, on_progress: OnProgress) -> State:
        """Puts everything on the disk, and returns what must be known to open it again."""
        ...


class Engine(Protocol):
    """A way of keeping vectors and words.

    Attributes:
        name: What the manifest, the settings and ``--store`` call it.
    """

    name: str

    def open(self, index: Path, folder: Path, reader: Reader, state: State) -> Opened:
        """Opens what a generation holds.

        Args:
            index: Folder of the index.
            folder: Folder of the generation.
            reader: Its catalogue's file.
            state: What `EngineWriter.finish` returned when it was made.

        Raises:
            CorruptIndex: Something cannot be opened; the message names the file.
        """
        ...

    def writer(
        self, index: Path, folder: Path, dimension: int, catalog: CatalogWriter, base: Published | None
    ) -> EngineWriter:
        """Begins a generation.

        Args:
            index: Folder of the index.
            folder: Folder of the new generation.
            dimension: Length of a vector.
            catalog: Its catalogue, for what lies better there.
            base: The generation it starts from; None for nothing.
        """
        ...

    def tidy(self, index: Path, kept: Collection[State]) -> None:
        """Removes what no generation needs; only the holder of the refresh lock may call it.

        Args:
            index: Folder of the index.
            kept: The states of the generations of this engine that are there.
        """
        ...
