"""Makes passages of articles, each with its vectors: those that are known are taken over, the others encoded."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.progress import OnProgress, Progress
from corpus.text import sentence_spans
from index.catalog import Catalog
from index.chunks import Chunk
from index.encode import Encoder
from index.generation.engine import Encoded
from index.search import Vectors

BATCH = 4096  # passages encoded at once: enough for the encoder to sort them by length, few enough to hold twice


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage without its vectors; passages whose chunks have equal keys have equal vectors."""

    row: int
    article: Article
    chunk: Chunk


@dataclass(frozen=True, slots=True)
class Known:
    """Vectors that were made before.

    Attributes:
        catalog: Which row has the vectors of which key.
        vectors: Opens them; asked once, and only where one is needed.
    """

    catalog: Catalog
    vectors: Callable[[], Vectors]


class Builder:
    """Gives passages their vectors.

    Attributes:
        embedded: How many passages had to be encoded so far.
    """

    def __init__(self, encoder: Encoder, known: Known | None, on_progress: OnProgress) -> None:
        """Begins.

        Args:
            encoder: Encodes the passages whose vectors are not known.
            known: The vectors that are.
            on_progress: Told of encoding.
        """
        self._encoder = encoder
        self._known = known
        self._on_progress = on_progress
        self.embedded = 0

    def encoded(self, passages: Sequence[Passage]) -> Iterator[Sequence[Encoded]]:
        """Gives the passages in batches, each with its vectors: the known first, no text encoded twice."""
        rows = self._known.catalog.rows_by_key({one.chunk.key for one in passages}) if self._known else {}
        known = [one for one in passages if one.chunk.key in rows]
        if self._known and known:
            vectors = self._known.vectors()
            for batch in _batches(known):
                yield _taken_over(batch, [rows[one.chunk.key] for one in batch], vectors)
        yield from self._newly_encoded([one for one in passages if one.chunk.key not in rows])

    def _newly_encoded(self, passages: Sequence[Passage]) -> Iterator[Sequence[Encoded]]:
        count = Counter(one.chunk.key for one in passages)
        first = {one.chunk.key: one for one in reversed(passages)}
        several: dict[str, Encoded] = {}
        done = 0

        def advance(more: int) -> None:
            nonlocal done
            done += more
            self._on_progress(Progress("Encoding passages", done, len(first)))

        for batch in _batches([one for one in passages if first[one.chunk.key] is one]):
            texts = [one.chunk.text for one in batch]
            made = self._encoder.encode_parts(texts, [sentence_spans(text) for text in texts], advance)
            encoded = [_encoded(*parts) for parts in zip(batch, made.texts, made.parts, strict=True)]
            several |= {one.chunk.key: one for one in encoded if count[one.chunk.key] > 1}
            self.embedded += len(batch)
            yield encoded
        for batch in _batches([one for one in passages if first[one.chunk.key] is not one]):
            yield [_encoded(one, several[one.chunk.key].vector, several[one.chunk.key].sentences) for one in batch]


def cut(
    articles: Sequence[Article], first_row: int, split: Callable[[Article], list[Chunk]], on_progress: OnProgress
) -> list[Passage]:
    """Cuts articles into passages, whose rows rise from one that was never used."""
    passages: list[Passage] = []
    for done, article in enumerate(articles, start=1):
        for chunk in split(article):
            passages.append(Passage(first_row + len(passages), article, chunk))
        on_progress(Progress("Cutting passages", done, len(articles)))
    return passages


def _taken_over(passages: Sequence[Passage], rows: Sequence[int], vectors: Vectors) -> list[Encoded]:
    sentences = vectors.sentences(rows)
    found = zip(passages, rows, vectors.vectors(rows), strict=True)
    return [_encoded(one, vector, sentences[row]) for one, row, vector in found]


def _encoded(passage: Passage, vector: NDArray[np.float32], sentences: NDArray[np.float32]) -> Encoded:
    return Encoded(passage.row, passage.article, passage.chunk, vector, sentences)


def _batches(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    for start in range(0, len(passages), BATCH):
        yield passages[start : start + BATCH]
