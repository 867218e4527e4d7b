"""The article that a web page describes for machines, in its JSON-LD blocks (schema.org)."""

import json
import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from corpus.text import squash

_BLOCK_LIMIT = 1_000_000  # characters
_MOST_NODES = 5_000
_WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*;?\s*$")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|OpinionPiece)$")

Node = Mapping[str, object]


class LinkedData:
    """All that the JSON-LD blocks of a page say.

    Attributes:
        article: The description of the article; empty when there is none.
    """

    def __init__(self, tree: HtmlElement, title: str = "") -> None:
        """Reads the blocks; those that are no JSON are passed over.

        Args:
            tree: The page.
            title: Title of the page, to tell its article from others that it describes.
        """
        nodes = [node for block in _blocks(tree) for node in _walk(block)]
        self._by_id: dict[str, Node] = {}
        for node in nodes:
            name = node.get("@id")
            if isinstance(name, str) and len(node) > 1:
                self._by_id.setdefault(name, node)
        articles = [node for node in nodes if _is_article(node)]
        self.article: Node = min(articles, key=lambda node: (_is_other(node, title), _gaps(node)), default={})

    def names(self, field: str) -> list[tuple[str, str]]:
        """Returns (type, name) for each person or organisation in a field of the article."""
        value = self.article.get(field)
        items = value if isinstance(value, list) else [value]
        return [found for item in items[:30] if (found := self._name(item))]

    def text(self, field: str) -> str:
        """Returns a field of the article that is one string, else empty."""
        value = self.article.get(field)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, Mapping):
            value = value.get("@id") or value.get("url")
        return value.strip() if isinstance(value, str) else ""

    def _name(self, item: object) -> tuple[str, str] | None:
        if isinstance(item, str):
            return ("", item) if item.strip() else None
        if not isinstance(item, Mapping):
            return None
        if "name" not in item:
            item = self._by_id.get(str(item.get("@id")), item)
        name = item.get("name")
        if isinstance(name, list):
            name = ", ".join(part for part in name if isinstance(part, str))
        return (_type(item), name) if isinstance(name, str) and name.strip() else None


def _blocks(tree: HtmlElement) -> Iterator[object]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        if len(text) > _BLOCK_LIMIT:
            continue
        try:
            yield json.loads(_WRAPPING.sub("", text).strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue


def _walk(block: object) -> Iterator[Node]:
    waiting = [block]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, Mapping):
            yield value
            waiting.extend(reversed([item for item in value.values() if isinstance(item, Mapping | list)]))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _type(node: Node) -> str:
    value = node.get("@type")
    return " ".join(str(item) for item in value) if isinstance(value, list) else str(value or "")


def _is_article(node: Node) -> bool:
    return any(_ARTICLE.search(name) for name in _type(node).split())


def _is_other(node: Node, title: str) -> bool:
    """Says whether an article is another than the page's: lists of further stories are often described, too."""
    headline = node.get("headline")
    return not (isinstance(headline, str) and squash(headline) and squash(headline) in squash(title))


def _gaps(node: Node) -> int:
    """Counts what is missing: teasers of other articles name no day, and often no author."""
    return sum(field not in node for field in ("headline", "datePublished", "author", "publisher"))
