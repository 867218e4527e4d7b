"""One file to its articles."""

import hashlib
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.article import Article, source_of
from corpus.complete import complete_article, with_own_ids
from corpus.errors import Problem, UnreadableFile
from corpus.formats.draft import Draft, Hints
from corpus.formats.kinds import kind_of, limit_of, parse_file, too_large
from corpus.metadata import Sidecar
from corpus.scan import SourceFile

_PROBLEMS_LISTED = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one file.

    Attributes:
        articles: The articles, in order; no two share an id, but articles of other files may (see `with_own_ids`), and
            their outlets may be spelled otherwise (see `spellings_to_show`).
        problems: Records that could not become an article, at most 20 and a count of the others.
        digest: Hexadecimal sha256 of the file's bytes.
    """

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    digest: str


def read_articles(file: SourceFile, sidecar: Sidecar) -> Reading:
    """Reads the articles of one file.

    Raises:
        UnreadableFile: The file gives no article at all; the message says why.
    """
    suffix = file.path.suffix.lower()
    data = _read_bytes(file, limit_of(suffix))
    digest = hashlib.sha256(data).hexdigest()
    entry = sidecar.entry(file.name)
    if entry.skip:
        return Reading((), (), digest)
    if not data.strip():
        raise UnreadableFile("is empty")
    hints = Hints(entry.encoding, sidecar.date_order, sidecar.fields, sidecar.zone)
    parsed = parse_file(kind_of(data, suffix), data, hints)
    problems = [replace(problem, source=file.name + problem.source) for problem in parsed.problems]
    articles = _complete(parsed.drafts, file, sidecar, problems)
    return Reading(tuple(with_own_ids(articles)), _listed(problems, file.name), digest)


def _complete(
    drafts: tuple[Draft, ...], file: SourceFile, sidecar: Sidecar, problems: list[Problem]
) -> Iterable[Article]:
    for draft in drafts:
        source = source_of(file.name, draft.number)
        if sidecar.entry(source).skip:
            continue
        try:
            yield complete_article(draft, file.name, sidecar)
        except UnreadableFile as error:
            if draft.number is None:
                raise
            problems.append(Problem(source, str(error)))


def _listed(problems: list[Problem], name: str) -> tuple[Problem, ...]:
    if len(problems) <= _PROBLEMS_LISTED:
        return tuple(problems)
    rest = len(problems) - _PROBLEMS_LISTED
    return (*problems[:_PROBLEMS_LISTED], Problem(name, f"{rest} more records of this file could not be read"))


def _read_bytes(file: SourceFile, limit: int) -> bytes:
    """Reads a file that may have been replaced, cut or extended since it was found."""
    try:
        # Without O_NONBLOCK a pipe put in the file's place would block for ever.
        descriptor = os.open(file.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as stream:
            before = os.fstat(stream.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise UnreadableFile("is no longer a file")
            if before.st_size > limit:
                raise UnreadableFile(too_large(before.st_size, limit))
            data = stream.read(limit + 1)
            after = os.fstat(stream.fileno())
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror}") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise UnreadableFile("changed while it was read; it will be read at the next refresh")
    return data
