"""The folder of an index: whose it is, and who may work in it."""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.disk.ownership import has_form
from index.disk.plain_file import is_folder, is_plain
from index.errors import CorruptIndex, IndexNotFound, IndexNotWritable, NotAnIndex, RefreshRunning
from index.generation.publish import (
    CATALOG,
    CATALOGS_NAME,
    CURRENT_NAME,
    FORM,
    GENERATIONS_NAME,
    current_generation,
    own_generations,
    point_to,
    sweep,
)
from index.generation.published import find_published
from index.workspace.folder import WORKSPACE_NAME

LOCK_NAME = "refresh.lock"
TABLE_NAME = "passages.lance"  # of the store that keeps vectors and words in one table for all generations
FEEDBACK_NAME = "feedback"  # where versions before the workspace kept what readers say
_SHOWN = 3


@contextmanager
def alone(index: Path, *, rebuild: bool = False, tidy: Callable[[], None] | None = None) -> Iterator[None]:
    """Holds the lock of the one refresh that may run in a folder, and leaves nothing unfinished there.

    Args:
        index: The folder of the index; made where there is none.
        rebuild: Give another name to what stands in the place of a part of the index and is none.
        tidy: Removes what lies outside of generations, once those are gone that nobody needs.

    Raises:
        NotAnIndex: The folder holds other things and no index.
        NewerIndex: A newer version of Dateline made the index.
        RefreshRunning: Another process is at it.
        CorruptIndex: Something else stands in the place of a part of the index.
        IndexNotWritable: The folder cannot be used.
    """
    lock = FileLock(index / LOCK_NAME, timeout=0)
    with writable(index):
        check_folder(index)
        index.mkdir(parents=True, exist_ok=True)
        _clear(index / LOCK_NAME, aside=rebuild)
        try:
            held = lock.acquire()
        except Timeout as error:
            raise RefreshRunning(
                f"The index in {index} is being refreshed by another process; wait for it, or stop it and try again."
            ) from error
    with held:
        with writable(index):
            _clear(index / CURRENT_NAME, aside=rebuild)
            _clear(index / GENERATIONS_NAME, aside=rebuild)
            _clear(index / CATALOGS_NAME, aside=rebuild)
            _sweep(index, tidy)  # what a killed refresh left behind, and what somebody read when the last one ended
        try:
            yield
        finally:
            with writable(index):
                _sweep(index, tidy)


def _sweep(index: Path, tidy: Callable[[], None] | None) -> None:
    sweep(index, _answering(index))
    if tidy:
        tidy()


def holds_table(index: Path) -> bool:
    """Says whether the table is there and has rows, in whatever version; asks no library for it."""
    return any((index / TABLE_NAME / "data").glob("*"))


def _answering(index: Path) -> str | None:
    """Returns the generation that answers, and has CURRENT name it, if a refresh was killed before it did."""
    try:
        named = current_generation(index)
    except CorruptIndex:
        return None
    try:
        published = find_published(index)
    except (CorruptIndex, IndexNotFound):
        return named
    if published.generation != named:
        point_to(index, published.folder)
    published.close()
    return published.generation


@contextmanager
def writable(index: Path) -> Iterator[None]:
    """Turns what the system says when something cannot be written into words.

    Raises:
        IndexNotWritable: Something could not be written.
        CorruptIndex: The catalogue is damaged where it was to be changed.
    """
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise IndexNotWritable(
            f"The index in {index} cannot be written: {error}. Make room there, or let Dateline write there, and try "
            "again. The old index, if there is one, still answers."
        ) from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise  # not of the file: a mistake in what was to be written
        raise CorruptIndex(index / CATALOGS_NAME, f"cannot be read: {error}") from error


def check_folder(index: Path) -> None:
    """Makes sure that a folder is new, empty or an index. What lies beside an index is nobody's business.

    Args:
        index: The folder, which need not exist.

    Raises:
        NotAnIndex: It holds other things and no index.
        IndexNotWritable: It cannot be looked into.
    """
    with writable(index):
        strange = sorted(_strange(index)) if index.is_dir() else []
        foreign = strange and not _holds_index(index)
    if foreign:
        shown = ", ".join(map(repr, strange[:_SHOWN])) + (", ..." if len(strange) > _SHOWN else "")
        raise NotAnIndex(
            f"{index} holds other things ({shown}) and no index, so nothing was changed there. Give --index an empty "
            "folder or a new one."
        )


def _clear(part: Path, *, aside: bool) -> None:
    """Makes sure that nothing else stands where a part of an index belongs: whose it is, nobody knows."""
    if not os.path.lexists(part) or _PARTS[part.name](part):
        return
    if aside:
        part.rename(part.with_name(f"{part.name}.{secrets.token_hex(3)}"))
    elif part.name != CURRENT_NAME:  # whoever reads that one says more about it
        raise CorruptIndex(part, "is not what belongs there")


def _strange(index: Path) -> Iterator[str]:
    """Gives the names of what does not look like a part of an index."""
    for path in index.iterdir():
        fits = _PARTS.get(path.name)
        if not (fits and fits(path)):
            yield path.name
    if is_folder(place := index / GENERATIONS_NAME):
        yield from (f"{GENERATIONS_NAME}/{path.name}" for path in place.iterdir() if not has_form(path, FORM))
    if is_folder(place := index / CATALOGS_NAME):
        yield from (f"{CATALOGS_NAME}/{path.name}" for path in place.iterdir() if not CATALOG.fullmatch(path.name))


def _holds_index(index: Path) -> bool:
    return bool(own_generations(index)) or _is_pointer(index / CURRENT_NAME)


def _is_pointer(path: Path) -> bool:
    try:
        return current_generation(path.parent) is not None
    except CorruptIndex:
        return False


_PARTS: dict[str, Callable[[Path], bool]] = {
    CURRENT_NAME: _is_pointer,
    LOCK_NAME: is_plain,
    GENERATIONS_NAME: is_folder,
    CATALOGS_NAME: is_folder,
    TABLE_NAME: is_folder,
    WORKSPACE_NAME: is_folder,
    FEEDBACK_NAME: is_folder,
}
