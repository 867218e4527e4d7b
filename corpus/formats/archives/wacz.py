"""WACZ files: the WARC files of a crawl in one zip archive, with lists of their pages that are not needed here."""

from collections.abc import Iterator

from corpus.errors import UnreadableFile
from corpus.formats.archives.archive import Member
from corpus.formats.archives.warc import pages_of
from corpus.formats.archives.zip_archive import check_sizes, open_zip, unpack

_UNPACKED_LIMIT = 300_000_000  # bytes; the WARC files in it are packed themselves, so they hardly grow
_CRAWLS = (".warc", ".warc.gz")


def crawled_pages_of(data: bytes) -> Iterator[Member]:
    """Returns the pages of all WARC files of an archive.

    Raises:
        UnreadableFile: It is damaged, unpacks to more than is safe, or holds no WARC file.
    """
    with open_zip(data, "WACZ file") as archive:
        check_sizes(archive, _UNPACKED_LIMIT, _UNPACKED_LIMIT)
        crawls = [info for info in archive.infolist() if info.filename.lower().endswith(_CRAWLS)]
        if not crawls:
            raise UnreadableFile("holds no WARC file")
        for info in crawls:
            yield from _pages(unpack(archive, info))


def _pages(crawl: Member) -> Iterator[Member]:
    if crawl.problem:
        yield crawl
        return
    try:
        yield from pages_of(crawl.data)
    except UnreadableFile as error:
        yield Member(crawl.name, problem=str(error))
