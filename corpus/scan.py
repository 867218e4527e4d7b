"""Finds the files of a corpus; only those whose names do not tell what they are, are opened for it."""

import os
import stat
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import CorpusNotFound, Problem
from corpus.formats.kinds import HEAD, SUFFIXES, tells_kind
from corpus.passed_over import PassedOver, Rule, count_by_rule, pages_saved_with
from corpus.stamp import Stamp

SIDECARS = frozenset({"corpus.toml", "sources.csv", "dateline.toml"})

# People keep these as articles, so to count them with styles and pictures would look like a loss. What to do with them:
_ADVICE = {
    **dict.fromkeys((".dot", ".wps", ".wpd", ".pages"), "save it as .docx"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key", ".djvu", ".ps", ".xps"), "save it as PDF"),
    **dict.fromkeys((".rar", ".7z", ".bz2", ".xz", ".zst"), "unpack it"),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".kfx", ".fb2"), "convert it to EPUB"),
    **dict.fromkeys((".pst", ".ost", ".dbx"), "export its mails as .mbox or .eml"),
    **dict.fromkeys((".url", ".webloc", ".desktop"), "save the page that it leads to"),
    **dict.fromkeys((".crdownload", ".part", ".download", ".opdownload"), "it is an unfinished download: finish it"),
    **dict.fromkeys((".numbers", ".wk1", ".sqlite", ".mdb", ".accdb", ".parquet"), "export its table as CSV"),
}
# Whose first bytes need not be looked at.
_NO_ARTICLES = frozenset(
    """
    .apk .avi .avif .bak .bmp .class .css .db .dll .eot .exe .flac .gif .heic .ico .ini .jar .jpeg .jpg .js .lnk .log
    .m4a .m4v .map .mjs .mkv .mov .mp3 .mp4 .mpg .ogg .otf .png .psd .py .pyc .sh .so .svg .tif .tiff .tmp .toml
    .ts .ttf .wasm .wav .webm .webp .wmv .woff .woff2 .yaml .yml
    """.split()
)


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
    """All that lies in a corpus.

    Attributes:
        folder: The folder that holds the files, directly or below.
        stamps: What the file system says of each file to read, by its name, in no order.
        problems: What cannot be read, and why.
        passed_over: How many others there are, by the rule that passes them over.
    """

    folder: Path
    stamps: Mapping[str, Stamp]
    problems: tuple[Problem, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()

    def file(self, name: str) -> SourceFile:
        """Returns one of the files to read."""
        return SourceFile(self.folder / name, name, self.stamps[name])

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """The files to read, sorted by name."""
        return tuple(self.file(name) for name in sorted(self.stamps))


_Passed = tuple[Rule, str]
_Found = Stamp | Problem | _Passed


def scan_corpus(root: Path) -> Scan:
    """Lists the files of a corpus.

    Links to folders are never followed; links to files only where they stay inside the root. Only of files whose names
    do not tell what they are the first bytes are looked at.

    Args:
        root: A folder, or one file of a kind that Dateline reads.

    Raises:
        CorpusNotFound: There is no such folder or file, or it may not be listed.
    """
    try:
        info = root.stat()
    except (OSError, ValueError) as error:
        raise CorpusNotFound(f"There is no folder or file {root}: check the path given as --articles.") from error
    if stat.S_ISDIR(info.st_mode):
        try:
            os.scandir(root).close()
        except OSError as error:
            raise CorpusNotFound(f"The folder {root} cannot be listed: {error.strerror}.") from error
        walk = _Walk(root.resolve())
        walk.through_all()
    elif stat.S_ISREG(info.st_mode):
        path = root.absolute()
        walk, judged = _Walk(path.parent), _judge(path, root.name, info)
        if not isinstance(judged, Stamp | Problem):
            judged = Problem(root.name, f"not a kind of file that is read ({', '.join(sorted(SUFFIXES))})")
        walk.keep(root.name, judged)
    else:
        raise CorpusNotFound(f"{root} is neither a folder nor a file.")
    return Scan(
        folder=walk.root,
        stamps=walk.stamps,
        problems=tuple(sorted(walk.problems, key=lambda problem: problem.source)),
        passed_over=count_by_rule(walk.passed),
    )


@dataclass(slots=True)
class _Walk:
    """A walk through a folder, and what it found so far."""

    root: Path
    stamps: dict[str, Stamp] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    passed: list[_Passed] = field(default_factory=list)

    def keep(self, name: str, found: _Found) -> None:
        """Keeps what was found under a name."""
        if isinstance(found, Stamp):
            self.stamps[name] = found
        elif isinstance(found, Problem):
            self.problems.append(found)
        else:
            self.passed.append(found)

    def through_all(self) -> None:
        """Finds what lies in the folder and below."""
        folders = [(str(self.root), "")]
        while folders:
            folder, prefix = folders.pop()
            try:
                with os.scandir(folder) as listing:
                    entries = {entry.name: entry for entry in listing}
            except OSError as error:
                self.keep("", Problem(prefix.rstrip("/"), f"the folder cannot be listed: {error.strerror}"))
                continue
            if {"CURRENT", "generations"} <= entries.keys():
                self.keep("", (Rule.INDEX, prefix.rstrip("/") or self.root.name))
                continue
            folders += [(path, f"{inside}/") for path, inside in self._through(entries, prefix)]

    def _through(self, entries: Mapping[str, os.DirEntry[str]], prefix: str) -> Iterator[tuple[str, str]]:
        """Finds what lies in one folder, and gives the folders in it: their paths, and their names in the corpus."""
        for name, entry in entries.items():
            whole = prefix + name
            if stamp := _stamp_of_article(entry):
                self.stamps[whole] = stamp
            elif rule := _rule_for(name, entries):
                self.keep(whole, (rule, name))
            elif entry.is_dir(follow_symlinks=False):
                yield entry.path, whole
            elif whole not in SIDECARS:
                self.keep(whole, _examine(entry, whole, self.root))


def _stamp_of_article(entry: os.DirEntry[str]) -> Stamp | None:
    """Returns the stamp of a plain file whose name tells at once that it is read: most are, of perhaps very many."""
    name = entry.name
    if name[name.rfind(".") :].lower() not in SUFFIXES or name[0] in ".~" or name in SIDECARS or not name.isascii():
        return None
    try:
        return Stamp.of(entry.stat(follow_symlinks=False)) if entry.is_file(follow_symlinks=False) else None
    except OSError:
        return None  # whoever looks closer says why


def _rule_for(name: str, beside: Container[str]) -> Rule | None:
    """Returns the rule that passes a file or folder over by its name, if one does."""
    if name.startswith("."):
        return Rule.HIDDEN
    if name.startswith("~$"):
        return Rule.OPEN
    return Rule.OF_SAVED_PAGE if any(page in beside for page in pages_saved_with(name)) else None


def _examine(entry: os.DirEntry[str], name: str, root: Path) -> _Found:
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
        if target.is_dir():
            return Problem(name, "a link to a folder, which is not followed; what it leads to is read where it lies")
        return _judge(Path(entry.path), name, target.stat())
    except (OSError, RuntimeError) as error:  # Python before 3.13 reports a loop of links as RuntimeError
        return Problem(name, f"cannot be examined: {getattr(error, 'strerror', None) or 'a loop of links'}")


def _judge(path: Path, name: str, info: os.stat_result) -> _Found:
    suffix = path.suffix.lower()
    if not stat.S_ISREG(info.st_mode):
        return Problem(name, "a pipe, socket or device, not a file")
    if suffix in SUFFIXES:
        return Stamp.of(info)
    if suffix in _ADVICE:
        return Problem(name, f"{suffix} files are not read: {_ADVICE[suffix]}")
    if suffix not in _NO_ARTICLES and tells_kind(_head(path)):
        return Stamp.of(info)
    return (Rule.KIND, suffix) if suffix else (Rule.WITHOUT_ENDING, path.name)


def _head(path: Path) -> bytes:
    """Returns the first bytes of a file; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""
