"""Small indexes of both stores with the same articles, made by one commit each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.progress import Progress
from corpus.text.sentences import sentence_spans
from index.catalog import Catalog
from index.catalog.overlap import Overlap
from index.chunks.chunk import Chunk
from index.files.inventory import FileChanges
from index.generation import IndexSnapshot
from index.generation.engine import Encoded
from index.settings import IndexSettings
from index.store import Changes, FolderStore
from tests.conftest import FakeEncoder

DIMENSION = 64
NOTHING = Overlap((), {}, {}, frozenset(), {}, ())
NO_FILES = FileChanges(0, "", {}, {}, articles_before=0)


@dataclass
class Shelf:
    """An index that changes article by article; each paragraph of an article is a passage.

    Attributes:
        index: Folder of the index.
        store: Name of its store.
    """

    index: Path
    store: str
    encoder: FakeEncoder = field(default_factory=lambda: FakeEncoder(dimension=DIMENSION))

    def changes(
        self, new: Sequence[Article] = (), gone: Sequence[str] = (), updated: Sequence[Article] = ()
    ) -> Changes:
        """What puts articles in, takes some out and changes the records of others."""
        current = FolderStore(self.index).current()
        base = FolderStore(self.index).published() if current else None
        passages = self._passages(new, base.manifest.next_row if base else 0)
        return Changes(
            base=base,
            gone=gone,
            updated=updated,
            new=new,
            passages=[passages] if passages else [],
            aliases={},
            synonyms=(),
            overlap=NOTHING,
            files=NO_FILES,
            settings=IndexSettings(),
            encoder=self.encoder.identity,
            dimension=DIMENSION,
            corpus=self.index,
        )

    def apply(
        self, new: Sequence[Article] = (), gone: Sequence[str] = (), updated: Sequence[Article] = ()
    ) -> IndexSnapshot:
        """Commits such a change and opens what answers then."""
        store = FolderStore(self.index, self.store)
        with store.alone():
            store.apply(self.changes(new, gone, updated), tell_nobody).close()
        return store.open()

    def vector(self, text: str) -> NDArray[np.float32]:
        """The vector of a question."""
        vector: NDArray[np.float32] = self.encoder.encode([text])[0]
        return vector

    def _passages(self, articles: Sequence[Article], first_row: int) -> list[Encoded]:
        cut = [(article, chunk) for article in articles for chunk in chunks_of(article)]
        return [
            Encoded(row, article, chunk, self.vector(chunk.text), self._sentences(chunk.text))
            for row, (article, chunk) in enumerate(cut, start=first_row)
        ]

    def _sentences(self, text: str) -> NDArray[np.float32]:
        vectors: NDArray[np.float32] = self.encoder.encode([text[start:end] for start, end in sentence_spans(text)])
        return vectors


def chunks_of(article: Article) -> list[Chunk]:
    """The paragraphs of an article."""
    chunks, at = [], 0
    for paragraph in article.text.split("\n\n"):
        chunks.append(Chunk(article.article_id, at, at + len(paragraph), paragraph))
        at += len(paragraph) + 2
    return chunks


def rows_of(catalog: Catalog, article_id: str) -> set[int]:
    """The rows of an article."""
    return set(catalog.chunk_rows_of(article_id))


def tell_nobody(progress: Progress) -> None:
    """Takes no interest in how far the work is."""
    del progress
