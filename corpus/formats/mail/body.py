"""The text of a mail in blocks, without what somebody else wrote and without the sender's signature."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.message import MIMEPart
from itertools import groupby, pairwise

from corpus.formats.draft import Hints
from corpus.formats.mail.parts import bytes_of, charset_of
from corpus.formats.mail.sender import MARK, TITLE_LIMIT
from corpus.text import decode
from corpus.text.characters import clean_characters
from corpus.web.blocks import Block, blocks_of

RULE = re.compile(r"\s*([-=*_~#])(?:\s*\1){4,}\s*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_PARAGRAPH = re.compile(r"\n\s*\n")
_FLOWED = re.compile(r"(?:^(?!>|-- $).* \n)+(?!>|-- $).*", re.MULTILINE)  # lines that go on, and the last
_LINE = re.compile(r"^.{10,80}$", re.MULTILINE)
_QUOTE = re.compile(r"^> ?", re.MULTILINE)
_SIGNATURE = "--"  # alone on a line
_SIGNATURE_WORDS = 120  # more stand below no signature
_ATTRIBUTION_LIMIT = 400  # characters
# Who wrote what is quoted below: "On Wednesday, Ana Ruiz <ana@post.example> wrote:".
_ATTRIBUTION = re.compile(
    r"(?:\S@\S|\b(?:wrote|writes|schrieb|schreibt|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał|napsal"
    r"|kirjoitti|yazdı|написал|пишет)\b).{0,200}:\W*\Z",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a mail.

    Attributes:
        blocks: The sender's own words.
        dropped: What stands there beside them.
    """

    blocks: list[Block]
    dropped: tuple[str, ...] = ()


def source_of_text(part: MIMEPart, hints: Hints) -> str:
    """Returns a piece of text as it was written, with line ends and characters normalised; HTML as its source.

    Raises:
        UnreadableFile: It is no text.
    """
    data = bytes_of(part)
    if not data.strip():
        return ""
    text = clean_characters(decode(data, hints.encoding or _charset(part, data)).text)
    return _unflowed(text, part) if part.get_content_type() == "text/plain" else text


def blocks_of_text(source: str, kind: str) -> list[Block]:
    """Returns the blocks of a piece of text.

    Args:
        source: As `source_of_text` gives it.
        kind: ``"text/html"`` or ``"text/plain"``.
    """
    return blocks_of(source) if kind == "text/html" else list(_plain_blocks(source))


def own_words(blocks: Sequence[Block]) -> Body:
    """Takes quoted mails and the signature out; nothing where nothing else is left."""
    quotations = _quotations(blocks)
    kept = [block for number, block in enumerate(blocks) if number not in quotations]
    marks = [number for number, block in enumerate(kept) if block.text == _SIGNATURE]
    end = len(kept)
    if len(marks) == 1 and sum(len(block.text.split()) for block in kept[marks[0] :]) <= _SIGNATURE_WORDS:
        end = marks[0]
    if not kept[:end]:
        return Body(list(blocks))
    quoted = (block.text for number, block in enumerate(blocks) if number in quotations)
    return Body(kept[:end], (*quoted, *(block.text for block in kept[end + 1 :])))


def _quotations(blocks: Sequence[Block]) -> set[int]:
    """Returns the numbers of the blocks that quote a mail, from the first that says whose it is."""
    found: set[int] = set()
    for number, (above, block) in enumerate(pairwise(blocks)):
        if not block.quoted:
            continue
        if not above.quoted and len(above.text) <= _ATTRIBUTION_LIMIT and _ATTRIBUTION.search(above.text):
            found.add(number)
        if found:
            found.add(number + 1)
    return found


def _charset(part: MIMEPart, data: bytes) -> str:
    """Returns the declared encoding if the bytes are in it; else what they are is found as for any file."""
    with suppress(UnicodeDecodeError):
        if not data.isascii() and data.decode():
            return "utf-8"  # whatever is declared: nothing else is valid UTF-8 by chance
    name = charset_of(part)
    with suppress(UnicodeDecodeError, LookupError):
        data.decode(name or "ascii")
        return name
    return ""


def _unflowed(text: str, part: MIMEPart) -> str:
    """Joins the lines of each paragraph of a flowed text: those that end with a blank go on in the next."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    cut = 1 if str(part.get_param("delsp", "")).lower() == "yes" else 0  # blanks that stand there for this alone

    def join(paragraph: re.Match[str]) -> str:
        *lines, last = (line.removeprefix(" ") for line in paragraph[0].split("\n"))
        return f"\n{''.join(line[: len(line) - cut] for line in lines)}{last}\n"

    return _FLOWED.sub(join, text)


def _plain_blocks(text: str) -> Iterator[Block]:
    """Gives the paragraphs of a plain mail; lines of another sort between the lines of one part it."""
    for paragraph in _PARAGRAPH.split(_unquoted(text)):
        lines = [line.strip() for line in paragraph.strip().split("\n")]
        for sort, found in groupby(lines, key=_sort):
            words = list(found)
            if words != [""]:
                yield _plain_block(words, quoted=sort == ">")


def _unquoted(text: str) -> str:
    """Takes the marks of a quotation off a mail that is forwarded in them, as Apple's program does."""
    mark = next((line for line in _LINE.finditer(text) if MARK.fullmatch(line[0])), None)
    if mark is None:
        return text
    below = text[mark.end() :]
    quoted = below.strip() and all(line.startswith(">") for line in below.split("\n") if line.strip())
    return text[: mark.end()] + _QUOTE.sub("", below) if quoted else text


def _sort(line: str) -> str:
    if line.startswith(">"):
        return ">"
    return "rule" if line == _SIGNATURE or RULE.fullmatch(line) else ""


def _plain_block(lines: list[str], quoted: bool) -> Block:
    """Makes a block of lines that were broken for the width of a window."""
    text = " ".join(lines)
    addresses = _ADDRESS.findall(text)
    short = len(lines) == 1 and len(text) <= TITLE_LIMIT and not text.endswith((".", ",", ";", ":"))
    heading = short and not addresses and not quoted and text != _SIGNATURE and not RULE.fullmatch(text)
    link = addresses[-1] if addresses and text.rstrip(" >)]").endswith(addresses[-1].rstrip(")]")) else ""
    return Block(text, heading, addresses[0] if addresses else "", link, quoted)
