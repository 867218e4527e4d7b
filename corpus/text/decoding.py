"""Bytes to text: the encoding is tried in the order that goes wrong least often on news."""

import codecs
import re
from dataclasses import dataclass

from corpus.errors import UnreadableFile
from corpus.text.guessing import guess_encoding

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
RTF_MAGIC = b"{\\rtf"
_MAGIC = (
    (PDF_MAGIC, "a PDF file"),
    (ZIP_MAGIC, "a zip, Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (GZIP_MAGIC, "a gzip file"),
    (OLE_MAGIC, "an Outlook mail, or a Word, Excel or PowerPoint file of 2003 or before"),
    (RTF_MAGIC, "an RTF file"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.01  # of all bytes; text has none, compiled or compressed data far more
_LOOKED_AT = 65_536  # bytes that tell such an encoding
_UTF16_NULS = 0.005  # share of bytes; even a text in Chinese has blanks, digits or ends of lines
_UTF16_NULS_OF_ASCII = 0.3
_UTF16_UPPER = 0.25  # upper bytes beside lower ones, in a text of one alphabet: Cyrillic, say, is all below 128
_JAPANESE_MAIL = re.compile(rb"\x1b\$[@B]")
_BAD_UTF8 = 0.1  # of the letters beyond ASCII, at most; a text in any other encoding has hardly one that is none
# Encodings that many programs write under the name of a smaller one.
_SUPERSETS = {
    "iso8859-1": "cp1252", "iso8859-9": "cp1254", "shift_jis": "cp932", "gb2312": "gb18030",
    "gbk": "gb18030", "big5": "big5hkscs", "euc_kr": "cp949", "tis-620": "cp874",
}  # fmt: skip
_NO_TEXTS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"}  # some take hours
_NAME_IT = 'save it as UTF-8, or name it: encoding = "..." in its [[article]] entry of corpus.toml'


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
    name = name or unmarked_encoding(data)
    if name:
        return Decoded(_decode_as(plain, name))
    _refuse_binary(data)
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError:
        return _guess(data)


def decode_declared(data: bytes, name: str) -> str | None:
    """Decodes bytes in the encoding that they declare; None where they are not in it."""
    try:
        return data.decode(encoding_meant(name))
    except (UnicodeError, LookupError):
        return None


def encoding_meant(name: str) -> str:
    """Returns the encoding that is meant by a declared name, often a larger one; empty where it is none of a text."""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return ""
    return "" if known in _NO_TEXTS else _SUPERSETS.get(known, known)


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


def unmarked_encoding(data: bytes) -> str:
    """Returns the encoding of a text whose bytes tell it without a mark: UTF-16, and Japanese as in mails."""
    if _JAPANESE_MAIL.search(data[:_LOOKED_AT]) and decode_declared(data, "iso2022_jp_2004") is not None:
        return "iso2022_jp_2004"
    head = data[:_LOOKED_AT]
    nuls = head.count(0)
    if len(data) % 2 or nuls < _UTF16_NULS * len(head) or not nuls:
        return ""
    even, odd = set(head[::2]), set(head[1::2])
    ascii_only = head.isascii() and min(len(even), len(odd)) > _UTF16_UPPER * max(len(even), len(odd))
    if ascii_only and nuls < _UTF16_NULS_OF_ASCII * len(head):
        return ""
    # The upper bytes of letters are fewer than the lower ones, in any script.
    name = "utf-16-le" if len(odd) < len(even) else "utf-16-be"
    text = head.decode(name, errors="replace")
    strange = sum(not (char.isprintable() or char.isspace()) or char == "\ufffd" for char in text)
    return name if strange <= 1 else ""  # the last letter may be cut


def _guess(data: bytes) -> Decoded:
    text = data.decode(errors="replace")
    beyond = sum(char > "\x7f" for char in text)
    if text.count("\ufffd") <= _BAD_UTF8 * beyond:
        return Decoded(text, "utf-8")
    name = guess_encoding(data)
    if not name:
        raise UnreadableFile(f"its encoding cannot be told; {_NAME_IT}")
    try:
        return Decoded(data.decode(name), name)
    except UnicodeError as error:
        raise UnreadableFile(f"looks like {name}, but not all of it is; {_NAME_IT}") from error
