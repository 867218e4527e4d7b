"""Generations: folders that are written beside the old one, published whole, and never changed again.

``INDEX/{CURRENT, refresh.lock, catalogs/<name>.sqlite, generations/<name>/...}``. CURRENT holds the name of the
published generation in one line and is only ever replaced as a whole. The catalogue alone is changed in place, by a
transaction that also says whose it is: its commit is what publishes a generation that starts from another one. A
generation whose name ends in ``.tmp`` is unfinished work or on its way out; nobody reads it and the next refresh
removes it. What else lies there is left alone (see `index.disk.ownership`).
"""

import os
import re
import secrets
import sys
from dataclasses import replace
from pathlib import Path

from index.catalog.writer import CatalogWriter
from index.disk.ownership import MARK_NAME, Form, has_form, is_marked, make_folder, remove
from index.disk.plain_file import is_folder, is_plain, read_plain
from index.errors import CorruptIndex, NewerIndex, OutdatedIndex
from index.generation.lease import nobody_reads
from index.generation.manifest import MANIFEST_NAME, Manifest, has_manifest, part_sizes, read_manifest

CURRENT_NAME = "CURRENT"
GENERATIONS_NAME = "generations"
CATALOGS_NAME = "catalogs"
UNFINISHED = ".tmp"

_NAME = re.compile(r"[0-9]{6}-[0-9a-f]{6}")
_NUMBERS = 1_000_000  # after the last comes 0 again; no more than two or three are there at a time
_LONGEST_LINE = 64
_PROOFS = (MARK_NAME, MANIFEST_NAME)  # that a generation is Dateline's: older versions set no marks
WORDS_FILE = r"meta\.json|\.managed\.json|\.tantivy-\w+\.lock|\.tmp\w+|[0-9a-f]{32}\..+"  # of tantivy
CATALOG = re.compile(rf"({_NAME.pattern}\.sqlite)(?:-journal|-wal|-shm)?")
FORM = Form(
    name=re.compile(rf"{_NAME.pattern}(?:{re.escape(UNFINISHED)})?"),
    files=re.compile(
        rf"{MARK_NAME}|{CURRENT_NAME}|manifest\.json|vectors/(?:\d{{6}}\.faiss|removed\.npy)|words/(?:{WORDS_FILE})"
        r"|inventory\.json|vectors\.faiss|catalog\.sqlite(?:-journal|-wal|-shm)?"  # of older versions
    ),
    folders=frozenset({"vectors", "words"}),
)


