"""The index of words: tantivy (BM25) over all chunks, each with the headline, outlet and authors of its article."""

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray

from corpus.article import Article
from index.chunks import Chunk
from index.errors import CorruptIndex
from index.search.hit import Hit
from index.search.other_form import OtherForm
from index.search.spelling import one_spelling

ANALYZER = "news"
AS_WRITTEN = "as-written"
WORDS_FILE = re.compile(r"meta\.json|\.managed\.json|\.tantivy-\w+\.lock|\.tmp\w+|[0-9a-f]{32}\..+")  # of tantivy
HEAP_BYTES = 64_000_000  # tantivy's buffer for additions; its least is 15 MB
_SHORT = 500  # code points of a text whose terms are kept
TERM_SET_LIMIT = 20_000  # rows that are cheap to ask for one by one; above, hits are filtered after the search


@cache
def analyzer() -> tantivy.TextAnalyzer:
    """Returns what turns text into terms: words in lower case, without accents, cut to their English stems."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(60))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


@cache
def _as_written() -> tantivy.TextAnalyzer:
    """Returns what turns text into words as they are written, but in lower case and without accents."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(60))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


def words_as_written(text: str) -> list[str]:
    """Returns the words of a text in order, in lower case and without accents."""
    return list(_as_written().analyze(text))


def terms(text: str) -> list[str]:
    """Returns the terms of a text in order, as they are indexed."""
    return list(_short(text) if len(text) <= _SHORT else _analyzed(text))


def _analyzed(text: str) -> Sequence[str]:
    return analyzer().analyze(one_spelling(text))


@lru_cache(1024)
def _short(text: str) -> Sequence[str]:
    """Analyses a question or a part of it, which is needed many times for one answer."""
    return tuple(_analyzed(text))


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


