"""Writes a file that is there whole or not at all."""

import os
import secrets
from collections.abc import Iterable
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
