"""Pieces of HTML to text, block by block: bodies of mails and entries of feeds, which have no page around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html
from lxml.etree import LxmlError, iterwalk
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
    return [] if tree is None else list(blocks_in(tree))


def text_of(source: str) -> str:
    """Returns the visible text of a piece of HTML, one paragraph a line with an empty line between."""
    return "\n\n".join(block.text for block in blocks_of(source))


def blocks_in(element: HtmlElement) -> Iterator[Block]:
    """Yields the visible blocks of an element, in order; empty ones are left out."""
    return (block for block in _gather(element) if block.text)


def _gather(tree: HtmlElement) -> Iterator[Block]:
    """Walks through what is visible, without recursion: hostile pages nest deeper than Python's stack."""
    words: list[str] = []
    heading, url, level = False, "", -1
    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        visible = _is_visible(element)
        if event == "start":
            level += 1
            if not visible:
                walk.skip_subtree()
            elif element.tag == "a":
                url = url or element.get("href") or ""
        if visible and element.tag in _BLOCKS and level <= _LEVELS:
            yield Block(" ".join("".join(words).split()), heading, url)
            words, url, heading = [], "", element.tag in _HEADINGS and event == "start"
        if event == "start":
            words.append(element.text or "" if visible else "")
        else:
            level -= event == "end"
            words.append(element.tail or "" if element is not tree else "")
    yield Block(" ".join("".join(words).split()), heading, url)


def _is_visible(element: HtmlElement) -> bool:
    named = isinstance(element.tag, str) and element.tag not in _UNSEEN  # comments have no name
    return named and not _HIDDEN.search(element.get("style") or "")
