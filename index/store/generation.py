"""Generations: folders that are written beside the old one, published whole, and never changed again.

``INDEX/{CURRENT, refresh.lock, generations/<name>/...}``. CURRENT holds the name of the published generation in
one line and is only ever replaced as a whole. A folder whose name ends in ``.tmp`` is unfinished work or on its way
out; nobody reads it and the next refresh removes it.
"""

import os
import secrets
import shutil
import sys
import weakref
from pathlib import Path

from index.errors import CorruptIndex
from index.store.manifest import MANIFEST_NAME, REBUILD

if sys.platform != "win32":
    import fcntl

CURRENT_NAME = "CURRENT"
UNFINISHED = ".tmp"


class Lease:
    """Keeps a generation from being removed while somebody reads it.

    It is a shared lock on the manifest, held by an open file: the system lets go of it when the process dies. It
    ends with `release`, or when nobody holds the object any more.
    """

    def __init__(self, folder: Path) -> None:
        """Takes the lease.

        Args:
            folder: Folder of the generation.

        Raises:
            OSError: When the generation is not there, or is being removed.
        """
        handle = os.open(folder / MANIFEST_NAME, os.O_RDONLY)
        self.release = weakref.finalize(self, os.close, handle)
        if sys.platform != "win32":
            try:
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                self.release()
                raise
            except OSError:
                return  # a file system without locks; `sweep` cannot lock there either, and removes nothing


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


def copy_words(old: Path, new: Path) -> None:
    """Makes a copy of a folder of tantivy that can be changed without changing the old one.

    Segment files are never changed, only added and unlinked, so they are linked; the few files that say which
    segments there are get copied. Locks belong to the folder they lie in.

    Args:
        old: Folder of the published words.
        new: Folder to make.
    """
    new.mkdir()
    for path in old.iterdir():
        if path.suffix == ".lock":
            continue
        if path.name in ("meta.json", ".managed.json"):
            shutil.copyfile(path, new / path.name)
        else:
            _link(path, new / path.name)


def part_sizes(folder: Path) -> dict[str, int]:
    """Returns the size in bytes of each file of a generation but the manifest and locks, by its path inside it."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock" and path.name != MANIFEST_NAME
    }


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
        if folder.name != current and not _is_read(folder):
            _remove(folder)


def _is_read(folder: Path) -> bool:
    if sys.platform == "win32":
        return False  # a folder with open files cannot be renamed there, so `_remove` finds out
    try:
        handle = os.open(folder / MANIFEST_NAME, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True  # nobody can tell
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


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


def _link(path: Path, new: Path) -> None:
    try:
        os.link(path, new)
    except OSError:  # a file system without hard links
        shutil.copyfile(path, new)


def _sync(path: Path) -> None:
    if sys.platform == "win32" and path.is_dir():
        return  # folders cannot be opened there
    handle = os.open(path, os.O_RDONLY if sys.platform != "win32" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
