"""Writes a file that is there whole or not at all, and gives one a name without writing over another."""

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

PARTS = ".dateline-*.part"  # what is being written, or was by a process that was killed


def replace_file(path: Path, lines: Iterable[str]) -> None:
    """Writes lines beside a file and puts them in its place in one step. A link stays; what it leads to is replaced.

    Args:
        path: The file; whoever calls knows that what is there may go.
        lines: Its new text, UTF-8; each with its end of line.

    Raises:
        OSError: It cannot be written; then it is as it was.
    """
    target = path.resolve()
    part = target.with_name(PARTS.replace("*", secrets.token_hex(8)))
    with part.open("x", encoding="utf-8", newline="") as file:  # "x": never into a file that is there
        try:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
            file.close()  # some systems move no open file
            part.replace(target)
        except BaseException:
            file.close()
            part.unlink()
            raise


def settle(waiting: Path, path: Path) -> bool:
    """Gives a file a name that nobody has; the one that it had may stay.

    Args:
        waiting: The file.
        path: Its name from now on, in the same file system.

    Returns:
        False when something of that name is there, which stays as it is.

    Raises:
        OSError: It cannot be named so.
    """
    try:
        os.link(waiting, path)  # unlike a rename, it never writes over a file
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            return False
        waiting.replace(path)
    with suppress(OSError):  # folders cannot be synced everywhere
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return True
