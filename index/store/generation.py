"""Generations: folders that are written beside the old one, published whole, and never changed again.

``INDEX/{CURRENT, refresh.lock, generations/<name>/...}``. CURRENT holds the name of the published generation in
one line and is only ever replaced as a whole. A folder whose name ends in ``.tmp`` is unfinished work or on its way
out; nobody reads it and the next refresh removes it.
"""

import os
import secrets
import shutil
import sys
from pathlib import Path

from index.errors import REBUILD, CorruptIndex
from index.store.lease import is_read

CURRENT_NAME = "CURRENT"
UNFINISHED = ".tmp"


def current_generation(index: Path) -> str | None:
    """Returns the name of the published generation, or None when there is none. Reads one line, so it is cheap.

    Raises:
        CorruptIndex: When the line cannot be read.
    """
    path = index / CURRENT_NAME
    try:
        return path.read_text("utf-8").strip() or None
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise CorruptIndex(f"{path} cannot be read: {error}. {REBUILD}") from error


def generation_folder(index: Path, name: str) -> Path:
    """Returns the folder of a generation."""
    return index / "generations" / name


def new_generation(index: Path) -> Path:
    """Makes the empty folder of the generation after the newest one; its name still says that it is unfinished."""
    place = index / "generations"
    place.mkdir(parents=True, exist_ok=True)
    numbers = [int(folder.name.partition("-")[0]) for folder in _generations(place)]
    folder = place / f"{max(numbers, default=0) + 1:06d}-{secrets.token_hex(3)}{UNFINISHED}"
    folder.mkdir()
    return folder


def publish(index: Path, unfinished: Path) -> str:
    """Makes a finished folder the published generation.

    Everything is on the disk before its name appears, and its name before CURRENT says it, so that a crash at any
    moment leaves the old or the new generation, whole.

    Returns:
        Name of the generation.
    """
    for path in unfinished.rglob("*"):
        _sync(path)
    _sync(unfinished)
    name = unfinished.name.removesuffix(UNFINISHED)
    unfinished.rename(generation_folder(index, name))
    _sync(index / "generations")
    pointer = index / (CURRENT_NAME + UNFINISHED)
    pointer.write_text(name + "\n", "utf-8")
    _sync(pointer)
    pointer.replace(index / CURRENT_NAME)
    _sync(index)
    return name


def sweep(index: Path) -> None:
    """Removes unfinished work, and every generation but the published one that nobody reads.

    Only the holder of the refresh lock may call it.
    """
    place = index / "generations"
    if not place.is_dir():
        return
    for leftover in place.glob(f"*{UNFINISHED}"):
        shutil.rmtree(leftover, ignore_errors=True)
    current = current_generation(index)
    for folder in _generations(place):
        if folder.name != current and not is_read(folder):
            _remove(folder)


def _remove(folder: Path) -> None:
    # Renamed first: a reader that comes now finds the whole generation or none.
    doomed = folder.with_name(folder.name + UNFINISHED)
    try:
        folder.rename(doomed)
    except OSError:
        return  # somebody reads it; a later refresh tries again
    shutil.rmtree(doomed, ignore_errors=True)


def _generations(place: Path) -> list[Path]:
    return [
        folder
        for folder in place.iterdir()
        if folder.is_dir() and not folder.name.endswith(UNFINISHED) and folder.name.partition("-")[0].isdigit()
    ]


def _sync(path: Path) -> None:
    if sys.platform == "win32" and path.is_dir():
        return  # folders cannot be opened there
    handle = os.open(path, os.O_RDONLY if sys.platform != "win32" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
