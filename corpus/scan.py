"""Finds the files of a corpus without opening them."""

from dataclasses import dataclass
from pathlib import Path

from corpus.problem import Problem


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the corpus and what the file system says of it.

    Attributes:
        path: Absolute path.
        name: Path inside the corpus folder, posix; for a corpus of one file, its name.
        size: Bytes.
        mtime_ns: Time of the last change of content, nanoseconds.
        ctime_ns: Time of the last change of the inode, nanoseconds.
        inode: Number of the inode.
    """

    path: Path
    name: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Scan:
    """The files to read, sorted by name, and what was passed over with a reason worth telling."""

    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
