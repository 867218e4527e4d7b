"""The sidecars as they lie on the disk: tables of corpus.toml, rows of sources.csv, and the names in them."""

import csv
import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus.errors import BadSidecar, UnreadableFile
from corpus.metadata.toml_text import parse_toml
from corpus.text import decode

TOML_NAME = "corpus.toml"
CSV_NAME = "sources.csv"

_UNCHANGED = "Nothing was changed. Correct it, or move it away, and try again."
ARTICLE_KEYS = frozenset(
    {"id", "outlet", "title", "date", "published", "url", "author", "authors", "slug", "keywords", "embargo"}
)
FIELD_KEYS: Mapping[str, str] = {  # as the user names a field -> as `corpus.metadata.names` does
    "outlet": "outlet", "title": "title", "text": "text", "date": "published", "published": "published",
    "author": "authors", "authors": "authors", "url": "url", "id": "article_id",
}  # fmt: skip
_SINGLE = ("defaults", "fields")  # tables of which there is one
_KEYS: Mapping[str, frozenset[str]] = {
    "defaults": frozenset({"outlet", "language", "timezone", "date_order"}),
    "fields": frozenset(FIELD_KEYS),
    "outlet": frozenset({"id", "name", "aliases", "domains", "drop_lines"}),
    "folder": ARTICLE_KEYS | {"path"},
    "article": ARTICLE_KEYS | {"file", "skip", "encoding"},
    "synonym": frozenset({"words"}),
}


def read_bytes(path: Path) -> bytes:
    """Returns the bytes of a sidecar; none where there is no such file.

    Raises:
        BadSidecar: It cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise BadSidecar(f"{path} cannot be read: {error.strerror}.") from error


def parse_tables(path: Path, data: bytes) -> dict[str, list[dict[str, object]]]:
    """Returns the tables of a corpus.toml by name; each name is there, and each holds a list.

    Raises:
        BadSidecar: It cannot be parsed.
    """
    try:
        parsed = parse_toml(data)
    except ValueError as error:
        raise BadSidecar(f"{path} {error}. {_UNCHANGED}") from error
    tables: dict[str, list[dict[str, object]]] = {"": [{key: parsed[key] for key in parsed if key not in _KEYS}]}
    for name in _KEYS:
        value = parsed.get(name, {} if name in _SINGLE else [])
        rows = [value] if name in _SINGLE else value
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            brackets = f"[{name}]" if name in _SINGLE else f"[[{name}]]"
            raise BadSidecar(f"{TOML_NAME}: {name} must be written as {brackets}, with its keys below.")
        tables[name] = rows
    return tables


def unknown_keys(tables: Mapping[str, list[dict[str, object]]]) -> Iterator[str]:
    """Gives what is not known in the tables, one line each."""
    for key in tables[""][0]:
        if key != "version":
            yield f"{key} is not known and not used; known are version, {', '.join(_KEYS)}"
    for table, known in _KEYS.items():
        for key in sorted({key for row in tables[table] for key in row} - known):
            yield f"{key} under {table} is not known and not used; known are {', '.join(sorted(known))}"


def csv_rows(path: Path, data: bytes) -> tuple[list[dict[str, object]], str]:
    """Returns the rows, and the name of the encoding where that was guessed: spreadsheets rarely save UTF-8.

    Raises:
        BadSidecar: They cannot be parsed.
    """
    if not data.strip():
        return [], ""
    try:
        decoded = decode(data)
    except UnreadableFile as error:
        raise BadSidecar(f"{path} {error}. {_UNCHANGED}") from error
    head = decoded.text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    lines = csv.DictReader(io.StringIO(decoded.text, newline=""), delimiter=delimiter, restkey="", strict=True)
    rows: list[dict[str, object]] = []
    begins = 1  # the row that is read
    try:
        for row in lines:
            rows.append({name.strip().lower(): value for name, value in row.items()})
            begins = lines.line_num + 1
    except csv.Error as error:
        raise BadSidecar(f"{path} is not valid CSV from line {begins} on: {error}. {_UNCHANGED}") from error
    return rows, decoded.guessed


def inside(value: object, sidecar: str, key: str) -> str:
    """Returns the name of a file or a pattern as the corpus has it.

    Raises:
        BadSidecar: There is none, or it lies outside the corpus.
    """
    if not isinstance(value, str) or not value.strip():
        raise BadSidecar(f'{sidecar}: an entry has no {key}; each needs one, such as {key} = "article.txt".')
    name = posixpath.normpath(value.strip().replace("\\", "/"))
    if name.startswith(("/", "../")) or name == ".." or re.match(r"[A-Za-z]:", name):
        raise BadSidecar(f"{sidecar}: {value} lies outside the folder of the articles.")
    return name
