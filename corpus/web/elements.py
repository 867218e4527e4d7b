"""Elements of a web page: chosen, one after the other, and their words."""

from collections.abc import Iterator
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement

_UNREAD = frozenset({"script", "style", "noscript", "template"})


def following(element: HtmlElement) -> Iterator[HtmlElement]:
    """Returns the elements after one, one by one: a page has thousands, and the first few mostly do."""
    node: HtmlElement | None = element
    while node is not None:
        for sibling in node.itersiblings():
            yield from (found for found in sibling.iter() if isinstance(found.tag, str) and found.tag not in _UNREAD)
        node = node.getparent()


def text_of_element(element: HtmlElement) -> str:
    """Returns the words of an element on one line."""
    return " ".join(" ".join(element.itertext()).split())


def select(path: XPath, tree: HtmlElement, **variables: str) -> list[HtmlElement]:
    """Returns the elements that a path chooses, for paths that choose elements."""
    return cast(list[HtmlElement], path(tree, **variables))
