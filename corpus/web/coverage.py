"""How much of a page's article was taken, and its body put together where it stands in several containers."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from corpus.text import squash
from corpus.web.elements import text_of_element, walk
from corpus.web.page import is_embedded

_SCOPES = ("article", "main")
_PARAGRAPH = 60  # characters of the shortest that counts
_KEY = 60  # letters that tell a paragraph
_MOST_PARAGRAPHS = 3_000
_LINKS = 0.5  # share of the letters of a paragraph, from which it is a list of links
_FEWEST = 400  # characters of an article whose loss is worth a word
_MARKUP = re.compile(r"<[^<>]{0,300}>")
ENOUGH = 0.9
HALF = 0.5


def article_paragraphs(tree: HtmlElement, headline: HtmlElement | None) -> list[HtmlElement]:
    """Returns the paragraphs of the article element around the headline, or of the only one of the page.

    Args:
        tree: The page.
        headline: The element that holds the headline; None when there is none.
    """
    scope = _scope(tree, headline)
    if scope is None:
        return []
    found = (element for element in walk(scope, lambda element: element is not scope and is_embedded(element)))
    return [element for element in islice(found, _MOST_PARAGRAPHS * 10) if element.tag == "p" and _is_prose(element)]


def share_taken(text: str, paragraphs: list[HtmlElement]) -> float:
    """Returns the share of the letters of paragraphs that a text holds; 1 where there is next to nothing to hold."""
    lengths, taken = 0, 0
    squashed = squash(text)
    for paragraph in paragraphs[:_MOST_PARAGRAPHS]:
        key = squash(text_of_element(paragraph))
        lengths += len(key)
        taken += len(key) * (key[:_KEY] in squashed)
    return taken / lengths if lengths >= _FEWEST else 1.0


def share_of_body(text: str, body: str) -> float:
    """Returns how long a text is, beside the body that a page describes for machines; 1 where that is short."""
    whole = len(squash(_MARKUP.sub(" ", body)))
    return len(squash(text)) / whole if whole >= _FEWEST else 1.0


def join_containers(text: str, paragraphs: list[HtmlElement]) -> bool:
    """Moves paragraphs that a text lacks to those that it has, where both stand in containers of the same kind.

    Args:
        text: What was extracted.
        paragraphs: The paragraphs of the article.

    Returns:
        Whether any was moved.
    """
    squashed = squash(text)
    taken: dict[tuple[str, str], HtmlElement] = {}
    moved = False
    for paragraph in paragraphs[:_MOST_PARAGRAPHS]:
        is_taken = squash(text_of_element(paragraph))[:_KEY] in squashed
        for container in islice(paragraph.iterancestors(), 2):
            kind = (str(container.tag), container.get("class") or "")
            if not kind[1]:
                continue
            if is_taken:
                taken.setdefault(kind, container)
            elif (
                (first := taken.get(kind)) is not None
                and first is not container
                and first not in container.iterancestors()
            ):
                first.extend(list(container))
                moved = True
                break
    return moved


def _scope(tree: HtmlElement, headline: HtmlElement | None) -> HtmlElement | None:
    if headline is not None:
        around = next(headline.iterancestors(*_SCOPES), None)
        if around is None:
            around = next((above for above in headline.iterancestors() if above.get("role") == "main"), None)
        if around is not None:
            return around
    found = list(islice(_top_scopes(tree), 2))
    return found[0] if len(found) == 1 else None


def _top_scopes(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter(*_SCOPES):
        if next(element.iterancestors(*_SCOPES), None) is None:
            yield element


def _is_prose(paragraph: HtmlElement) -> bool:
    length = len(text_of_element(paragraph))
    links = sum(len(text_of_element(link)) for link in paragraph.iter("a"))
    return length >= _PARAGRAPH and links < _LINKS * length
