"""What tells whether a file has changed: its stamp at once, its digest for certain."""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple, Self

from corpus.errors import UnreadableFile


class Stamp(NamedTuple):
    """What the file system says of a file; while it stays the same, the file does as a rule.

    A tuple, which is made and compared in a fraction of the time: there is one of each file.

    Attributes:
        size: Bytes.
        mtime_ns: Time of the last change of content, nanoseconds.
        ctime_ns: Time of the last change of the inode, nanoseconds.
        inode: Number of the inode.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int

    @classmethod
    def of(cls, info: os.stat_result) -> Self:
        """Takes the stamp of a file out of what `stat` tells."""
        return cls(info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)


def file_digest(path: Path) -> str:
    """Returns the hexadecimal sha256 of a file's bytes.

    Raises:
        UnreadableFile: It is gone, or may not be read.
    """
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror}") from error
