"""Parts of files that are zip archives of XML: OpenDocument texts and e-books."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from corpus.formats.archives.zip_archive import check_sizes, open_zip, unpack
from corpus.text.xml_parser import xml_parser

_PART_LIMIT = 20_000_000  # bytes of one part that is read; a longer one is no article


class Parts:
    """The parts of one file.

    Args:
        archive: The file, whose sizes were looked at.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Reads nothing yet."""
        self._archive = archive

    def read(self, name: str) -> bytes:
        """Returns a part as it is; nothing where there is none, or where it is damaged or too long."""
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            return b""
        return unpack(self._archive, info).data if info.file_size <= _PART_LIMIT else b""

    def parse(self, name: str) -> etree._Element | None:
        """Returns the outermost element of a part, or None where it is no XML."""
        data = self.read(name)
        try:
            return etree.fromstring(data, xml_parser()) if data.strip() else None
        except (etree.LxmlError, ValueError):
            return None


@contextmanager
def opened(data: bytes, kind: str) -> Iterator[Parts]:
    """Opens a file for as long as its parts are read.

    Args:
        data: The file.
        kind: What it should be, for the message.

    Raises:
        UnreadableFile: It is damaged, or unpacks to more than is safe.
    """
    with open_zip(data, kind) as archive:
        check_sizes(archive)
        yield Parts(archive)
