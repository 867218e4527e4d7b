"""Generations: folders that are written beside the old one, published whole, and never changed again.

``INDEX/{CURRENT, refresh.lock, generations/<name>/...}``. CURRENT holds the name of the published generation in
one line and is only ever replaced as a whole. A generation whose name ends in ``.tmp`` is unfinished work or on its way
out; nobody reads it and the next refresh removes it. What else lies there is left alone (see `index.disk.ownership`).
"""

import os
import re
import secrets
import sys
from pathlib import Path

from index.disk.ownership import MARK_NAME, Form, has_form, is_marked, make_folder, remove
from index.disk.plain_file import is_folder, read_plain
from index.errors import CorruptIndex
from index.search.lexical import WORDS_FILE
from index.store.lease import is_read
from index.store.manifest import MANIFEST_NAME, has_manifest

CURRENT_NAME = "CURRENT"
GENERATIONS_NAME = "generations"
UNFINISHED = ".tmp"

_NAME = re.compile(r"[0-9]{6}-[0-9a-f]{6}")
_NUMBERS = 1_000_000  # after the last comes 0 again; no more than two or three are there at a time
_LONGEST_LINE = 64
_PROOFS = (MARK_NAME, MANIFEST_NAME)  # that a generation is Dateline's: older versions set no marks
FORM = Form(
    name=re.compile(rf"{_NAME.pattern}(?:{re.escape(UNFINISHED)})?"),
    files=re.compile(
        rf"{MARK_NAME}|{CURRENT_NAME}|manifest\.json|inventory\.json|vectors\.faiss"
        rf"|catalog\.sqlite(?:-journal|-wal|-shm)?|words/(?:{WORDS_FILE.pattern})"
    ),
    folders=frozenset({"words"}),
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


def publish(index: Path, unfinished: Path) -> str:
    """Makes a finished folder the published generation.

    Everything is on the disk before its name appears, and its name before CURRENT says it, so that a crash at any
    moment leaves the old or the new generation, whole.

    Returns:
        Name of the generation.
    """
    name = unfinished.name.removesuffix(UNFINISHED)
    # Written in there because nothing of somebody else can stand in its way, and no kill leaves it behind.
    (unfinished / CURRENT_NAME).write_text(name + "\n", "utf-8")
    for path in unfinished.rglob("*"):
        _sync(path)
    _sync(unfinished)
    folder = generation_folder(index, name)
    unfinished.rename(folder)
    _sync(folder.parent)
    (folder / CURRENT_NAME).replace(index / CURRENT_NAME)
    _sync(index)
    return name


def sweep(index: Path) -> None:
    """Removes unfinished work, and every generation but the published one that nobody reads.

    Only the holder of the refresh lock may call it.
    """
    try:
        current = current_generation(index)
    except CorruptIndex:
        current = None
    own = own_generations(index)
    published = {folder.name for folder in own} & {current}  # none: then nobody knows which one is still needed
    for folder in own:
        if folder.name.endswith(UNFINISHED):
            remove(folder, _PROOFS)
        elif published and folder.name != current and not is_read(folder):
            _retire(folder)


def _is_own(folder: Path) -> bool:
    return has_form(folder, FORM) and (is_marked(folder) or has_manifest(folder))


def _retire(folder: Path) -> None:
    # Renamed first: a reader that comes now finds the whole generation or none.
    doomed = folder.with_name(folder.name + UNFINISHED)
    if os.path.lexists(doomed):
        return  # an empty folder of somebody else would be lost
    try:
        folder.rename(doomed)
    except OSError:
        return  # somebody reads it; a later refresh tries again
    remove(doomed, _PROOFS)


def _sync(path: Path) -> None:
    if sys.platform == "win32" and path.is_dir():
        return  # folders cannot be opened there
    handle = os.open(path, os.O_RDONLY if sys.platform != "win32" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
