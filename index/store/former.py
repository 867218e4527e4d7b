"""Takes over an index that the version before made: it is laid out anew, and nothing is read or encoded again."""

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.article import Edition
from corpus.errors import Problem
from corpus.progress import OnProgress, Progress
from corpus.stamp import Stamp
from index.catalog.writer import CatalogWriter
from index.disk.link import link
from index.embedded import EmbeddedEngine
from index.embedded.engine import VECTORS_NAME, WORDS_NAME
from index.embedded.lexical_writer import copy_words
from index.embedded.segments import FIRST_SEGMENT
from index.errors import CorruptIndex
from index.files.inventory import ArticleRecord, FileChanges, FileRecord
from index.generation.manifest import check_parts, read_former
from index.generation.publish import new_catalog, new_generation, publish

_CATALOG, _VECTORS, _WORDS, _INVENTORY = "catalog.sqlite", "vectors.faiss", "words", "inventory.json"


def take_over(index: Path, former: Path, on_progress: OnProgress) -> bool:
    """Publishes what a generation of the version before holds; that one stays as it is until then.

    Args:
        index: Folder of the index; the caller is alone in it.
        former: Folder of the generation that answers.
        on_progress: Told of it.

    Returns:
        Whether it is of the version before.

    Raises:
        CorruptIndex: It is not whole; the message names the file.
        OutdatedIndex: An earlier version still made its catalogue.
    """
    manifest = read_former(former, EmbeddedEngine.name)
    if manifest is None:
        return False
    check_parts(former, manifest)
    files = _read_files(former / _INVENTORY)
    unfinished = new_generation(index)
    (unfinished / VECTORS_NAME).mkdir()
    link(former / _VECTORS, unfinished / VECTORS_NAME / FIRST_SEGMENT)
    copy_words(former / _WORDS, unfinished / WORDS_NAME)
    path = new_catalog(index, unfinished)
    on_progress(Progress("Taking over the index of the version before", 0, 0))
    with closing(CatalogWriter(path)) as catalog:
        catalog.copy(former / _CATALOG)
        catalog.add_runs()
        catalog.set_files(files)
        publish(index, unfinished, replace(manifest, catalog=path.name), catalog)
    return True


def _read_files(path: Path) -> FileChanges:
    try:
        written = json.loads(path.read_text("utf-8"))
        files = {name: _file(record) for name, record in written["files"].items()}
        return FileChanges(written["scanned_ns"], written["sidecar_digest"], {}, files, articles_before=0)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise CorruptIndex(path, f"cannot be read: {error}") from error


def _file(written: dict[str, Any]) -> FileRecord:
    return FileRecord(
        Stamp(*written["stamp"]),
        written["digest"],
        written["born"],
        tuple(_article(*article) for article in written["articles"]),
        tuple(Problem(*problem) for problem in written["problems"]),
        written["stale"],
    )


def _article(
    article_id: str, claimed_id: str, source: str, outlet: str, edition: Sequence[Any] | None
) -> ArticleRecord:
    return ArticleRecord(article_id, claimed_id, source, outlet, Edition(*edition) if edition else None)
