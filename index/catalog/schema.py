"""How articles and vectors lie in the catalogue: its tables, and the order of their columns."""

import json
from collections.abc import Sequence
from dataclasses import astuple, fields
from datetime import date, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article, Edition, Provenance
from index.encode.late_chunking import of_length_one

# Each field of an article has a column of its name; lists lie in it as JSON.
_NAMES = tuple(field.name for field in fields(Article))
_LISTS = ("authors", "flags", "provenance", "dropped", "warnings", "pages", "keywords")
_DECLARED = ", ".join(f"{field.name} TEXT{'' if field.default is None else ' NOT NULL'}" for field in fields(Article))
ARTICLE_COLUMNS = ", ".join(_NAMES)

TABLES = f"""
CREATE TABLE article (number INTEGER PRIMARY KEY, {_DECLARED}, UNIQUE (article_id));
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
CREATE TABLE word (
    written TEXT PRIMARY KEY,
    folded TEXT NOT NULL,
    spelled_out TEXT,
    sound TEXT,
    articles INTEGER NOT NULL,
    lower INTEGER NOT NULL,
    capital INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE acronym (
    article INTEGER NOT NULL REFERENCES article (number),
    short TEXT NOT NULL,
    long TEXT NOT NULL,
    PRIMARY KEY (article, short, long)
) WITHOUT ROWID;
CREATE TABLE synonym (number INTEGER NOT NULL, words TEXT NOT NULL);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
    name TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    ctime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    digest TEXT NOT NULL,
    born TEXT NOT NULL,
    problems TEXT NOT NULL,
    stale INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE claim (
    file TEXT NOT NULL REFERENCES file (name),
    place INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    claimed_id TEXT NOT NULL,
    source TEXT NOT NULL,
    outlet TEXT NOT NULL,
    item TEXT,
    edition TEXT,
    PRIMARY KEY (file, place)
) WITHOUT ROWID;
CREATE TABLE spelling (outlet TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE run (
    run INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (number),
    PRIMARY KEY (run, article)
) WITHOUT ROWID;
CREATE TABLE term (term TEXT PRIMARY KEY, rows INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE author (
    name TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (number),
    PRIMARY KEY (name, article)
) WITHOUT ROWID;
CREATE TABLE flag (
    name TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (number),
    PRIMARY KEY (name, article)
) WITHOUT ROWID;
CREATE TABLE place (
    block INTEGER NOT NULL,
    plain TEXT NOT NULL,
    written TEXT NOT NULL,
    places BLOB NOT NULL,
    PRIMARY KEY (block, plain, written)
) WITHOUT ROWID;
CREATE INDEX author_article ON author (article);
CREATE INDEX flag_article ON flag (article);
CREATE INDEX article_day ON article (published, outlet, article_id);
CREATE INDEX article_shelf ON article (outlet, published DESC, article_id);
CREATE INDEX article_title ON article (title = '', title COLLATE NOCASE, article_id);
CREATE INDEX word_folded ON word (folded);
CREATE INDEX word_spelled_out ON word (spelled_out) WHERE spelled_out IS NOT NULL;
CREATE INDEX word_sound ON word (sound) WHERE sound IS NOT NULL;
CREATE INDEX line_article ON line (article);
CREATE INDEX copy_other ON copy (other);
CREATE INDEX chunk_article ON chunk (article);
CREATE INDEX chunk_key ON chunk (vector_key);
CREATE INDEX file_born ON file (born);
CREATE INDEX file_unread ON file (name) WHERE digest = '';
CREATE INDEX file_remarkable ON file (name) WHERE digest = '' OR stale OR problems <> '[]';
CREATE INDEX claim_contested ON claim (file) WHERE article_id <> claimed_id;
CREATE INDEX claim_claimed ON claim (claimed_id);
CREATE INDEX claim_item ON claim (item) WHERE item IS NOT NULL;
CREATE INDEX claim_outlet ON claim (outlet, file, place) WHERE article_id <> '';
"""

ENGINE_TABLES = frozenset({"sentences", "term"})  # filled by the engine that keeps the vectors and words, as it likes

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
    values = dict(zip(_NAMES, row, strict=True))
    values |= {name: tuple(json.loads(values[name])) for name in _LISTS}
    values["published"] = day_of(values["published"])
    values["provenance"] = tuple(Provenance(*entry) for entry in values["provenance"])
    values["embargo"] = datetime.fromisoformat(values["embargo"]) if values["embargo"] else None
    values["edition"] = Edition(*json.loads(values["edition"])) if values["edition"] else None
    return Article(**values)


def values_of(article: Article) -> tuple[str | None, ...]:
    """Returns the row of an article: its values in the order of `ARTICLE_COLUMNS`."""
    return tuple(_written(getattr(article, name)) for name in _NAMES)


def _written(value: str | date | tuple[object, ...] | Edition | None) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Edition):
        value = astuple(value)
    return json.dumps(value, ensure_ascii=False, default=astuple) if isinstance(value, tuple) else value
