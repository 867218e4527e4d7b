"""Zip archives: the files in them, read in memory and within bounds. Nothing is ever written under their names."""

import zipfile
from collections.abc import Container, Iterator
from io import BytesIO
from pathlib import PurePosixPath

from corpus.errors import UnreadableFile
from corpus.formats.archives.archive import Member
from corpus.passed_over import pages_saved_with
from corpus.text import clean_line

_ENTRY_MAGIC = b"PK\x01\x02"  # begins what an archive says of one member
_MOST_ENTRIES = 50_000  # the library lists them all before anything can be asked, in some 600 bytes each
_MOST_MEMBERS = 2_000
_UNPACKED_LIMIT = 100_000_000  # bytes of all members
_MOST_RATIO = 100  # unpacked to packed; text reaches 10, prose of one repeated word 300
_SMALL = 100_000  # bytes below which no ratio matters


def open_zip(data: bytes, kind: str = "zip archive") -> zipfile.ZipFile:
    """Opens an archive; what is in it is looked at by `check_sizes`.

    Args:
        data: The archive.
        kind: What it should be, for the message.

    Raises:
        UnreadableFile: It is damaged, or lists more members than is safe.
    """
    if data.count(_ENTRY_MAGIC) > _MOST_ENTRIES:
        raise UnreadableFile(f"lists more than {_MOST_ENTRIES:,} files; that is more than is safe to read")
    try:
        return zipfile.ZipFile(BytesIO(data))
    except Exception as error:  # zipfile fails on damaged archives in a dozen ways, IndexError among them
        raise UnreadableFile(f"is damaged or no {kind}") from error


def check_sizes(
    archive: zipfile.ZipFile, most_in_one: int = _UNPACKED_LIMIT, most_in_all: int = _UNPACKED_LIMIT
) -> None:
    """Looks at the sizes that an archive declares, before anything is unpacked.

    Args:
        archive: The archive.
        most_in_one: Most bytes of one member.
        most_in_all: Most bytes of all members.

    Raises:
        UnreadableFile: There are too many members, or they unpack to more than is safe.
    """
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        raise UnreadableFile(f"holds {len(members):,} files; the limit is {_MOST_MEMBERS:,}")
    unpacked = sum(member.file_size for member in members)
    if unpacked > most_in_all or any(member.file_size > most_in_one for member in members):
        raise UnreadableFile(f"unpacks to {unpacked:,} bytes; that is more than is safe to read")
    packed = sum(member.compress_size for member in members)
    if unpacked > _SMALL and unpacked > _MOST_RATIO * packed:
        raise UnreadableFile(f"unpacks to {unpacked // max(packed, 1)} times its size; that is no archive of articles")


def members_of(data: bytes) -> Iterator[Member]:
    """Unpacks the files of an archive, one after the other.

    Raises:
        UnreadableFile: It is damaged, or unpacks to more than is safe.
    """
    with open_zip(data) as archive:
        check_sizes(archive)
        names = set(archive.namelist())
        for info in archive.infolist():
            if info.filename and not info.is_dir() and not is_clutter(info.filename, names):
                yield unpack(archive, info)


def is_clutter(name: str, names: Container[str]) -> bool:
    """Says whether a system or a browser put a file there: hidden ones, and the pictures of a saved page."""
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts if part not in (".", ".."))
    folders = path.parents[:-1]  # the last is none
    return hidden or any(
        str(folder.with_name(page)) in names for folder in folders for page in pages_saved_with(folder.name)
    )


def unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    """Unpacks one file of an archive; what is wrong with it stands in the member."""
    name = clean_line(info.filename)[-200:]
    if info.flag_bits & 1:
        return Member(name, problem="is protected by a password")
    try:
        with archive.open(info) as stream:
            unpacked = stream.read(info.file_size + 1)  # no more than declared, whatever comes
    except Exception as error:  # as above
        return Member(name, problem=f"cannot be unpacked: {type(error).__name__}")
    if len(unpacked) != info.file_size:
        return Member(name, problem="is damaged")
    return Member(name, unpacked, suffix=PurePosixPath(name).suffix.lower())
