"""How much of a page's article was taken, and its body put together where it stands in several containers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from corpus.text import squash
from corpus.web.elements import text_of_element
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


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which paragraphs of an article a text holds.

    Attributes:
        taken: Those that it holds.
        missing: Those that it lacks, without what is embedded between them.
        share: Share of their letters that it holds; 1 where they are next to nothing.
    """

    taken: tuple[HtmlElement, ...]
    missing: tuple[HtmlElement, ...]
    share: float


def find_coverage(text: str, tree: HtmlElement, headline: HtmlElement | None) -> Coverage:
    """Compares a text with the paragraphs of the article element around the headline, or of the only one of a page.

    Args:
        text: What was extracted.
        tree: The page.
        headline: The element that holds the headline; None when there is none.
    """
    scope, squashed = _scope(tree, headline), squash(text)
    taken: list[HtmlElement] = []
    missing: list[HtmlElement] = []
    held = lacking = 0
    for paragraph in islice(scope.iter("p"), _MOST_PARAGRAPHS) if scope is not None else ():
        words = text_of_element(paragraph)
        if len(words) < _PARAGRAPH:
            continue
        if squash(words[: 2 * _KEY])[:_KEY] in squashed:
            taken.append(paragraph)
            held += len(words)
        elif _is_prose(paragraph, len(words), scope):
            missing.append(paragraph)
            lacking += len(words)
    share = held / (held + lacking) if held + lacking >= _FEWEST else 1.0
    return Coverage(tuple(taken), tuple(missing), share)


def share_of_body(text: str, body: str) -> float:
    """Returns how long a text is, beside the body that a page describes for machines; 1 where that is short."""
    whole = len(squash(_MARKUP.sub(" ", body)))
    return len(squash(text)) / whole if whole >= _FEWEST else 1.0


def join_containers(coverage: Coverage) -> bool:
    """Moves paragraphs that a text lacks to those that it has, where both stand in containers of the same kind.

    Returns:
        Whether any was moved.
    """
    known: dict[tuple[str, str], HtmlElement] = {}
    for paragraph in coverage.taken:
        for kind, container in _containers(paragraph):
            known.setdefault(kind, container)
    moved = False
    for paragraph in coverage.missing:
        for kind, container in _containers(paragraph):
            first = known.get(kind)
            if first is not None and first is not container and first not in container.iterancestors():
                first.extend(list(container))
                moved = True
                break
    return moved


def _containers(paragraph: HtmlElement) -> Iterator[tuple[tuple[str, str], HtmlElement]]:
    for container in islice(paragraph.iterancestors(), 2):
        if name := container.get("class"):
            yield (str(container.tag), name), container


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


def _is_prose(paragraph: HtmlElement, length: int, scope: HtmlElement | None) -> bool:
    """Says whether a paragraph is the article's own: no list of links, and in nothing that is embedded."""
    for above in paragraph.iterancestors():
        if above is scope:
            break
        if is_embedded(above):
            return False
    return sum(len(text_of_element(link)) for link in paragraph.iter("a")) < _LINKS * length
