"""Builds a generation: changes applied to a copy of the old one, or all articles from nothing."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.progress import OnProgress, Progress
from corpus.text import sentence_spans
from index.catalog.catalog import CATALOG_NAME
from index.catalog.overlap import Overlap
from index.catalog.writer import CatalogWriter
from index.chunks import Chunk
from index.encode import Encoder
from index.refresh.published import Published
from index.search import DenseIndex
from index.search.lexical import LexicalWriter, copy_words
from index.store.snapshot import VECTORS_NAME, WORDS_NAME

BATCH = 4096  # passages encoded at once: enough for the encoder to sort them by length, few enough to hold twice


@dataclass(frozen=True, slots=True)
class Change:
    """What a new generation is made of.

    Attributes:
        base: The generation to start from; None starts from nothing.
        known: The generation whose vectors may be taken over; None encodes everything.
        gone: Ids of articles of the base to remove, those that come back in ``new`` included.
        updated: Articles whose record is written anew and whose chunks stay.
        new: Articles to cut and to add.
        aliases: Other names of outlets -> names to show.
        synonyms: Words that mean the same, as the user says.
        overlap: What the new articles share with all others.
    """

    base: Published | None
    known: Published | None
    gone: Sequence[str]
    updated: Sequence[Article]
    new: Sequence[Article]
    aliases: Mapping[str, str]
    synonyms: Sequence[Sequence[str]]
    overlap: Overlap


@dataclass(frozen=True, slots=True)
class Built:
    """A generation that was built, in numbers.

    Attributes:
        chunks: Number of rows.
        next_row: The first row that was never used.
        embedded: Number of passages that were encoded.
    """

    chunks: int
    next_row: int
    embedded: int


@dataclass(frozen=True, slots=True)
class _Passage:
    row: int
    article: Article
    chunk: Chunk
    key: str  # stands for the text that is encoded: equal keys have equal vectors


@dataclass(frozen=True, slots=True)
class _Vectors:
    """Where vectors go: those of passages into one file, those of their sentences into the catalogue."""

    dense: DenseIndex
    catalog: CatalogWriter


def build_generation(
    folder: Path, change: Change, encoder: Encoder, split: Callable[[Article], list[Chunk]], on_progress: OnProgress
) -> Built:
    """Builds all parts of a generation but its manifest.

    Args:
        folder: Empty folder.
        change: What to make.
        encoder: Encodes the passages whose vectors are not known.
        split: Cuts an article into chunks.
        on_progress: Told of cutting, encoding and writing.
    """
    passages = _cut(change, split, on_progress)
    dense = DenseIndex.open(change.base.folder / VECTORS_NAME) if change.base else DenseIndex.create(encoder.dimension)
    gone = _rows_of(change)
    with closing(_open_catalog(folder / CATALOG_NAME, change, passages)) as catalog:
        embedded = _add_vectors(_Vectors(dense, catalog), passages, change, encoder, on_progress)
        on_progress(Progress("Writing the index", 0, 0))
        catalog.commit()
    dense.remove(np.array(gone, dtype=np.int64))
    dense.save(folder / VECTORS_NAME)
    _write_words(folder / WORDS_NAME, change, gone, passages)
    return Built(len(dense), _first_row(change) + len(passages), embedded)


def _cut(change: Change, split: Callable[[Article], list[Chunk]], on_progress: OnProgress) -> list[_Passage]:
    passages: list[_Passage] = []
    for done, article in enumerate(change.new, start=1):
        for chunk in split(article):
            passages.append(_Passage(_first_row(change) + len(passages), article, chunk, chunk.key))
        on_progress(Progress("Cutting passages", done, len(change.new)))
    return passages


def _add_vectors(
    vectors: _Vectors, passages: Sequence[_Passage], change: Change, encoder: Encoder, on_progress: OnProgress
) -> int:
    """Adds the vectors of passages and of their sentences; returns how many passages had to be encoded."""
    known = change.known.catalog.rows_by_key({passage.key for passage in passages}) if change.known else {}
    if change.known and known:
        # A copy holds the vectors of its base already; otherwise they are in the other generation's file.
        source = vectors.dense if change.base else DenseIndex.open(change.known.folder / VECTORS_NAME)
        for batch in _batches([passage for passage in passages if passage.key in known]):
            rows = [known[passage.key] for passage in batch]
            vectors.dense.add(_rows(batch), source.vectors(rows))
            sentences = change.known.catalog.sentences(rows, encoder.dimension)
            vectors.catalog.add_sentences(zip(_rows(batch).tolist(), (sentences[row] for row in rows), strict=True))
    first: dict[str, _Passage] = {}
    for passage in passages:
        if passage.key not in known:
            first.setdefault(passage.key, passage)
    _encode(vectors, list(first.values()), encoder, on_progress)
    for batch in _batches([passage for passage in passages if first.get(passage.key, passage) is not passage]):
        rows = [first[passage.key].row for passage in batch]
        vectors.dense.add(_rows(batch), vectors.dense.vectors(rows))
        vectors.catalog.copy_sentences(zip(_rows(batch).tolist(), rows, strict=True))
    return len(first)


def _encode(vectors: _Vectors, passages: Sequence[_Passage], encoder: Encoder, on_progress: OnProgress) -> None:
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        on_progress(Progress("Encoding passages", done, len(passages)))

    for batch in _batches(passages):
        texts = [passage.chunk.text for passage in batch]
        encoded = encoder.encode_parts(texts, [sentence_spans(text) for text in texts], advance)
        vectors.dense.add(_rows(batch), encoded.texts)
        vectors.catalog.add_sentences(zip(_rows(batch).tolist(), encoded.parts, strict=True))


def _write_words(folder: Path, change: Change, gone: Sequence[int], passages: Sequence[_Passage]) -> None:
    if change.base:
        copy_words(change.base.folder / WORDS_NAME, folder)
    words = LexicalWriter(folder)
    words.remove(gone)
    for passage in passages:
        words.add(passage.row, passage.article, passage.chunk)
    words.commit()


def _open_catalog(path: Path, change: Change, passages: Sequence[_Passage]) -> CatalogWriter:
    """Writes all but the vectors of sentences, and leaves the catalogue open for these."""
    if change.base:
        shutil.copyfile(change.base.folder / CATALOG_NAME, path)
    catalog = CatalogWriter(path)
    catalog.remove(change.gone)
    for article in change.updated:
        catalog.update(article)
    for article in change.new:
        catalog.add(article)
    catalog.add_chunks((passage.row, passage.chunk, passage.key) for passage in passages)
    catalog.add_overlap(change.overlap)
    catalog.set_aliases(change.aliases)
    catalog.set_synonyms(change.synonyms)
    return catalog


def _rows_of(change: Change) -> list[int]:
    if not change.base:
        return []
    return [row for article_id in change.gone for row in change.base.catalog.chunk_rows_of(article_id)]


def _first_row(change: Change) -> int:
    return change.base.manifest.next_row if change.base else 0


def _rows(passages: Sequence[_Passage]) -> NDArray[np.int64]:
    return np.array([passage.row for passage in passages], dtype=np.int64)


def _batches(passages: Sequence[_Passage]) -> Iterator[Sequence[_Passage]]:
    for start in range(0, len(passages), BATCH):
        yield passages[start : start + BATCH]
