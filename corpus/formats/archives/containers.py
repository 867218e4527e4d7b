"""What a file of parts is, told by the names of its parts: office programs and archives share two such forms."""

from collections.abc import Mapping

from corpus.formats.archives.zip_archive import open_zip

_TAR_PLACE, _TAR_MAGIC = 257, b"ustar"

_MIMETYPE = "mimetype"  # the part in which an OpenDocument file or an e-book names its kind
_MIMETYPE_LIMIT = 100  # bytes
_MIMETYPES: Mapping[bytes, str] = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "table",
    b"application/epub+zip": "epub",
}
_PARTS: Mapping[str, str] = {  # name of a part that every file of a kind has
    "word/document.xml": "docx",
    "xl/workbook.xml": "table",
    "xl/workbook.bin": "table",
    "META-INF/container.xml": "epub",
}
_WACZ_LIST, _WACZ_FOLDER = "datapackage.json", "archive/"
# The same of files of Office 97, which name their parts in UTF-16; the first may have any of the others attached.
_SURE_STREAMS: Mapping[str, str] = {"EncryptedPackage": "locked", "__properties_version1.0": "msg"}
_STREAMS: Mapping[str, str] = {"WordDocument": "doc", "Workbook": "table", "Book": "table"}


def name_zip(data: bytes) -> str:
    """Names what a zip archive is: ``"docx"``, ``"odt"``, ``"table"``, ``"epub"``, ``"wacz"``, or ``"zip"``.

    Returns:
        The name; empty when the archive is damaged, so that only its name can tell.
    """
    try:
        with open_zip(data) as archive:
            parts = set(archive.namelist())
            mimetype = archive.open(_MIMETYPE).read(_MIMETYPE_LIMIT).strip() if _MIMETYPE in parts else b""
    except Exception:  # what is damaged, and how, its own reader tells
        return ""
    if mimetype in _MIMETYPES:
        return _MIMETYPES[mimetype]
    told = next((name for part, name in _PARTS.items() if part in parts), "zip")
    crawled = _WACZ_LIST in parts and any(part.startswith(_WACZ_FOLDER) for part in parts)
    return "wacz" if told == "zip" and crawled else told


def name_ole(data: bytes) -> str:
    """Names what a file of Office 97 or Outlook is: ``"doc"``, ``"table"``, ``"msg"``, or ``"locked"``; else empty."""
    surely = next((name for stream, name in _SURE_STREAMS.items() if _entry(stream) in data), "")
    places = {data.find(_entry(stream)): name for stream, name in _STREAMS.items()}
    found = [place for place in places if place >= 0]
    return surely or (places[min(found)] if found else "")  # what lies in a document comes after it


def is_tar(head: bytes) -> bool:
    """Says whether a file, of which at least 512 bytes are given, is a tar archive."""
    return head[_TAR_PLACE : _TAR_PLACE + len(_TAR_MAGIC)] == _TAR_MAGIC


def _entry(stream: str) -> bytes:
    """Returns a name as the directory of an OLE file has it: in a field of 64 bytes."""
    return stream.encode("utf-16-le") + b"\0\0"
