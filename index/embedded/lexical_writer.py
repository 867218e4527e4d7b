"""Writes the words of a generation: tantivy (BM25) over all chunks, each with headline, outlet and authors."""

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import tantivy

from corpus.article import Article
from index.chunks import Chunk
from index.disk.link import link
from index.generation.publish import WORDS_FILE
from index.search.analysis import analyzer, as_written
from index.search.spelling import one_spelling

ANALYZER = "news"
AS_WRITTEN = "as-written"
HEAP_BYTES = 64_000_000  # tantivy's buffer for additions; its least is 15 MB


@cache
def schema() -> tantivy.Schema:
    """Returns the fields of a row."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", stored=True, indexed=True, fast=True)
    # One field for chunk and metadata together: a word of the question that stands in both then counts once, with
    # diminishing returns. Summing a field each was measured to be worse than leaving the metadata out.
    builder.add_text_field("all", tokenizer_name=ANALYZER, index_option="freq")
    builder.add_text_field("body", tokenizer_name=ANALYZER)
    # For conditions on articles: the headline by itself, and the words of both before they are cut to their stems.
    builder.add_text_field("title", tokenizer_name=ANALYZER)
    builder.add_text_field("written", tokenizer_name=AS_WRITTEN, index_option="basic")
    return builder.build()


def with_analyzers(index: tantivy.Index) -> tantivy.Index:
    """Teaches an index what turns texts into its terms."""
    index.register_tokenizer(ANALYZER, analyzer())
    index.register_tokenizer(AS_WRITTEN, as_written())
    return index


class LexicalWriter:
    """Adds and removes rows of a tantivy index in a folder; nothing shows until `commit`.

    Each call raises `OSError` when something cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        """Opens the index in a folder, or makes one where there is none."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        with _writing(folder):
            self._index = with_analyzers(tantivy.Index(schema(), path=str(folder)))
            self._writer = self._index.writer(HEAP_BYTES, 1)

    def add(self, row: int, article: Article, chunk: Chunk) -> None:
        """Adds a chunk with the headline, outlet and authors of its article."""
        head = "\n".join((article.title, article.outlet, ", ".join(article.authors)))
        body = one_spelling(chunk.text)
        document = tantivy.Document()
        document.add_unsigned("row", row)
        document.add_text("all", f"{one_spelling(head)}\n{body}")
        document.add_text("body", body)
        document.add_text("title", one_spelling(article.title))
        document.add_text("written", f"{article.title}\n{chunk.text}")
        with _writing(self._folder):
            self._writer.add_document(document)

    def remove(self, rows: Iterable[int]) -> None:
        """Removes rows; rows that are not there are ignored."""
        # Not delete_documents_by_term: it takes a Python int for a signed number and finds nothing in this field.
        with _writing(self._folder):
            self._writer.delete_documents_by_query(tantivy.Query.term_set_query(schema(), "row", list(rows)))

    def commit(self) -> None:
        """Makes all changes durable and ends the writer."""
        with _writing(self._folder):
            self._writer.commit()
            self._writer.wait_merging_threads()


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Turns what tantivy says when something cannot be written into what the system would have said."""
    try:
        yield
    except ValueError as error:
        raise OSError(f"{folder}: {error}") from error


def copy_words(old: Path, new: Path) -> None:
    """Makes a copy of a folder of tantivy that can be changed without changing the old one.

    Segment files are never changed, only added and unlinked, so they are linked; the few files that say which
    segments there are get copied. Locks belong to the folder they lie in.

    Args:
        old: Folder of the published words.
        new: Folder to make.
    """
    new.mkdir()
    for path in old.iterdir():
        if path.suffix == ".lock" or not re.fullmatch(WORDS_FILE, path.name):
            continue
        if path.name in ("meta.json", ".managed.json"):
            shutil.copyfile(path, new / path.name)
        else:
            link(path, new / path.name)
