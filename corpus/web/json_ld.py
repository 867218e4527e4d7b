"""The article that a web page describes for machines, in its JSON-LD blocks (schema.org)."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

from lxml.html import HtmlElement

from corpus.text import squash

_BLOCK_LIMIT = 1_000_000  # characters
_MOST_NODES = 5_000
_WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*;?\s*$")
_LAST_COMMA = re.compile(r",\s*([}\]])")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|OpinionPiece)$")
_BESIDE = 2
_ASIDES = frozenset(
    "review reviews comment video image associatedMedia citation mentions isBasedOn isPartOf hasPart about "
    "itemListElement".split()
)

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
        found = [entry for block in _blocks(tree) for entry in _walk(block)]
        nodes = [node for node, _ in found]
        self._by_id: dict[str, Node] = {}
        for node in nodes:
            name = node.get("@id")
            if isinstance(name, str) and len(node) > 1:
                self._by_id.setdefault(name, node)
        articles = [(inside, node) for node, inside in found if _is_article(node)]
        ranked = [
            ((_is_other(node, title), inside, _gaps(node)), node) for inside, node in articles if inside < _BESIDE
        ]
        self.article: Node = min(ranked, key=lambda entry: entry[0], default=((), {}))[1]

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
        with suppress(ValueError, RecursionError):
            yield _parse(_WRAPPING.sub("", text).strip().rstrip(";"))


def _parse(text: str) -> object:
    """Parses a block; a comma too many, which browsers do not mind, is forgiven."""
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError:
        return json.loads(_LAST_COMMA.sub(r"\1", text), strict=False)


def _walk(block: object) -> Iterator[tuple[Node, int]]:
    """Gives each node, and how it stands: by itself, inside an article as an entry of a live blog, or beside it."""
    waiting: list[tuple[object, int]] = [(block, 0)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value, inside = waiting.pop()
        if isinstance(value, Mapping):
            yield value, inside
            below = max(inside, int(_is_article(value)))
            inner = [(item, _BESIDE if key in _ASIDES else below) for key, item in value.items()]
            waiting.extend(reversed([entry for entry in inner if isinstance(entry[0], Mapping | list)]))
        elif isinstance(value, list):
            waiting.extend((item, inside) for item in reversed(value))


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
