"""Moves an index from one engine to another: rows, texts and vectors stay as they are, and nothing is encoded."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from corpus.progress import OnProgress, Progress
from index.catalog.schema import ENGINE_TABLES
from index.catalog.writer import CatalogWriter
from index.errors import CorruptIndex
from index.generation import IndexSnapshot
from index.generation.engine import Encoded, Engine
from index.generation.publish import new_catalog, new_generation, publish
from index.generation.published import Published

BATCH = 4096  # passages; the vectors of their sentences take 50 MB


def convert(index: Path, base: Published, old: IndexSnapshot, engine: Engine, on_progress: OnProgress) -> None:
    """Publishes what a generation holds as one of another engine; the old one answers until then.

    Args:
        index: Folder of the index; the caller is alone in it.
        base: The generation that answers.
        old: Its searches.
        engine: What is to keep the vectors and words.
        on_progress: Told of it.

    Raises:
        CorruptIndex: The old generation does not hold together.
    """
    unfinished = new_generation(index)
    path = new_catalog(index, unfinished)
    with closing(CatalogWriter(path)) as catalog:
        catalog.copy(base.reader.path, ENGINE_TABLES)
        writer = engine.writer(index, unfinished, old.dense.dimension, catalog, None)
        for batch in _batches(old, on_progress):
            writer.add(batch)
        on_progress(Progress("Writing the index", 0, 0))
        state = writer.finish(on_progress)
        manifest = replace(old.manifest, store=engine.name, catalog=path.name, state=state)
        publish(index, unfinished, manifest, catalog)


def _batches(old: IndexSnapshot, on_progress: OnProgress) -> Iterator[Sequence[Encoded]]:
    rows = old.catalog.all_rows()
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH].tolist()
        on_progress(Progress("Moving passages", start, len(rows)))
        yield _encoded(old, batch)


def _encoded(old: IndexSnapshot, rows: Sequence[int]) -> list[Encoded]:
    chunks, sentences = old.catalog.chunks(rows), old.dense.sentences(rows)
    found = []
    for row, vector in zip(rows, old.dense.vectors(rows), strict=True):
        article = old.catalog.article(chunks[row].article_id)
        if article is None or row not in sentences:
            raise CorruptIndex(old.folder, f"lacks the article or the sentences of row {row}")
        found.append(Encoded(row, article, chunks[row], vector, sentences[row]))
    return found
