"""The manifest: what a generation was made from, and what it consists of."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.disk.plain_file import is_plain, read_plain
from index.errors import CorruptIndex, NewerIndex, OutdatedIndex
from index.settings import IndexSettings

SCHEMA_VERSION = 8  # raise when the layout of a generation changes
FORMER_VERSION = 7  # is taken over by a refresh
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


def read_manifest(folder: Path) -> Manifest:
    """Reads the manifest of a generation.

    Raises:
        OutdatedIndex: When an earlier version of Dateline wrote it.
        NewerIndex: When a newer one did.
        CorruptIndex: When it is missing or cannot be understood.
    """
    schema, written = _read(folder)
    if schema > SCHEMA_VERSION:
        raise NewerIndex(folder)
    if schema < SCHEMA_VERSION:
        raise OutdatedIndex(folder, "was made by an earlier version of Dateline")
    return _manifest(folder, written)


def read_former(folder: Path, store: str) -> Manifest | None:
    """Reads the manifest of a generation of the version before; None when it is of another one.

    Args:
        folder: The folder of the generation.
        store: What keeps its vectors and words; the version before knew one way and did not say. Nor did it name the
            catalogue, which lay in the folder.

    Raises:
        CorruptIndex: When it is missing or cannot be understood.
    """
    schema, written = _read(folder)
    added = {"store": store, "catalog": "", "state": {}}
    return _manifest(folder, {**written, **added}) if schema == FORMER_VERSION else None


def _read(folder: Path) -> tuple[int, dict[str, Any]]:
    path = folder / MANIFEST_NAME
    try:
        if folder.is_symlink():
            raise OSError("its folder is a link")
        written = json.loads(read_plain(path, LARGEST).decode("utf-8"))
        schema = written.pop("schema", None) if isinstance(written, dict) else None
        if not isinstance(schema, int):
            raise ValueError("it does not say which version of Dateline wrote it")
    except (OSError, ValueError) as error:
        raise CorruptIndex(path, f"cannot be read: {error}") from error
    return schema, written


def _manifest(folder: Path, written: dict[str, Any]) -> Manifest:
    try:
        return Manifest(**{**written, "settings": IndexSettings(**written["settings"])})
    except (TypeError, KeyError) as error:
        raise CorruptIndex(folder / MANIFEST_NAME, f"cannot be read: it is incomplete ({error})") from error


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
