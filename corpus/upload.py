"""Takes a file into the folder of articles: checked first, under a safe name, never over another."""

import os
import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article
from corpus.errors import Problem, UnreadableFile
from corpus.formats.kinds import SUFFIXES
from corpus.metadata import load_sidecar
from corpus.read import read_articles
from corpus.scan import SIDECARS, SourceFile
from corpus.stamp import Stamp, file_digest
from corpus.whole_file import settle

_LONGEST_STEM = 120  # bytes; file systems take 255 of a name, encrypted ones 143
_MOST_OF_A_NAME = 999
_SAFE_MARKS = frozenset(" ._-–,()[]+=@'’")  # others mean something to a shell, a URL or a system
_SUFFIX = re.compile(r"[A-Za-z0-9]{1,10}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # devices of Windows


@dataclass(frozen=True, slots=True)
class Added:
    """A file that now lies among the articles.

    Attributes:
        path: Where it lies.
        articles: What it holds.
        problems: Records in it that could not become an article, or take one back.
        new: False when the same file lay there already.
    """

    path: Path
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    new: bool


def add_upload(upload: Path, name: str, root: Path) -> Added:
    """Puts a copy of a file into the folder of articles, if it can be read.

    The index is not refreshed. Until the copy is whole and on the disk it has a name that nobody reads.

    Args:
        upload: The file as it came; not changed.
        name: The name it had where it came from. Only its last part counts, without what could do harm.
        root: The folder of articles.

    Raises:
        UnreadableFile: It cannot be taken; the message is a whole sentence and names the file.
        BadSidecar: corpus.toml or sources.csv cannot be used as it is written.
    """
    wanted = safe_name(name)
    waiting = root / f".upload-{secrets.token_hex(8)}{Path(wanted).suffix.lower()}"
    try:
        _check(wanted, root)
        with _copied(upload, waiting, SUFFIXES[waiting.suffix].limit) as digest:
            return _place(waiting, digest, wanted, root)
    except OSError as error:
        raise UnreadableFile(f"{wanted} was not added: {error.strerror or error}.") from error
    except UnreadableFile as error:
        raise UnreadableFile(f"{wanted} was not added: {error}.") from error


def _check(wanted: str, root: Path) -> None:
    if not root.is_dir():
        raise UnreadableFile(f"the articles are one file, {root.name}; start Dateline with a folder to add files to it")
    if Path(wanted).suffix.lower() not in SUFFIXES:
        raise UnreadableFile(f"it is not of a kind that Dateline reads ({', '.join(sorted(SUFFIXES))})")


def _place(waiting: Path, digest: str, wanted: str, root: Path) -> Added:
    """Gives the copy the first free name under which it can be read: corpus.toml may say something of a name."""
    sidecar, stamp = load_sidecar(root), Stamp.of(waiting.stat())
    for name in _names(wanted):
        path = root / name
        taken = path.is_symlink() or path.exists()
        if taken and not _is_the_same(path, digest):
            continue
        reading = read_articles(SourceFile(waiting, name, stamp), sidecar)
        if not reading.articles:
            raise UnreadableFile(reading.problems[0].reason if reading.problems else "corpus.toml says to skip it")
        if taken or settle(waiting, path):
            taken_back = [article for article in reading.articles if article.edition and article.edition.withdraws]
            standing = tuple(article for article in reading.articles if article not in taken_back)
            return Added(path, standing, (*reading.problems, *map(_withdrawal, taken_back)), new=not taken)
    raise UnreadableFile("too many files have this name")


def _withdrawal(article: Article) -> Problem:
    item = article.edition.item if article.edition else ""
    return Problem(article.source, f"withdraws {item}, and is no article itself")


def safe_name(name: str) -> str:
    """Returns a name that is no path, that no system takes for something else, and that ends as the given one does."""
    last = (
        unicodedata.normalize("NFC", name.encode(errors="replace").decode())
        .replace("\\", "/")
        .rpartition("/")[2]
        .strip()
    )
    stem, _, ending = last.rpartition(".")
    suffix = f".{ending}" if _SUFFIX.fullmatch(ending) and "." in last else ""
    stem = _bare("".join(character if _is_safe(character) else "_" for character in (stem if suffix else last)))
    if not stem or _RESERVED.match(stem):
        stem = _bare(f"article {stem}")
    return _bare(stem.encode()[:_LONGEST_STEM].decode(errors="ignore")) + suffix


def _is_safe(character: str) -> bool:
    return character.isalnum() or character in _SAFE_MARKS or unicodedata.category(character).startswith("M")


def _bare(stem: str) -> str:
    return stem.strip(" .-")


def _names(wanted: str) -> Iterator[str]:
    """Gives the name and then numbered ones; those that mean something beside articles are left out."""
    stem, suffix = Path(wanted).stem, Path(wanted).suffix
    yield from (name for name in [wanted] if name.lower() not in SIDECARS)
    yield from (f"{stem} ({number}){suffix}" for number in range(2, _MOST_OF_A_NAME))


@contextmanager
def _copied(upload: Path, path: Path, limit: int) -> Iterator[str]:
    """Copies a file to the disk; gives the hexadecimal sha256 of its bytes. The name goes at the end."""
    copy = path.open("xb")
    try:
        with copy, upload.open("rb") as source:
            size = os.fstat(source.fileno()).st_size
            if size > limit:
                raise UnreadableFile(f"has {size:,} bytes; the limit for this kind of file is {limit:,}")
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
        yield file_digest(path)
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _is_the_same(path: Path, digest: str) -> bool:
    return path.is_file() and not path.is_symlink() and file_digest(path) == digest