def _with_analyzers(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer(ANALYZER, analyzer())
    index.register_tokenizer(AS_WRITTEN, _as_written())
    return index


class LexicalWriter:
    """Adds and removes rows of a tantivy index in a folder; nothing shows until `commit`."""

    def __init__(self, folder: Path) -> None:
        """Opens the index in a folder, or makes one where there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        self._index = _with_analyzers(tantivy.Index(schema(), path=str(folder)))
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
        self._writer.add_document(document)

    def remove(self, rows: Iterable[int]) -> None:
        """Removes rows; rows that are not there are ignored."""
        # Not delete_documents_by_term: it takes a Python int for a signed number and finds nothing in this field.
        self._writer.delete_documents_by_query(tantivy.Query.term_set_query(schema(), "row", list(rows)))

    def commit(self) -> None:
        """Makes all changes durable and ends the writer."""
        self._writer.commit()
        self._writer.wait_merging_threads()


class LexicalIndex:
    """The words of a published generation, read only; safe to share between threads."""

    def __init__(self, index: tantivy.Index) -> None:
        """Wraps an open tantivy index whose analyzer is registered."""
        self._index = index
        self._searcher = index.searcher()
        self._frequencies: dict[str, int] = {}  # of terms asked for; nothing in a generation changes

    @classmethod
    def open(cls, folder: Path) -> "LexicalIndex":
        """Opens the index in a folder.

        Raises:
            CorruptIndex: When it is missing or damaged.
        """
        try:
            return cls(_with_analyzers(tantivy.Index.open(str(folder))))
        except (ValueError, OSError) as error:
            raise CorruptIndex(folder, "cannot be read") from error

    def __len__(self) -> int:
        """Returns the number of rows."""
        return int(self._searcher.num_docs)

    def frequency(self, term: str) -> int:
        """Returns how many rows hold a term in their body."""
        if term not in self._frequencies:
            # Not doc_freq: until segments are merged it goes on counting rows that were removed.
            query = tantivy.Query.term_query(schema(), "body", term, "freq")
            found = self._searcher.search(query, 1, count=True)
            self._frequencies[term] = int(found.count)  # type: ignore[attr-defined]  # the stub lacks it
        return self._frequencies[term]

    def rows_with(self, term: str) -> list[int]:
        """Returns the rows that hold a term in their body."""
        query = tantivy.Query.term_query(schema(), "body", term, "freq")
        return [hit.row for hit in self._hits(query, max(1, len(self)))]

    def search(
        self,
        text: str,
        limit: int,
        rows: NDArray[np.int64] | None = None,
        phrases: Sequence[str] = (),
        forms: Sequence[OtherForm] = (),
    ) -> list[Hit]:
        """Finds rows by words, ranked by BM25 (k1 1.2, b 0.75: tantivy's).

        Args:
            text: Any text; every term counts, none is required.
            limit: Most hits to return.
            rows: Search only these; None searches all.
            phrases: Texts whose terms must stand side by side in the body.
            forms: Other forms of terms of the text: a row counts by the best of the forms that it holds.

        Returns:
            Hits by falling score; none when neither text nor phrases hold a term.
        """
        words, wanted = terms(text), [found for phrase in phrases if (found := terms(phrase))]
        if not words and not wanted:
            return []  # tantivy takes a query without terms for one that every row meets, once a filter joins it
        query = self._query(words, wanted, forms)
        if rows is None:
            return self._hits(query, limit)
        if len(rows) <= TERM_SET_LIMIT:
            only = tantivy.Query.const_score_query(tantivy.Query.term_set_query(schema(), "row", rows.tolist()), 0.0)
            return self._hits(query.and_must_match(only), limit)
        fetch = limit
        while True:
            hits = self._hits(query, fetch)
            allowed = np.isin([hit.row for hit in hits], rows)
            kept = [hit for hit, keep in zip(hits, allowed, strict=True) if keep]
            if len(kept) >= limit or len(hits) < fetch:
                return kept[:limit]
            fetch *= 4

    def rows(self, query: tantivy.Query) -> NDArray[np.int64]:
        """Returns all rows that meet a query, in no order, shape (n,)."""
        found = self._searcher.search(query, max(1, len(self)), count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in found])
        return np.array(rows, dtype=np.int64)

    def _query(self, words: list[str], phrases: list[list[str]], forms: Sequence[OtherForm]) -> tantivy.Query:
        counts = Counter(words)
        parts = []
        for own in dict.fromkeys(form.own for form in forms):
            if own and all(counts[term] for term in own):
                counts -= Counter(own)
                ways = [_together(tantivy.Occur.Should, own)]
                ways += [
                    tantivy.Query.boost_query(_together(tantivy.Occur.Must, form.other), form.weight)
                    for form in forms
                    if form.own == own
                ]
                parts.append((tantivy.Occur.Should, tantivy.Query.disjunction_max_query(ways)))
        parts += [
            (tantivy.Occur.Should, tantivy.Query.boost_query(_anywhere(word), count)) for word, count in counts.items()
        ]
        for phrase in phrases:
            if len(phrase) == 1:
                parts.append((tantivy.Occur.Must, tantivy.Query.term_query(schema(), "body", phrase[0])))
            else:
                parts.append((tantivy.Occur.Must, tantivy.Query.phrase_query(schema(), "body", list(phrase))))
        return tantivy.Query.boolean_query(parts)

    def _hits(self, query: tantivy.Query, limit: int) -> list[Hit]:
        found = self._searcher.search(query, limit, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in found])
        return [Hit(int(row or 0), float(score)) for row, (score, _) in zip(rows, found, strict=True)]


def _anywhere(term: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema(), "all", term, "freq")


def _together(occur: tantivy.Occur, words: Sequence[str]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(occur, _anywhere(word)) for word in words])


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
        if path.suffix == ".lock" or not WORDS_FILE.fullmatch(path.name):
            continue
        if path.name in ("meta.json", ".managed.json"):
            shutil.copyfile(path, new / path.name)
        else:
            _link(path, new / path.name)


def _link(path: Path, new: Path) -> None:
    try:
        os.link(path, new)
    except OSError:  # a file system without hard links
        shutil.copyfile(path, new)
