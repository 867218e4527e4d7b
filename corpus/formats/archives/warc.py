"""WARC files, as crawlers write them, and WET files: the pages in them or their texts, with their addresses."""

import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from typing import Any

from corpus.errors import UnreadableFile
from corpus.formats.archives.archive import Member
from corpus.text.decoding import GZIP_MAGIC

WARC_MAGIC = b"WARC/"
_MOST_PAGES = 20_000
_PAGE_LIMIT = 5_000_000  # bytes of one page, as for pages in files
_PART_LIMIT = 50_000_000  # bytes of one part of a gzip file
_STEP = 65_536  # bytes that are unpacked at a time


def pages_of(data: bytes) -> Iterator[Member]:
    """Returns the pages that a crawler received, one after the other; pictures, failures and redirects are passed over.

    WET files have the texts of such pages; they are returned as texts.

    Raises:
        UnreadableFile: It is no WARC file, or the library that reads it is not installed.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise UnreadableFile('needs warcio, which is not installed: pip install "dateline[warc]"') from error
    number = 0
    try:
        found = (
            _member(record, suffix)
            for part in _parts(data)
            for record in ArchiveIterator(BytesIO(part))
            if (suffix := _suffix(record))
        )
        for member in _quietly(found):
            number += 1
            if number > _MOST_PAGES:
                yield Member("", problem=f"only the first {_MOST_PAGES:,} pages are read")
                return
            yield member
    except (ArchiveLoadFailed, ValueError, EOFError, OSError, AttributeError, KeyError, zlib.error) as error:
        if not number:
            raise UnreadableFile("is no web archive (WARC), or a damaged one; unpack other gzip files first") from error
        yield Member("", problem=f"is damaged after {number:,} pages; the rest is not read")


def _member(record: Any, suffix: str) -> Member:  # noqa: ANN401  (the library ships no types)
    content = record.content_stream().read(_PAGE_LIMIT + 1)
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    too_large = f"has more than {_PAGE_LIMIT:,} bytes" if len(content) > _PAGE_LIMIT else ""
    return Member(url[:200], content, too_large, url=url, suffix=suffix)


def _quietly(members: Iterator[Member]) -> Iterator[Member]:
    """Passes members on without what the library has to say about them on standard error."""
    while True:
        with redirect_stderr(StringIO()):
            member = next(members, None)
        if member is None:
            return
        yield member


def _parts(data: bytes) -> Iterator[bytes]:
    """Unpacks the parts of a gzip file, of which crawlers make one for each record, so that none grows out of bounds.

    Raises:
        ValueError: A part is too large, or does not begin as a record does.
    """
    if not data.startswith(GZIP_MAGIC):
        yield data
        return
    place = 0
    while place < len(data):
        part, place = _unpack(data, place)
        if not part.lstrip().startswith(WARC_MAGIC):
            raise ValueError("no record of a web archive")
        yield part


def _unpack(data: bytes, place: int) -> tuple[bytes, int]:
    """Returns the part that begins at a place, and where the next one does."""
    unpacker = zlib.decompressobj(wbits=31)  # gzip
    unpacked = bytearray()
    while not unpacker.eof:
        piece = data[place : place + _STEP]
        if not piece:
            raise EOFError("the last part is cut off")
        unpacked += unpacker.decompress(piece, _PART_LIMIT + 1 - len(unpacked))
        if len(unpacked) > _PART_LIMIT:
            raise ValueError("a part is too large")
        place += len(piece) - len(unpacker.unused_data) - len(unpacker.unconsumed_tail)
    return bytes(unpacked), place


def _suffix(record: Any) -> str:  # noqa: ANN401  (as above)
    """Returns how a file of what is in a record would end; empty when it is no page."""
    kind = record.rec_type
    if kind == "conversion":  # of a page to its text
        return ".txt" if str(record.content_type or "").lower().startswith("text/plain") else ""
    headers = record.http_headers
    if kind == "response":
        found = headers is not None and headers.get_statuscode() == "200" and headers.get_header("Content-Type")
    else:
        found = kind == "resource" and record.content_type  # kept without the server's words around it
    return ".html" if str(found or "").lower().startswith(("text/html", "application/xhtml")) else ""
