"""Pieces of HTML to text, block by block: bodies of mails and entries of feeds, which have no page around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html
from lxml.etree import LxmlError, iterwalk
from lxml.html import HtmlElement

from corpus.text.characters import clean_characters
from corpus.text.markup import BLOCKS, UNSEEN
from corpus.text.xml_parser import xml_parser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?!\.)", re.IGNORECASE)
_LEVELS = 200  # deeper elements are read as one block: no reader nests so deep


@dataclass(frozen=True, slots=True)
class Block:
    """One line of text.

    Attributes:
        text: Its words.
        heading: Whether it is marked as a heading.
        url: Address of the first link in it, as written; empty when there is none.
        link: Words of the link that it ends in; empty where it does not.
        quoted: Whether it is marked as a quotation.
    """

    text: str
    heading: bool = False
    url: str = ""
    link: str = ""
    quoted: bool = False


def parse_markup(source: str) -> HtmlElement | None:
    """Parses HTML; None when there is nothing in it."""
    text = clean_characters(source)
    if not text.strip():
        return None
    try:
        # As bytes: lxml refuses text that carries a declaration of its encoding.
        return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (LxmlError, ValueError):
        return None


def html_of(data: bytes) -> str:
    """Returns markup that is XML, as e-books and notes have it, as HTML; where it is no XML, as it is.

    A reader of HTML takes ``<title/>`` or ``<en-media/>`` for the beginning of an element that goes on to the end. No
    entity is expanded, and nothing is fetched.
    """
    try:
        root = etree.fromstring(data.lstrip(), xml_parser())
    except (LxmlError, ValueError):
        return data.decode(errors="replace")
    written: str = etree.tostring(root, method="html", encoding="unicode")
    return written


def blocks_of(source: str) -> list[Block]:
    """Returns the visible blocks of a piece of HTML, in order; empty ones are left out."""
    tree = parse_markup(source)
    return [] if tree is None else list(blocks_in(tree))


def text_of(source: str) -> str:
    """Returns the visible text of a piece of HTML, one paragraph a line with an empty line between."""
    return "\n\n".join(block.text for block in blocks_of(source))


def blocks_in(element: HtmlElement) -> Iterator[Block]:
    """Yields the visible blocks of an element, in order; empty ones are left out."""
    return (block for block in _gather(element) if block.text)


class _Reader:
    """The block that is being read, and the links in it."""

    __slots__ = ("_heading", "_link", "_open", "_quotations", "_url", "words")

    def __init__(self) -> None:
        self._open = ""  # address of the link that is being read
        self._quotations = 0
        self.begin("", starts=True)

    def begin(self, tag: str, *, starts: bool) -> None:
        self._heading, self.words, self._url = starts and tag in _HEADINGS, list[str](), self._open
        self._link: slice | None = None
        if tag == "blockquote":
            self._quotations += 1 if starts else -1

    def open_link(self, url: str) -> None:
        self._open, self._url = url, self._url or url
        self._link = slice(len(self.words), None)

    def close_link(self) -> None:
        self._open = ""
        if self._link is not None:
            self._link = slice(self._link.start, len(self.words))

    def block(self) -> Block:
        link = ""
        if self._link is not None and not _plain(self.words[self._link.stop :] if self._link.stop else []):
            link = _plain(self.words[self._link])
        return Block(_plain(self.words), self._heading, self._url, link, self._quotations > 0)


def _gather(tree: HtmlElement) -> Iterator[Block]:
    """Walks through what is visible, without recursion: hostile pages nest deeper than Python's stack."""
    reader = _Reader()
    level = -1
    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        visible, starts = _is_visible(element), event == "start"
        if starts:
            level += 1
            if not visible:
                walk.skip_subtree()
        if visible and element.tag in BLOCKS and level <= _LEVELS:
            if reader.words:
                yield reader.block()
            reader.begin(element.tag, starts=starts)
        elif visible and element.tag == "a":
            reader.open_link(element.get("href") or "") if starts else reader.close_link()
        level -= event == "end"
        text = (visible and element.text) if starts else (level >= 0 and element.tail)
        if text:
            reader.words.append(text)
    yield reader.block()


def _plain(words: list[str]) -> str:
    return " ".join("".join(words).split())


def _is_visible(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in UNSEEN:  # comments have no name
        return False
    style = element.get("style")
    return not style or not _HIDDEN.search(style)
