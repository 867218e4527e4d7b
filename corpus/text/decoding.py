"""Bytes to text: the encoding is tried in the order that goes wrong least often on news."""

import codecs
from contextlib import suppress
from dataclasses import dataclass

from charset_normalizer import from_bytes

from corpus.errors import UnreadableFile

_BOMS = (  # the longer ones first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
PDF_MAGIC = b"%PDF-"
ZIP_MAGIC = b"PK\x03\x04"
GZIP_MAGIC = b"\x1f\x8b"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (PDF_MAGIC, "a PDF file"),
    (ZIP_MAGIC, "a zip, Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (GZIP_MAGIC, "a gzip file"),
    (OLE_MAGIC, "an Outlook mail, or a Word, Excel or PowerPoint file of 2003 or before"),
    (b"{\\rtf", "an RTF file"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_ASCII = bytes(range(128))
_MOST_CONTROLS = 0.01  # of all bytes; text has none, compiled or compressed data far more
_MOST_FOREIGN = 0.15  # share of non-ASCII bytes up to which cp1252 is the likely reading (German and French: < 6 %)
_SAMPLE = 65_536  # bytes that the guess looks at; the guess takes seconds on megabytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how its encoding was found.

    Attributes:
        text: The text, without a byte order mark.
        guessed: Name of the encoding when it was guessed, else empty.
    """

    text: str
    guessed: str = ""


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decodes the bytes of a text file.

    Args:
        data: The bytes.
        encoding: Encoding that the user fixed; empty means find it.

    Raises:
        UnreadableFile: The bytes are not text, or not in the encoding that the user fixed.
    """
    if encoding:
        return Decoded(_decode_as(data, encoding))
    plain, name = split_bom(data)
    if name:
        return Decoded(_decode_as(plain, name))
    _refuse_binary(data)
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError:
        return _guess(data)


def split_bom(data: bytes) -> tuple[bytes, str]:
    """Returns bytes without their byte order mark, and the encoding that it stands for; empty where there is none."""
    return next(((data[len(bom) :], name) for bom, name in _BOMS if data.startswith(bom)), (data, ""))


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError) as error:
        raise UnreadableFile(f"cannot be decoded as {encoding}: {error}") from error


def _refuse_binary(data: bytes) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFile(f"holds {kind}, not text")
    if b"\0" in data:
        raise UnreadableFile("looks like a binary file, not text (it holds NUL bytes)")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        raise UnreadableFile(f"looks like a binary file, not text ({controls} control characters)")


def _guess(data: bytes) -> Decoded:
    foreign = len(data.translate(None, _ASCII)) / len(data)
    if foreign < _MOST_FOREIGN:
        with suppress(UnicodeDecodeError):  # bytes that cp1252 leaves undefined: look further
            return Decoded(data.decode("cp1252"), "cp1252")
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UnreadableFile("its encoding cannot be told; save it as UTF-8, or name it as encoding in corpus.toml")
    try:
        return Decoded(data.decode(best.encoding), best.encoding)
    except UnicodeError as error:
        raise UnreadableFile("mixes several encodings; save it as UTF-8") from error
