"""Finds the files of a corpus without opening them."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusNotFound, Problem
from corpus.formats.kinds import SUFFIXES
from corpus.stamp import Stamp

SIDECARS = frozenset({"corpus.toml", "sources.csv", "dateline.toml"})

# People keep these as articles, so passing them over without a word would look like a loss.
_NOT_READ_YET = frozenset({".mbox", ".tar", ".doc", ".odt", ".rtf", ".epub", ".xlsx", ".tsv"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the corpus.

    Attributes:
        path: Absolute path.
        name: Path inside the corpus folder, posix; for a corpus of one file, its name.
        stamp: What the file system says of it.
    """

    path: Path
    name: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Scan:
    """The files to read, sorted by name, and what was passed over with a reason worth telling."""

    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]


def scan_corpus(root: Path) -> Scan:
    """Lists the files of a corpus.

    Links to folders are never followed; links to files only where they stay inside the root. Passed over are the
    sidecars, dot files, ``*_files`` folders (left by a browser's "Save page") and ``~$`` files (of open documents).

    Args:
        root: A folder, or one file of a kind that Dateline reads.

    Raises:
        CorpusNotFound: There is no such folder or file, or it may not be listed.
    """
    try:
        info = root.stat()
    except (OSError, ValueError) as error:
        raise CorpusNotFound(f"There is no folder or file {root}: check the path given as --articles.") from error
    found: list[SourceFile | Problem]
    if stat.S_ISDIR(info.st_mode):
        try:
            os.scandir(root).close()
        except OSError as error:
            raise CorpusNotFound(f"The folder {root} cannot be listed: {error.strerror}.") from error
        found = list(_walk(root.resolve()))
    elif stat.S_ISREG(info.st_mode):
        path = root.absolute()
        found = [_judge(path, root.name, info) or _unread(root.name)]
    else:
        raise CorpusNotFound(f"{root} is neither a folder nor a file.")
    return Scan(
        files=tuple(sorted((item for item in found if isinstance(item, SourceFile)), key=lambda file: file.name)),
        problems=tuple(sorted((item for item in found if isinstance(item, Problem)), key=lambda item: item.source)),
    )


def _walk(root: Path) -> Iterator[SourceFile | Problem]:
    folders = [(str(root), "")]
    while folders:
        folder, prefix = folders.pop()
        entries = _list_folder(folder)
        if isinstance(entries, str):
            yield Problem(prefix.rstrip("/"), entries)
            continue
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, name + "/"))
            elif found := _examine(entry, name, root):
                yield found


def _list_folder(folder: str) -> list[os.DirEntry[str]] | str:
    """Returns what in a folder may matter, or why it cannot be listed."""
    try:
        with os.scandir(folder) as listing:
            entries = [entry for entry in listing if not entry.name.startswith((".", "~$"))]
    except OSError as error:
        return f"the folder cannot be listed: {error.strerror}"
    if {"CURRENT", "generations"} <= {entry.name for entry in entries}:
        return []  # an index that lies among the articles
    return [entry for entry in entries if not entry.name.endswith("_files")]


def _examine(entry: os.DirEntry[str], name: str, root: Path) -> SourceFile | Problem | None:
    if name in SIDECARS:
        return None
    try:
        name.encode()
    except UnicodeEncodeError:
        readable = name.encode(errors="surrogateescape").decode(errors="replace")
        return Problem(readable, "its name is not valid UTF-8; rename the file")
    try:
        if not entry.is_symlink():
            return _judge(Path(entry.path), name, entry.stat(follow_symlinks=False))
        target = Path(entry.path).resolve(strict=True)
        if not target.is_relative_to(root):
            return Problem(name, "a link that leads out of the folder; copy the file into the folder instead")
        return None if target.is_dir() else _judge(Path(entry.path), name, target.stat())
    except (OSError, RuntimeError) as error:  # Python before 3.13 reports a loop of links as RuntimeError
        return Problem(name, f"cannot be examined: {getattr(error, 'strerror', None) or 'a loop of links'}")


def _judge(path: Path, name: str, info: os.stat_result) -> SourceFile | Problem | None:
    suffix = path.suffix.lower()
    if not stat.S_ISREG(info.st_mode):
        return Problem(name, "a pipe, socket or device, not a file") if suffix in SUFFIXES else None
    if suffix in SUFFIXES:
        return SourceFile(path, name, Stamp.of(info))
    return _unread(name) if suffix in _NOT_READ_YET else None


def _unread(name: str) -> Problem:
    return Problem(name, f"not a kind of file that Dateline reads yet (it reads {', '.join(sorted(SUFFIXES))})")
