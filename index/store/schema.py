"""How articles and vectors lie in the catalogue: its tables, and the order of their columns."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article, Provenance
from index.encode.parts import of_length_one

TABLES = """
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE,
    outlet TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    published TEXT,
    authors TEXT NOT NULL,
    url TEXT,
    flags TEXT NOT NULL,
    provenance TEXT NOT NULL,
    dropped TEXT NOT NULL,
    warnings TEXT NOT NULL,
    pages TEXT NOT NULL
);
CREATE TABLE chunk (
    row INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (number),
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    vector_key TEXT NOT NULL
);
CREATE TABLE sentences (row INTEGER PRIMARY KEY REFERENCES chunk (row), vectors BLOB NOT NULL);
CREATE TABLE alias (alias TEXT PRIMARY KEY, outlet TEXT NOT NULL);
CREATE TABLE line (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (number),
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE TABLE repeated (key INTEGER PRIMARY KEY);
CREATE TABLE sketch (article INTEGER PRIMARY KEY REFERENCES article (number), runs BLOB NOT NULL);
CREATE TABLE copy (
    article INTEGER NOT NULL REFERENCES article (number),
    other INTEGER NOT NULL REFERENCES article (number),
    PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE INDEX line_article ON line (article);
CREATE INDEX copy_other ON copy (other);
CREATE INDEX chunk_article ON chunk (article);
CREATE INDEX chunk_key ON chunk (vector_key);
CREATE INDEX article_outlet ON article (outlet, published);
"""


ARTICLE_COLUMNS = (
    "article_id, outlet, title, text, source, content_hash, published, authors, url, flags, provenance, dropped, "
    "warnings, pages"
)


PACKED = 127  # largest value of a packed component


def pack(vectors: NDArray[np.float32]) -> bytes:
    """Packs vectors into a byte a component: their directions stay within a degree, and only those count.

    Args:
        vectors: Shape (n, dimension).
    """
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True, initial=0.0), 1e-9)
    packed: NDArray[np.int8] = np.rint(vectors / largest * PACKED).astype(np.int8)
    return packed.tobytes()


def unpack(packed: bytes, dimension: int) -> NDArray[np.float32]:
    """Returns what `pack` packed, shape (n, dimension), float32, rows of length 1."""
    return of_length_one(np.frombuffer(packed, dtype=np.int8).reshape(-1, dimension).astype(np.float32))


def day_of(text: str | None) -> date | None:
    """Reads a day as the tables hold it."""
    return date.fromisoformat(text) if text else None


def article_of(row: Sequence[Any]) -> Article:
    """Makes an article of its row, whose columns are `ARTICLE_COLUMNS`."""
    article_id, outlet, title, text, source, content_hash, published, authors, url, *lists = row
    flags, provenance, dropped, warnings, pages = (json.loads(value) for value in lists)
    return Article(
        article_id=article_id,
        outlet=outlet,
        title=title,
        text=text,
        source=source,
        content_hash=content_hash,
        published=day_of(published),
        authors=tuple(json.loads(authors)),
        url=url,
        flags=tuple(flags),
        provenance=tuple(Provenance(*entry) for entry in provenance),
        dropped=tuple(dropped),
        warnings=tuple(warnings),
        pages=tuple(pages),
    )


def values_of(article: Article) -> tuple[Any, ...]:
    """Returns the row of an article: its values in the order of `ARTICLE_COLUMNS`."""
    return (
        article.article_id,
        article.outlet,
        article.title,
        article.text,
        article.source,
        article.content_hash,
        article.published.isoformat() if article.published else None,
        _json(article.authors),
        article.url,
        _json(article.flags),
        _json([astuple(entry) for entry in article.provenance]),
        _json(article.dropped),
        _json(article.warnings),
        _json(article.pages),
    )


def _json(values: Sequence[Any]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
