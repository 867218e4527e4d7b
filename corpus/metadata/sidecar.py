"""What the user says about the articles: corpus.toml and sources.csv beside them."""

import csv
import hashlib
import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from zoneinfo import ZoneInfo

from corpus.article import file_of
from corpus.errors import BadSidecar, Problem, UnreadableFile
from corpus.metadata.dates import DATE_ORDERS
from corpus.metadata.field_map import FieldMap
from corpus.metadata.merge import Metadata
from corpus.metadata.outlets import Outlet, OutletDirectory
from corpus.metadata.record import read_metadata
from corpus.metadata.toml_text import parse_toml
from corpus.text import decode
from corpus.text.folding import fold

TOML_NAME = "corpus.toml"
CSV_NAME = "sources.csv"

_UNCHANGED = "Nothing was changed. Correct it, or move it away, and try again."
_TWO_WORDS = 'it needs two words or more, such as words = ["Kiev", "Kyiv"]'
_ARTICLE_KEYS = frozenset(
    {"id", "outlet", "title", "date", "published", "url", "author", "authors", "slug", "keywords", "embargo"}
)
_FIELD_KEYS: Mapping[str, str] = {  # as the user names a field -> as `corpus.metadata.names` does
    "outlet": "outlet", "title": "title", "text": "text", "date": "published", "published": "published",
    "author": "authors", "authors": "authors", "url": "url", "id": "article_id",
}  # fmt: skip
_SINGLE = ("defaults", "fields")  # tables of which there is one
_KEYS: Mapping[str, frozenset[str]] = {
    "defaults": frozenset({"outlet", "language", "timezone", "date_order"}),
    "fields": frozenset(_FIELD_KEYS),
    "outlet": frozenset({"id", "name", "aliases", "domains", "drop_lines"}),
    "folder": _ARTICLE_KEYS | {"path"},
    "article": _ARTICLE_KEYS | {"file", "skip", "encoding"},
    "synonym": frozenset({"words"}),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the user says about one file, or about one record of it.

    Attributes:
        metadata: The fields that the user gives; they win over everything else.
        skip: Leave the article out.
        encoding: Encoding of the file; empty means find it.
    """

    metadata: Metadata = field(default_factory=Metadata)
    skip: bool = False
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class FolderRule:
    """What the user says about all files whose name fits a pattern; ``*`` stands for any characters, ``/`` too."""

    pattern: str
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Sidecar:
    """All that the user says about a corpus.

    Attributes:
        entries: Name of a file (posix, inside the corpus), with ``#n`` for a record -> what is said about it.
        folders: Rules for many files, the first that fits wins.
        date_order: ``"DMY"``, ``"MDY"``, or empty.
        fields: Where records give the fields of an article.
        zone: Where the day of a moment in UTC is told, such as ``Europe/Berlin``; None when nobody said.
        outlets: The outlets' names, spellings and domains.
        synonyms: Words that mean the same, such as ``("Kiev", "Kyiv")``.
        problems: What in the sidecars could not be used.
        digest: Hexadecimal sha256 over the sidecars' bytes; equal when nothing changed.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    folders: tuple[FolderRule, ...] = ()
    date_order: str = ""
    fields: FieldMap = field(default_factory=FieldMap)
    zone: ZoneInfo | None = None
    outlets: OutletDirectory = field(default_factory=OutletDirectory)
    synonyms: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()
    digest: str = ""

    def entry(self, source: str) -> Entry:
        """Returns what is said about a file or a record; an entry that says nothing when there is none."""
        return self.entries.get(source, Entry())

    def by_folder(self, name: str) -> Metadata:
        """Returns what the folder rules say about a file."""
        return next((rule.metadata for rule in self.folders if fnmatchcase(name, rule.pattern)), Metadata())


def load_sidecar(root: Path) -> Sidecar:
    """Reads the sidecars at the root of a corpus, or beside a corpus of one file.

    Raises:
        BadSidecar: A sidecar cannot be read or parsed, names a file twice, or names one outside the corpus.
    """
    folder = root if root.is_dir() else root.parent
    toml_bytes, csv_bytes = _read_bytes(folder / TOML_NAME), _read_bytes(folder / CSV_NAME)
    tables = _parse_toml(folder / TOML_NAME, toml_bytes)
    problems = [Problem(TOML_NAME, reason) for reason in _unknown_keys(tables)]
    defaults = tables["defaults"][0]
    date_order = str(defaults.get("date_order", ""))
    if date_order not in ("", *DATE_ORDERS):
        raise BadSidecar(f'{TOML_NAME}: date_order = "{date_order}" is none of {", ".join(DATE_ORDERS)}.')
    entries: dict[str, Entry] = {}
    rows, guessed = _csv_rows(folder / CSV_NAME, csv_bytes)
    if guessed:
        problems.append(Problem(CSV_NAME, f"its encoding was guessed as {guessed}: check the accents"))
    for sidecar, row in (*((TOML_NAME, row) for row in tables["article"]), *((CSV_NAME, row) for row in rows)):
        name = _inside(row.get("file"), sidecar, "file")
        if name in entries:
            raise BadSidecar(f"{sidecar}: the file {name} has two entries ({TOML_NAME} and {CSV_NAME} count together).")
        entries[name] = _entry(row, sidecar, date_order)
        if not (folder / file_of(name)).exists():
            problems.append(Problem(sidecar, f"the entry for {name} is not used: there is no such file"))
    folders = [_folder_rule(row, date_order) for row in tables["folder"]]
    if "outlet" in defaults:
        folders.append(FolderRule("*", read_metadata({"outlet": defaults["outlet"]}, f"{TOML_NAME}: [defaults]")))
    synonyms = [_synonyms(row) for row in tables["synonym"]]
    problems += (
        Problem(TOML_NAME, f"[[synonym]] number {number} is not used: {_TWO_WORDS}")
        for number, words in enumerate(synonyms, start=1)
        if not words
    )
    said = [*(entry.metadata for entry in entries.values()), *(rule.metadata for rule in folders)]
    outlets = OutletDirectory(tuple(_outlet(row) for row in tables["outlet"]))
    return Sidecar(
        entries=entries,
        folders=tuple(folders),
        date_order=date_order,
        fields=_field_map(tables["fields"][0]),
        zone=_zone(defaults.get("timezone", "")),
        outlets=outlets.with_spellings(metadata.outlet for metadata in said if metadata.outlet),
        synonyms=tuple(filter(None, synonyms)),
        problems=tuple(problems),
        digest=hashlib.sha256(b"%d %b%b" % (len(toml_bytes), toml_bytes, csv_bytes)).hexdigest(),
    )


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise BadSidecar(f"{path} cannot be read: {error.strerror}.") from error


def _parse_toml(path: Path, data: bytes) -> dict[str, list[dict[str, object]]]:
    """Returns the tables by name; each name is there, and each holds a list."""
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


def _unknown_keys(tables: Mapping[str, list[dict[str, object]]]) -> Iterator[str]:
    for key in tables[""][0]:
        if key != "version":
            yield f"{key} is not known and not used; known are version, {', '.join(_KEYS)}"
    for table, known in _KEYS.items():
        for key in sorted({key for row in tables[table] for key in row} - known):
            yield f"{key} under {table} is not known and not used; known are {', '.join(sorted(known))}"


def _csv_rows(path: Path, data: bytes) -> tuple[list[dict[str, object]], str]:
    """Returns the rows, and the name of the encoding where that was guessed: spreadsheets rarely save UTF-8."""
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


def _inside(value: object, sidecar: str, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadSidecar(f'{sidecar}: an entry has no {key}; each needs one, such as {key} = "article.txt".')
    name = posixpath.normpath(value.strip().replace("\\", "/"))
    if name.startswith(("/", "../")) or name == ".." or re.match(r"[A-Za-z]:", name):
        raise BadSidecar(f"{sidecar}: {value} lies outside the folder of the articles.")
    return name


def _entry(row: Mapping[str, object], sidecar: str, date_order: str) -> Entry:
    return Entry(
        metadata=read_metadata({key: row[key] for key in row if key in _ARTICLE_KEYS}, sidecar, date_order),
        skip=row.get("skip") is True or str(row.get("skip", "")).strip().lower() in ("true", "yes", "1"),
        encoding=str(row.get("encoding") or ""),
    )


def _folder_rule(row: Mapping[str, object], date_order: str) -> FolderRule:
    pattern = _inside(row.get("path"), TOML_NAME, "path")
    fields = {key: row[key] for key in row if key in _ARTICLE_KEYS}
    metadata = read_metadata(fields, f"{TOML_NAME}: folder rule {pattern}", date_order)
    return FolderRule(pattern if "*" in pattern or "?" in pattern else f"{pattern}/*", metadata)


def _zone(name: object) -> ZoneInfo | None:
    try:
        return ZoneInfo(str(name)) if name else None
    except (KeyError, ValueError, OSError) as error:
        raise BadSidecar(
            f'{TOML_NAME}: timezone = "{name}" is no time zone that is known; write it as "Europe/Berlin".'
        ) from error


def _field_map(table: Mapping[str, object]) -> FieldMap:
    said = []
    for key in [key for key in table if key in _FIELD_KEYS]:
        paths = [table[key]] if isinstance(table[key], str) else table[key]
        if not isinstance(paths, list) or not all(isinstance(path, str) and path.strip(". ") for path in paths):
            raise BadSidecar(
                f'{TOML_NAME}: {key} under fields must be a list of names, such as {key} = ["story.{key}"].'
            )
        said.append((_FIELD_KEYS[key], tuple(paths)))
    return FieldMap(tuple(said))


def _outlet(row: Mapping[str, object]) -> Outlet:
    name = row.get("name")
    if not isinstance(name, str) or not name.strip():
        raise BadSidecar(f'{TOML_NAME}: an [[outlet]] has no name; each needs one, such as name = "The Daily".')
    return Outlet(name.strip(), *(_strings(row, key, name) for key in ("aliases", "domains", "drop_lines")))


def _synonyms(row: Mapping[str, object]) -> tuple[str, ...]:
    """Returns the words of an entry, each once; none where they are not at least two."""
    words = row.get("words")
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return ()
    found: dict[str, str] = {}
    for word in words:
        if re.search(r"\w", word):
            found.setdefault(fold(word), " ".join(word.split()))
    return tuple(found.values()) if len(found) > 1 else ()


def _strings(row: Mapping[str, object], key: str, outlet: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadSidecar(f'{TOML_NAME}: {key} of the outlet {outlet} must be a list, such as {key} = ["..."].')
    return tuple(value)
