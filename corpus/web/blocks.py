"""Pieces of HTML to text, block by block: bodies of mails and entries of feeds, which have no page around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from corpus.text.characters import clean_characters

_BLOCKS = frozenset(
    """
    address article aside blockquote body br center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header
    hr li main nav ol p pre section table tbody td th thead tr ul
    """.split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_UNSEEN = frozenset({"head", "script", "style", "template", "title", "noscript", "svg", "object", "iframe"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?!\.)", re.IGNORECASE)
_LEVELS = 200  # deeper elements are read as one block: no reader nests so deep


@dataclass(frozen=True, slots=True)
class Block:
    """One line of text.

    Attributes:
        text: Its words.
        heading: Whether it is marked as a heading.
        url: Address of the first link in it, as written; empty when there is none.
    """

    text: str
    heading: bool = False
    url: str = ""


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


def blocks_of(source: str) -> list[Block]:
    """Returns the visible blocks of a piece of HTML, in order; empty ones are left out."""
    tree = parse_markup(source)
    return [] if tree is None else [block for block in _gather(tree) if block.text]


def text_of(source: str) -> str:
    """Returns the visible text of a piece of HTML, one paragraph a line with an empty line between."""
    return "\n\n".join(block.text for block in blocks_of(source))


def _gather(tree: HtmlElement) -> Iterator[Block]:
    words: list[str] = []
    heading, url = False, ""
    for step in _steps(tree):
        words.append(step.text)
        if step.tag == "a":
            url = url or step.link
        if step.tag in _BLOCKS and step.level <= _LEVELS:
            yield Block(" ".join("".join(words).split()), heading, url)
            words, url, heading = [], "", step.tag in _HEADINGS and not step.closing
    yield Block(" ".join("".join(words).split()), heading, url)


@dataclass(frozen=True, slots=True)
class _Step:
    """The start or end of an element, or the text between two of them."""

    level: int
    text: str = ""
    tag: str = ""
    link: str = ""
    closing: bool = False


def _steps(tree: HtmlElement) -> Iterator[_Step]:
    """Walks through what is visible, without recursion: hostile pages nest deeper than Python's stack."""
    waiting: list[tuple[HtmlElement, int] | _Step] = [(tree, 0)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, _Step):
            yield item
            continue
        element, level = item
        if not isinstance(element.tag, str) or element.tag in _UNSEEN or _HIDDEN.search(element.get("style") or ""):
            continue
        yield _Step(level, tag=element.tag, link=element.get("href") or "")
        waiting.append(_Step(level, tag=element.tag, closing=True))
        for child in reversed(element):
            waiting += [_Step(level, text=child.tail or ""), (child, level + 1)]
        waiting.append(_Step(level, text=element.text or ""))