def current_generation(index: Path) -> str | None:
    """Returns the name of the published generation, or None when there is none. Reads one line, so it is cheap.

    Raises:
        CorruptIndex: When the line cannot be read, or is no name of a generation.
    """
    path = index / CURRENT_NAME
    try:
        line = read_plain(path, _LONGEST_LINE).decode("utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise CorruptIndex(path, f"cannot be read: {error}") from error
    if not _NAME.fullmatch(line):
        raise CorruptIndex(path, f"names no generation, but says {line!r}")
    return line


def generation_folder(index: Path, name: str) -> Path:
    """Returns the folder of a generation."""
    return index / GENERATIONS_NAME / name


def own_generations(index: Path) -> list[Path]:
    """Returns the folders of generations that are surely Dateline's, whole and published or not."""
    place = index / GENERATIONS_NAME
    return [folder for folder in place.iterdir() if _is_own(folder)] if is_folder(place) else []


def new_generation(index: Path) -> Path:
    """Makes the folder of the generation after the newest one; its name still says that it is unfinished."""
    place = index / GENERATIONS_NAME
    place.mkdir(parents=True, exist_ok=True)
    # Also what is not Dateline's counts, so that no name is met twice.
    numbers = [int(path.name.partition("-")[0]) for path in place.iterdir() if FORM.name.fullmatch(path.name)]
    number = (max(numbers, default=0) + 1) % _NUMBERS
    folder = place / f"{number:06d}-{secrets.token_hex(3)}{UNFINISHED}"
    make_folder(folder)
    _sync(folder)  # the mark is on the disk before any file is that only it tells whose it is
    return folder


def catalog_path(index: Path, name: str) -> Path:
    """Returns the file of a catalogue."""
    return index / CATALOGS_NAME / name


def new_catalog(index: Path, unfinished: Path) -> Path:
    """Returns the file of the catalogue of a generation that starts from nothing; its folder is made."""
    (index / CATALOGS_NAME).mkdir(exist_ok=True)
    return catalog_path(index, f"{unfinished.name.removesuffix(UNFINISHED)}.sqlite")


def settle(unfinished: Path) -> Path:
    """Puts a finished folder on the disk under its own name; nothing says yet that it answers.

    Returns:
        The folder.
    """
    name = unfinished.name.removesuffix(UNFINISHED)
    # Written in there because nothing of somebody else can stand in its way, and no kill leaves it behind.
    (unfinished / CURRENT_NAME).write_text(name + "\n", "utf-8")
    for path in unfinished.rglob("*"):
        _sync(path)
    _sync(unfinished)
    folder = unfinished.with_name(name)
    unfinished.rename(folder)
    _sync(folder.parent)
    return folder


def point_to(index: Path, folder: Path) -> None:
    """Makes a settled folder the one that CURRENT names."""
    line = folder / CURRENT_NAME
    if not line.exists():  # it was used before
        line.write_text(folder.name + "\n", "utf-8")
        _sync(line)
    line.replace(index / CURRENT_NAME)
    _sync(index)


def publish(index: Path, unfinished: Path, manifest: Manifest, catalog: CatalogWriter) -> None:
    """Makes a finished folder the generation that answers.

    Args:
        index: Folder of the index.
        unfinished: The folder, which holds everything but its manifest.
        manifest: The manifest; it gets the sizes of the files.
        catalog: The catalogue, which holds everything.
    """
    manifest = replace(manifest, parts=part_sizes(unfinished))
    (unfinished / MANIFEST_NAME).write_text(manifest.to_json(), "utf-8")
    folder = settle(unfinished)
    _sync(index / CATALOGS_NAME)
    catalog.commit(folder.name)
    point_to(index, folder)


def sweep(index: Path, current: str | None) -> None:
    """Removes unfinished work, every generation but the published one that nobody reads, and their catalogues.

    Only the holder of the refresh lock may call it.

    Args:
        index: Folder of the index.
        current: The generation that answers; None when nobody knows.
    """
    own = own_generations(index)
    published = {folder.name for folder in own} & {current}  # none: then nobody knows which one is still needed
    for folder in own:
        if folder.name.endswith(UNFINISHED):
            remove(folder, _PROOFS)
        elif published and folder.name != current:
            _retire(folder)
    if published or not own:
        _sweep_catalogs(index)


def needed(index: Path) -> list[Manifest]:
    """Returns the manifests of all generations that are there; what else lies outside their folders nobody needs.

    Those of earlier versions are left out, as these have everything in their folders.

    Raises:
        CorruptIndex: Nobody knows what one of them needs.
        NewerIndex: A newer version made one.
    """
    place, found = index / GENERATIONS_NAME, []
    for folder in place.iterdir() if is_folder(place) else ():
        try:
            if not folder.name.endswith(UNFINISHED):
                found.append(read_manifest(folder))
        except OutdatedIndex:
            continue
        except CorruptIndex:
            if _is_own(folder):
                raise
    return found


def _sweep_catalogs(index: Path) -> None:
    """Removes the catalogues that no generation names."""
    place = index / CATALOGS_NAME
    try:
        named = {manifest.catalog for manifest in needed(index)}
    except (CorruptIndex, NewerIndex):
        return
    for path in place.iterdir() if is_folder(place) else ():
        match = CATALOG.fullmatch(path.name)
        if match and match[1] not in named and is_plain(path):
            path.unlink(missing_ok=True)


def _is_own(folder: Path) -> bool:
    return has_form(folder, FORM) and (is_marked(folder) or has_manifest(folder))


def _retire(folder: Path) -> None:
    """Removes a generation that nobody reads; else a later refresh tries again."""
    doomed = folder.with_name(folder.name + UNFINISHED)
    if os.path.lexists(doomed):
        return  # an empty folder of somebody else would be lost
    with nobody_reads(folder) as is_free:
        if not is_free:
            return
        try:
            folder.rename(doomed)  # first: a reader that comes now finds the whole generation or none
        except OSError:
            return  # somebody reads it, and the system tells by this
    remove(doomed, _PROOFS)


def _sync(path: Path) -> None:
    if path.is_file() and path.stat().st_nlink > 1:
        return  # linked from a generation that was put on the disk
    if sys.platform == "win32" and path.is_dir():
        return  # folders cannot be opened there
    handle = os.open(path, os.O_RDONLY if sys.platform != "win32" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
