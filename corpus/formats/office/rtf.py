"""RTF files: their paragraphs, without the commands around them."""

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from corpus.errors import UnreadableFile
from corpus.formats.documents import read_layout
from corpus.formats.draft import Draft, Form, Hints, Parsed
from corpus.formats.layouts import TEXT_LAYOUTS
from corpus.metadata import Metadata
from corpus.text.characters import clean_characters

_SOURCE_LIMIT = 20_000_000  # characters without pictures; the library reads two million in a second
_PICTURE = re.compile(r"(?<![0-9A-Fa-f\r\n])[0-9A-Fa-f\r\n]{500,}")  # pictures are digits, more than any word has
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_FIELD = re.compile(r"\\fldinst(?![a-z])", re.IGNORECASE)
_LINE = re.compile(r"\\line(?![a-z0-9]) ?")
_FONT = re.compile(r"\\f(\d{1,5})(?=\D)|\\fcharset(\d{1,3})(?=\D)")
_FONTS = "{\\fonttbl"
_BRACE = re.compile(r"[{}]")
_LINE_END = "\v"  # of a line that ends no paragraph
_CELL_ENDS = re.compile(r"\|+$")


def parse_rtf(data: bytes, hints: Hints) -> Parsed:
    """Parses an RTF file. Nothing in it is surely a headline, so that is looked for as in a text.

    Raises:
        UnreadableFile: It is damaged, or larger than is safe.
    """
    source = _PICTURE.sub(" ", _decode(_without_binaries(data)))
    if len(source) > _SOURCE_LIMIT:
        raise UnreadableFile(f"has {len(source):,} characters without pictures; the limit is {_SOURCE_LIMIT:,}")
    try:
        plain: str = rtf_to_text(_harmless(source), errors="replace")  # type: ignore[no-untyped-call]  # it says it has types
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        raise UnreadableFile("is damaged or no RTF file") from error
    text = "\n\n".join(_paragraphs(_joined(plain)))
    if not text:
        raise UnreadableFile("holds no text")
    if export := read_layout(TEXT_LAYOUTS, text, hints):
        return export
    return Parsed((Draft(text, Metadata(), form=Form.COPIED),))


def _without_binaries(data: bytes) -> bytes:
    """Leaves out the data of pictures, which may be bytes of anything; their number stands before."""
    pieces, place = [], 0
    for match in _BINARY.finditer(data):
        if match.start() >= place:
            pieces.append(data[place : match.start()])
            place = match.end() + int(match[1])
    return b"".join((*pieces, data[place:]))


def _decode(data: bytes) -> str:
    """RTF is ASCII, with codes for the rest; some programs write the rest as it is."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _harmless(source: str) -> str:
    """Takes out what the library's patterns spend minutes on, and tells ends of lines from those of paragraphs."""
    source = _LINE.sub(_LINE_END, _FIELD.sub(r"\\datafield", source))  # else it looks for addresses, in cubic time
    start = source.find(_FONTS)
    if start < 0:
        return source.replace("\\fonttbl", "\\datafield")
    end, depth = len(source), 0
    for brace in _BRACE.finditer(source, start):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            end = brace.end()
            break
    fonts = "".join(_fonts(source[start:end]))
    before, after = (part.replace("\\fonttbl", "\\datafield") for part in (source[:start], source[end:]))
    return f"{before}{_FONTS}{fonts}}}{after}"


def _fonts(table: str) -> Iterator[str]:
    """Gives the fonts of a table with their character sets alone, one after the other."""
    font = ""
    for match in _FONT.finditer(table):
        if match[1]:
            font = match[1]
        elif font:
            yield f"{{\\f{font}\\fcharset{match[2]} x;}}"


def _joined(text: str) -> str:
    """Puts together characters that RTF writes as two halves, such as emoji."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _paragraphs(plain: str) -> Iterator[str]:
    for paragraph in plain.split("\n"):
        text = clean_characters(_CELL_ENDS.sub("", paragraph.rstrip())).strip()
        if text:
            yield text
