"""Leases: while somebody reads a generation, nobody removes it."""

import os
import sys
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.generation.manifest import MANIFEST_NAME

if sys.platform != "win32":
    import fcntl


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
        # Without O_NONBLOCK a pipe put in the file's place would block for ever.
        handle = os.open(folder / MANIFEST_NAME, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        self.release = weakref.finalize(self, os.close, handle)
        if sys.platform != "win32":
            try:
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                self.release()
                raise
            except OSError:
                return  # a file system without locks; `sweep` cannot lock there either, and removes nothing


@contextmanager
def nobody_reads(folder: Path) -> Iterator[bool]:
    """Says whether nobody holds a lease on a generation; then nobody can take one until this ends."""
    if sys.platform == "win32":
        yield True  # a folder with open files cannot be renamed there, so whoever removes it finds out
        return
    try:
        handle = os.open(folder / MANIFEST_NAME, os.O_RDWR)
    except FileNotFoundError:
        yield True
        return
    except OSError:
        yield False  # nobody can tell
        return
    try:
        yield _is_locked(handle)
    finally:
        os.close(handle)


def _is_locked(handle: int) -> bool:
    """Says whether a file could be locked, so that nobody else can; closing it ends that."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
