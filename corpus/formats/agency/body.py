"""The text of an item out of its elements, whether they are NITF's or XHTML's: a paragraph each."""

import re
from dataclasses import dataclass
from html import unescape

from lxml import etree

from corpus.formats.agency.notes import without_notes
from corpus.formats.agency.wire.closing import without_signature
from corpus.formats.agency.wire.message import unwrapped
from corpus.formats.agency.xml_file import name_of

_BLOCKS = frozenset(
    """
    p hl1 hl2 h1 h2 h3 h4 h5 h6 li tr dt dd pre blockquote bq block div section article dl ul ol table body
    body.content body.head body.end hr fn note credit media-caption header figcaption address
    """.split()
)
_APART = frozenset({"td", "th", "br"})  # a line of NITF ends where a teleprinter's did
_UNSEEN = frozenset({"head", "script", "style", "title", "media-reference", "media-metadata", "media-object", "object"})
_BESIDE = frozenset({"header", "footer", "media", "figure", "aside", "body.end", "body.head"})
# "51 77 03 CRO01 1113 GEST03": for the machines of whoever gets it
_ROUTING = re.compile(r"(?=(?:\S+ ){0,8}[A-Z]{2,8}\d)[A-Z\d]{2,8}(?: [A-Z\d]{2,8}){2,30}")
_ESCAPED = re.compile(r"&(?:quot|amp|apos|nbsp|#\d{2,5});")  # twice, by a machine on the way
_LEVELS = 200  # deeper elements are read as one block: nobody nests so deep


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an item.

    Attributes:
        text: Its paragraphs, with an empty line between.
        dropped: What stands beside them: captions, the page's own head, notes for editors.
    """

    text: str
    dropped: tuple[str, ...] = ()


def body_of(element: etree._Element) -> Body:
    """Returns the text in an element."""
    reader = _Reader()
    reader.read(element)
    paragraphs = reader.paragraphs
    routing = [paragraphs.pop()] if len(paragraphs) > 1 and _ROUTING.fullmatch(paragraphs[-1]) else []
    kept = without_notes("\n\n".join(paragraphs))
    text, signature = without_signature(kept.text)
    return Body(text, (*reader.beside, *signature, *kept.dropped, *routing))


class _Reader:
    """Walks through elements, without recursion, and cuts their text where a block begins or ends."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.beside: list[str] = []
        self._words: list[str] = []
        self._aside: list[etree._Element] = []  # those around that hold no text of the item
        self._level = 0

    def read(self, element: etree._Element) -> None:
        self._words.append(element.text or "")
        walk = etree.iterwalk(element, events=("start", "end", "comment"))
        for event, inner in walk:
            if inner is element:
                continue
            name = name_of(inner)
            if event == "start":
                self._start(inner, name)
                if name in _UNSEEN:
                    walk.skip_subtree()
            elif event == "end":
                self._end(inner, name)
            else:
                self._words.append(inner.tail or "")
        self._cut()

    def _start(self, element: etree._Element, name: str) -> None:
        self._level += 1
        if self._is_block(name):
            self._cut()
        if name in _BESIDE:
            self._aside.append(element)
        if name in _APART:
            self._words.append(" ")
        if name not in _UNSEEN:
            self._words.append(element.text or "")

    def _end(self, element: etree._Element, name: str) -> None:
        if self._is_block(name):
            self._cut()
        self._level -= 1
        if self._aside and self._aside[-1] is element:
            self._aside.pop()
        self._words.append(element.tail or "")

    def _is_block(self, name: str) -> bool:
        return self._level <= _LEVELS and (name in _BLOCKS or name in _BESIDE)

    def _cut(self) -> None:
        words = "".join(self._words)
        self._words = []
        if _ESCAPED.search(words):
            words = unescape(words)
        blocks = unwrapped(words.split("\n")).split("\n\n") if _is_printed(words) else [" ".join(words.split())]
        (self.beside if self._aside else self.paragraphs).extend(filter(None, blocks))


def _is_printed(words: str) -> bool:
    """Says whether a block holds paragraphs as a wire prints them: lines from the margin, and some that are set in."""
    lines = [line for line in words.split("\n")[1:] if line.strip()]
    return any(line[0].isspace() for line in lines) and any(not line[0].isspace() for line in lines)
