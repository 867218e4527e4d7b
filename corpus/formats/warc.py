"""WARC files, as crawlers of web archives write them: the pages in them, with the addresses they came from."""

from collections.abc import Iterator
from io import BytesIO

from corpus.errors import UnreadableFile
from corpus.formats.member import Member

_MOST_PAGES = 20_000
_PAGE_LIMIT = 5_000_000  # bytes of one page, as for pages in files
_UNPACKED_LIMIT = 2_000_000_000  # bytes of all pages


def pages_of(data: bytes) -> Iterator[Member]:
    """Returns the pages that a crawler received, one after the other; pictures, failures and redirects are passed over.

    Raises:
        UnreadableFile: It is no WARC file, or the library that reads it is not installed.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise UnreadableFile('needs warcio, which is not installed: pip install "dateline[warc]"') from error
    number = unpacked = 0
    try:
        for record in ArchiveIterator(BytesIO(data)):
            if not _is_page(record):
                continue
            number += 1
            content = record.content_stream().read(_PAGE_LIMIT + 1)
            unpacked += len(content)
            if number > _MOST_PAGES or unpacked > _UNPACKED_LIMIT:
                yield Member("", problem="the pages from here on are not read: the archive is too large")
                return
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            too_large = f"has more than {_PAGE_LIMIT:,} bytes" if len(content) > _PAGE_LIMIT else ""
            yield Member(f"{url[:200]}", content, too_large, url=url, suffix=".html")
    except (ArchiveLoadFailed, ValueError, EOFError, OSError, AttributeError, KeyError) as error:
        if not number:
            raise UnreadableFile("is no web archive (WARC), or a damaged one; unpack other gzip files first") from error
        yield Member("", problem=f"is damaged after {number:,} pages; the rest is not read")


def _is_page(record: object) -> bool:
    headers = getattr(record, "http_headers", None)
    if getattr(record, "rec_type", "") != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return str(headers.get_header("Content-Type") or "").lower().startswith(("text/html", "application/xhtml"))
