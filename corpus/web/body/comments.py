"""Readers' comments on a page, their rules and the form for one more, told by their markup."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from corpus.web.elements import text_of_element
from corpus.web.page import MARK_LONGEST

_WORDS = "comments?|comentarios?|comentários?|commentaires?|kommentare?|kommentarer|commenti|reacties|komentarze|disqus"
_MARK = re.compile(
    rf"(?:^|[\s_-])(?<!has-)(?<!no-)(?<!with-)(?:{_WORDS})(?:$|[\s_-](?:list|thread|section|area|container|wrapper|wrap|box|block|body|text|"
    rf"item|form|respond|rules|policy)|\s)|(?:^|\s)(?:{_WORDS})(?:List|Thread|Section|Area|Container|Form|Box)",
    re.IGNORECASE,
)
_CONTAINERS = ("div", "section", "ul", "ol", "aside", "form")
_BLOCKS = ("p", "li")
_MOST = 500  # containers: some pages have one around each comment
_MOST_PIECES = 5_000


def texts_of_comments(tree: HtmlElement) -> Iterator[str]:
    """Gives all texts of the containers of comments, piece by piece, and those of paragraphs in whole."""
    for container in islice(_containers(tree), _MOST):
        yield from islice(container.itertext(), _MOST_PIECES)
        for block in islice(container.iter(*_BLOCKS), _MOST_PIECES):
            if len(block):
                yield text_of_element(block)


def _containers(tree: HtmlElement) -> Iterator[HtmlElement]:
    last = None
    for element in filter(_is_of_comments, tree.iter(*_CONTAINERS)):
        if last is not None and last in element.iterancestors():
            continue
        if element.find(".//h1") is None and element.find(".//article") is None:
            last = element
            yield element


def _is_of_comments(element: HtmlElement) -> bool:
    kind, name = element.get("class"), element.get("id")
    return bool((kind and _is_mark(kind[:MARK_LONGEST])) or (name and _is_mark(name[:MARK_LONGEST])))


@lru_cache(maxsize=4_096)
def _is_mark(mark: str) -> bool:
    return bool(_MARK.search(mark))
