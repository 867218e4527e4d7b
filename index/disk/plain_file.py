"""Reads a small file that is a file: what a link, a pipe or a folder in its place leads to is not read."""

import os
import stat
from pathlib import Path


def is_plain(path: Path) -> bool:
    """Returns whether a file stands there, and no link to one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Returns whether a folder stands there, and no link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def read_plain(path: Path, most: int) -> bytes:
    """Returns the bytes of a file; never waits, as the reader of a pipe does.

    Args:
        path: The file.
        most: How many bytes it may have.

    Raises:
        OSError: It cannot be read, is larger, or is no file.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError("it is a link, a folder or a pipe, not a file")
    # Something else may have taken its place since: the flags are for that.
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, os.O_RDONLY | flags), "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(f"it has more than {most:,} bytes")
    return data
