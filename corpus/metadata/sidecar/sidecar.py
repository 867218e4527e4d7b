"""What the user says about the articles: corpus.toml and, below it, sources.csv beside them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from zoneinfo import ZoneInfo

from corpus.article import file_of
from corpus.errors import BadSidecar, Problem
from corpus.metadata.dates import DATE_ORDERS
from corpus.metadata.field_map import FieldMap
from corpus.metadata.merge import Metadata
from corpus.metadata.outlets import Outlet, OutletDirectory
from corpus.metadata.record import read_metadata
from corpus.metadata.sidecar.digest import digest_of
from corpus.metadata.sidecar.tables import (
    ARTICLE_KEYS,
    CSV_NAME,
    FIELD_KEYS,
    TOML_NAME,
    csv_rows,
    inside,
    parse_tables,
    read_bytes,
    unknown_keys,
)
from corpus.text.folding import fold

_TWO_WORDS = 'it needs two words or more, such as words = ["Kiev", "Kyiv"]'


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

    def over(self, other: "Entry") -> "Entry":
        """Returns what this entry says, with the other's where it says nothing."""
        return Entry(self.metadata.over(other.metadata), self.skip or other.skip, self.encoding or other.encoding)


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
        below: Name of a file -> what sources.csv says of it, where corpus.toml says something too.
        problems: What in the sidecars could not be used.
        digest: Equal when nothing changed; `corpus.metadata.sidecar.digest.said_otherwise` compares it with another.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    folders: tuple[FolderRule, ...] = ()
    date_order: str = ""
    fields: FieldMap = field(default_factory=FieldMap)
    zone: ZoneInfo | None = None
    outlets: OutletDirectory = field(default_factory=OutletDirectory)
    synonyms: tuple[tuple[str, ...], ...] = ()
    below: Mapping[str, Entry] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    digest: str = ""

    def entry(self, source: str) -> Entry:
        """Returns what is said about a file or a record; an entry that says nothing when there is none."""
        return self.entries.get(source, Entry())

    def said(self, source: str) -> Metadata:
        """Returns what corpus.toml alone says about a file or a record."""
        metadata = self.entry(source).metadata
        names = [name for name, origin in metadata.origins.items() if not origin.startswith(TOML_NAME)]
        return metadata.without(names)

    def without(self, source: str, names: Iterable[str]) -> "Sidecar":
        """Returns all that the user says, but for some fields of a file or a record that corpus.toml gives."""
        entry = self.entry(source)
        left = entry.metadata.without(set(names) & self.said(source).origins.keys())
        metadata = left.over(self.below.get(source, Entry()).metadata)
        entries = {**self.entries, source: replace(entry, metadata=metadata)}
        return replace(self, entries=entries, outlets=_spelled(self.outlets, entries, self.folders))

    def by_folder(self, name: str) -> Metadata:
        """Returns what the folder rules say about a file."""
        return next((rule.metadata for rule in self.folders if fnmatchcase(name, rule.pattern)), Metadata())


def load_sidecar(root: Path) -> Sidecar:
    """Reads the sidecars at the root of a corpus, or beside a corpus of one file.

    Raises:
        BadSidecar: A sidecar cannot be read or parsed, names a file twice, or names one outside the corpus.
    """
    folder = toml_path(root).parent
    toml_bytes, csv_bytes = read_bytes(folder / TOML_NAME), read_bytes(folder / CSV_NAME)
    tables = parse_tables(folder / TOML_NAME, toml_bytes)
    problems = [Problem(TOML_NAME, reason) for reason in unknown_keys(tables)]
    defaults = tables["defaults"][0]
    date_order = str(defaults.get("date_order", ""))
    if date_order not in ("", *DATE_ORDERS):
        raise BadSidecar(f'{TOML_NAME}: date_order = "{date_order}" is none of {", ".join(DATE_ORDERS)}.')
    rows, guessed = csv_rows(folder / CSV_NAME, csv_bytes)
    if guessed:
        problems.append(Problem(CSV_NAME, f"its encoding was guessed as {guessed}: check the accents"))
    above, table = _entries(tables["article"], TOML_NAME, date_order), _entries(rows, CSV_NAME, date_order)
    entries = table | {name: entry.over(table.get(name, Entry())) for name, entry in above.items()}
    for sidecar, said in ((TOML_NAME, above), (CSV_NAME, table)):
        for name in said:
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
    rules = Sidecar(
        folders=tuple(folders),
        date_order=date_order,
        fields=_field_map(tables["fields"][0]),
        zone=_zone(defaults.get("timezone", "")),
        outlets=_spelled(OutletDirectory(tuple(map(_outlet, tables["outlet"]))), entries, folders),
        synonyms=tuple(filter(None, synonyms)),
    )
    digest = digest_of(b"%d %b%b" % (len(toml_bytes), toml_bytes, csv_bytes), rules, entries)
    below = {name: table[name] for name in table if name in above}
    return replace(rules, entries=entries, below=below, problems=tuple(problems), digest=digest)


def toml_path(root: Path) -> Path:
    """Returns where the corpus.toml of a corpus belongs: at its root, or beside its one file."""
    return (root if root.is_dir() else root.parent) / TOML_NAME


def _spelled(outlets: OutletDirectory, entries: Mapping[str, Entry], folders: Iterable[FolderRule]) -> OutletDirectory:
    """Returns outlets with the spellings of entries and rules, in an order that only these decide."""
    said = [*(entry.metadata for entry in entries.values()), *(rule.metadata for rule in folders)]
    spelled = outlets.with_spellings(metadata.outlet for metadata in said if metadata.outlet)
    return replace(spelled, spellings=dict(sorted(spelled.spellings.items())))


def _entries(rows: Iterable[Mapping[str, object]], sidecar: str, date_order: str) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for row in rows:
        name = inside(row.get("file"), sidecar, "file")
        if name in entries:
            raise BadSidecar(f"{sidecar}: the file {name} has two entries.")
        entries[name] = _entry(row, sidecar, date_order)
    return entries


def _entry(row: Mapping[str, object], sidecar: str, date_order: str) -> Entry:
    return Entry(
        metadata=read_metadata({key: row[key] for key in row if key in ARTICLE_KEYS}, sidecar, date_order),
        skip=row.get("skip") is True or str(row.get("skip", "")).strip().lower() in ("true", "yes", "1"),
        encoding=str(row.get("encoding") or ""),
    )


def _folder_rule(row: Mapping[str, object], date_order: str) -> FolderRule:
    pattern = inside(row.get("path"), TOML_NAME, "path")
    fields = {key: row[key] for key in row if key in ARTICLE_KEYS}
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
    for key in [key for key in table if key in FIELD_KEYS]:
        paths = [table[key]] if isinstance(table[key], str) else table[key]
        if not isinstance(paths, list) or not all(isinstance(path, str) and path.strip(". ") for path in paths):
            raise BadSidecar(
                f'{TOML_NAME}: {key} under fields must be a list of names, such as {key} = ["story.{key}"].'
            )
        said.append((FIELD_KEYS[key], tuple(paths)))
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
