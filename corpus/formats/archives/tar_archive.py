"""Tar archives, packed by gzip or not: the files in them, in memory and within bounds; links are not followed."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from corpus.errors import UnreadableFile
from corpus.formats.archives.archive import Member
from corpus.formats.archives.containers import is_tar
from corpus.formats.archives.zip_archive import is_clutter
from corpus.text import clean_line
from corpus.text.decoding import GZIP_MAGIC

_BLOCK = 512  # bytes; heads and files begin at multiples of it
_MOST_MEMBERS = 2_000
_UNPACKED_LIMIT = 100_000_000  # bytes
_NAME_LIMIT = 10_000  # bytes
_FILES, _LONG_NAME, _FIELDS = (b"0", b"\0", b"7"), b"L", b"x"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file in an archive: its path, where it lies, and what is wrong with it."""

    path: str
    start: int = 0
    end: int = 0
    problem: str = ""


def tar_members_of(data: bytes) -> Iterator[Member]:
    """Returns the files of an archive, one after the other.

    The form is simple and the library's reader of it has more than once gone round for ever on damaged files, so the
    heads are read here: a head of 512 bytes with the file's size, then the file.

    Raises:
        UnreadableFile: It is damaged, or unpacks to more than is safe.
    """
    data = unpack_gzip(data, _UNPACKED_LIMIT + 1) if data.startswith(GZIP_MAGIC) else data
    if len(data) > _UNPACKED_LIMIT:
        raise UnreadableFile(f"unpacks to more than {_UNPACKED_LIMIT:,} bytes; that is more than is safe to read")
    entries = list(islice(_entries(data), _MOST_MEMBERS + 1))
    names = {entry.path for entry in entries}
    for entry in entries[:_MOST_MEMBERS]:
        path = PurePosixPath(entry.path)
        if entry.problem or not is_clutter(entry.path, names):
            shown = clean_line(entry.path)[-200:]
            yield Member(shown, data[entry.start : entry.end], entry.problem, suffix=path.suffix.lower())
    if len(entries) > _MOST_MEMBERS:
        yield Member("", problem=f"only the first {_MOST_MEMBERS:,} files are read")


def unpack_gzip(data: bytes, limit: int) -> bytes:
    """Unpacks the beginning of a gzip file, up to a limit; what is damaged gives nothing."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, limit)  # gzip
    except zlib.error:
        return b""


def _entries(data: bytes) -> Iterator[_Entry]:
    place, name = 0, ""
    while any(head := data[place : place + _BLOCK]):
        size = _size(head) if is_tar(head) else -1
        start = place + _BLOCK
        if size < 0 or start + size > len(data):
            if not place:
                raise UnreadableFile("is no tar archive, or a damaged one")
            yield _Entry(name, problem="the archive is damaged from here on; what follows is not read")
            return
        place = start + -(-size // _BLOCK) * _BLOCK
        kind = head[156:157]
        if kind in (_LONG_NAME, _FIELDS):
            name = _long_name(data[start : start + min(size, _NAME_LIMIT)], kind) or name
            continue
        if kind in _FILES:
            yield _Entry(name or _short_name(head), start, start + size)
        name = ""


def _size(head: bytes) -> int:
    """Returns the size that a head declares, in octal digits; -1 where it is none."""
    digits = head[124:136].strip(b"\0 ")
    return int(digits, 8) if digits and not digits.translate(None, b"01234567") else -1


def _short_name(head: bytes) -> str:
    prefix, name = (_text(head[start:end]) for start, end in ((345, 500), (0, 100)))
    return f"{prefix}/{name}" if prefix and head[263:265] == b"00" else name  # GNU keeps times there


def _long_name(content: bytes, kind: bytes) -> str:
    if kind == _LONG_NAME:
        return _text(content)
    lines = (line.partition(b" ")[2] for line in content.split(b"\n"))
    return next((_text(line[5:]) for line in lines if line.startswith(b"path=")), "")


def _text(field: bytes) -> str:
    return field.split(b"\0", 1)[0].decode(errors="replace")
