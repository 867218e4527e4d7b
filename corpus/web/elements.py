"""Elements of a web page: chosen, one after the other, and their words."""

from collections.abc import Callable, Iterator
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement

_UNREAD = frozenset({"script", "style", "noscript", "template"})


def following(
    element: HtmlElement, is_passed_over: Callable[[HtmlElement], bool] | None = None
) -> Iterator[HtmlElement]:
    """Returns the elements after one, one by one: a page has thousands, and the first few mostly do.

    Args:
        element: The one.
        is_passed_over: Tells elements that are left out with all that is in them.
    """
    node: HtmlElement | None = element
    while node is not None:
        for sibling in node.itersiblings():
            if is_passed_over:
                yield from walk(sibling, is_passed_over)
            else:
                yield from (
                    found for found in sibling.iter() if isinstance(found.tag, str) and found.tag not in _UNREAD
                )
        node = node.getparent()


def walk(element: HtmlElement, is_passed_over: Callable[[HtmlElement], bool]) -> Iterator[HtmlElement]:
    """Returns an element and those in it, in order.

    Args:
        element: The one.
        is_passed_over: Tells elements that are left out with all that is in them.
    """
    waiting = [element]
    while waiting:
        found = waiting.pop()
        if isinstance(found.tag, str) and found.tag not in _UNREAD and not is_passed_over(found):
            yield found
            waiting.extend(reversed(found))


def classes_of(element: HtmlElement) -> list[str]:
    """Returns the classes of an element, in the order in which they are written."""
    return (element.get("class") or "").split()


def text_of_element(element: HtmlElement) -> str:
    """Returns the words of an element on one line."""
    return " ".join(" ".join(element.itertext()).split())


def short_text(element: HtmlElement, most: int) -> str:
    """Returns the words of an element on one line, or nothing for one with more text: most hold the article."""
    pieces, length = [], 0
    for piece in element.itertext():
        length += len(piece.strip())
        if length > most:
            return ""
        pieces.append(piece)
    return " ".join(" ".join(pieces).split())


def select(path: XPath, tree: HtmlElement, **variables: str) -> list[HtmlElement]:
    """Returns the elements that a path chooses, for paths that choose elements."""
    return cast(list[HtmlElement], path(tree, **variables))
