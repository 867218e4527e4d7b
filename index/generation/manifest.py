"""The manifest: what a generation was made from, and what it consists of."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from index.disk.plain_file import is_plain, read_plain
from index.errors import CorruptIndex, OutdatedIndex
from index.settings import IndexSettings

SCHEMA_VERSION = 8  # raise when the layout of a generation changes; older indexes are then made anew
MANIFEST_NAME = "manifest.json"
LARGEST = 10_000_000  # bytes; a manifest has a line of some 60 bytes for each of about 30 files


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made from and consists of; written last, so it marks a whole generation.

    Attributes:
        fingerprint: `IndexSettings.fingerprint` of the settings.
        settings: The settings in words.
        encoder: Identity of the encoder whose vectors these are.
        dimension: Length of a vector.
        corpus: Absolute path of the folder or file of articles.
        built: When the generation was published, UTC, ISO 8601.
        articles: Number of articles.
        chunks: Number of rows.
        next_row: The row the next new chunk gets; rows are never used twice.
        parts: Size in bytes of each file of the generation, by its path inside it.
        store: Name of the engine that keeps its vectors and words.
        catalog: Name of the file of its catalogue.
        state: What that engine must know to open them.
    """

    fingerprint: str
    settings: IndexSettings
    encoder: str
    dimension: int
    corpus: str
    built: str
    articles: int
    chunks: int
    next_row: int
    parts: Mapping[str, int]
    store: str
    catalog: str
    state: Mapping[str, float]

    def to_json(self) -> str:
        """Returns the manifest as JSON."""
        return json.dumps({"schema": SCHEMA_VERSION, **asdict(self)}, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self | None:
        """Reads what `to_json` wrote; None when another version of Dateline did.

        Raises:
            ValueError: When it is no manifest; the message is the reason alone.
        """
        data = json.loads(text)
        schema = data.pop("schema", None) if isinstance(data, dict) else None
        if not isinstance(schema, int):
            raise ValueError("it does not say which version of Dateline wrote it")
        if schema != SCHEMA_VERSION:
            return None
        try:
            return cls(**{**data, "settings": IndexSettings(**data["settings"])})
        except (TypeError, KeyError) as error:
            raise ValueError(f"it is incomplete ({error})") from error


def read_manifest(folder: Path) -> Manifest:
    """Reads the manifest of a generation.

    Raises:
        OutdatedIndex: When another version of Dateline wrote it.
        CorruptIndex: When it is missing or cannot be understood.
    """
    path = folder / MANIFEST_NAME
    try:
        if folder.is_symlink():
            raise OSError("its folder is a link")
        manifest = Manifest.from_json(read_plain(path, LARGEST).decode("utf-8"))
    except (OSError, ValueError) as error:
        raise CorruptIndex(path, f"cannot be read: {error}") from error
    if manifest is None:
        raise OutdatedIndex(folder, "was made by another version of Dateline")
    return manifest


def has_manifest(folder: Path) -> bool:
    """Returns whether the manifest in a folder is one that Dateline wrote, in whatever version."""
    try:
        data = json.loads(read_plain(folder / MANIFEST_NAME, LARGEST))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(data, dict) and {"schema", "fingerprint", "encoder", "corpus", "built", "parts"} <= data.keys()


def check_parts(folder: Path, manifest: Manifest) -> None:
    """Checks that each file of a generation is there and has its size; reads none of them.

    Raises:
        CorruptIndex: When one is not as the manifest says.
    """
    for part, size in manifest.parts.items():
        path = folder / part
        if not is_plain(path):
            raise CorruptIndex(path, "is missing, or is no file")
        if (found := path.stat().st_size) != size:
            raise CorruptIndex(path, f"has {found} bytes where {size} belong")


def part_sizes(folder: Path) -> dict[str, int]:
    """Returns the size in bytes of each file of a generation but the manifest and locks, by its path inside it."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock" and path.name != MANIFEST_NAME
    }
