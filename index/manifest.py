"""The manifest: what a generation was made from, and what it consists of."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

from corpus.problem import Problem
from index.errors import CorruptIndex
from index.settings import IndexSettings

SCHEMA = 1  # raise when the layout of a generation changes; older indexes are then made anew
MANIFEST_NAME = "manifest.json"
REBUILD = "Run `dateline index --rebuild` to make it anew."


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article of a file, by name only.

    Attributes:
        article_id: The id it has in the index.
        claimed_id: The id it would have if no other article asked for the same one.
        source: Path inside the corpus, with ``#n`` for record n of a file of many.
    """

    article_id: str
    claimed_id: str
    source: str


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file as it was when it was read.

    Attributes:
        size: Bytes.
        mtime_ns: Time of the last change of content, nanoseconds.
        ctime_ns: Time of the last change of the inode, nanoseconds.
        inode: Number of the inode.
        digest: Hexadecimal sha256 of its bytes; empty when it could not be read.
        born: Name under which it was first read. Ids made from paths are made from this one, so that a file
            that was moved keeps them.
        articles: The articles it gave, in order.
        problems: What in it could not be used.
        stale: Whether the articles are from an earlier reading, because the last one failed.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    digest: str
    born: str
    articles: tuple[ArticleRecord, ...] = ()
    problems: tuple[Problem, ...] = ()
    stale: bool = False

    def timeless(self) -> "FileRecord":
        """Returns what the index is made from: the record without what the file system says of the file."""
        return replace(self, size=0, mtime_ns=0, ctime_ns=0, inode=0)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Makes a record from what `dataclasses.asdict` gave."""
        articles = tuple(ArticleRecord(**article) for article in data.pop("articles"))
        problems = tuple(Problem(**problem) for problem in data.pop("problems"))
        return cls(**data, articles=articles, problems=problems)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made from and consists of; written last, so it marks a whole generation.

    Attributes:
        fingerprint: `IndexSettings.fingerprint` of the settings.
        settings: The settings in words.
        encoder: Identity of the encoder whose vectors these are.
        dimension: Length of a vector.
        sidecar_digest: Tells whether corpus.toml or sources.csv changed.
        corpus: Absolute path of the folder or file of articles.
        scanned_ns: When the files were looked at, nanoseconds since 1970.
        built: When the generation was published, UTC, ISO 8601.
        articles: Number of articles.
        chunks: Number of rows.
        next_row: The row the next new chunk gets; rows are never used twice.
        files: The files of the corpus by name.
        parts: Size in bytes of each file of the generation, by its path inside it.
    """

    fingerprint: str
    settings: IndexSettings
    encoder: str
    dimension: int
    sidecar_digest: str
    corpus: str
    scanned_ns: int
    built: str
    articles: int
    chunks: int
    next_row: int
    files: Mapping[str, FileRecord]
    parts: Mapping[str, int]

    def to_json(self) -> str:
        """Returns the manifest as JSON."""
        return json.dumps({"schema": SCHEMA, **asdict(self)}, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Reads what `to_json` wrote.

        Raises:
            ValueError: When it is not a manifest of this schema; the message is the reason alone.
        """
        data = json.loads(text)
        if not isinstance(data, dict) or data.pop("schema", None) != SCHEMA:
            raise ValueError("it was written by another version of Dateline")
        try:
            files = {name: FileRecord.from_json(record) for name, record in data.pop("files").items()}
            return cls(**{**data, "settings": IndexSettings(**data["settings"])}, files=files)
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"it is incomplete ({error})") from error


def read_manifest(folder: Path) -> Manifest:
    """Reads the manifest of a generation.

    Raises:
        CorruptIndex: When it is missing or cannot be understood.
    """
    path = folder / MANIFEST_NAME
    try:
        return Manifest.from_json(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CorruptIndex(f"{path} cannot be read: {error}. {REBUILD}") from error
