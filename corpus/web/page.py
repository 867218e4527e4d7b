"""The parts of a page that its metadata are read from, and what on it is not the article's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from corpus.text import clean_line, squash
from corpus.web.elements import text_of_element
from corpus.web.json_ld import LinkedData

_ARTICLE_SCOPE = re.compile(r"(?:Article|Posting|Report|WebPage|CreativeWork|WebSite)$")
_EMBED_TAGS = frozenset({"blockquote", "aside", "figure", "figcaption", "iframe", "video", "audio", "object", "nav"})
_EMBED_MARK = re.compile(
    r"embed|tweet|twitter|instagram|facebook|fb-post|tiktok|bluesky|mastodon|youtube|video|player|podcast|audio|"
    r"broadcast|sendung|related|recommend|teaser|promo|more-(?:from|on|stories)|read-?(?:more|next|also)|also-read|"
    r"most-(?:read|popular|viewed)|popular|trending|latest|gallery|slideshow|caption|comment|sidebar|newsletter",
    re.IGNORECASE,
)
_HEADLINE_WORDS = 3  # at least, of a heading that is taken for a headline
_AKIN = 2 / 3  # of the words of a recording stand in the headline of a page about it
MARK_LONGEST = 400  # characters
_PARAGRAPHS = 4  # more than a box holds: the mark is of a layout around the article

Place = tuple[str, str]  # where it stands, what stands there


@dataclass(frozen=True, slots=True)
class Page:
    """A page, its parts looked up once.

    Attributes:
        tree: All of it.
        data: What it describes in JSON-LD.
        meta: Its meta tags, by their names in small letters.
        headings: Its headings of the first level; where it has none, the one of the second that its title begins with.
        title: Its title, as windows show it.
    """

    tree: HtmlElement
    data: LinkedData
    meta: Mapping[str, list[str]]
    headings: list[HtmlElement]
    title: str

    def tags(self, names: Iterable[str]) -> Iterator[Place]:
        """Gives what meta tags of these names hold, in the order of the names."""
        for name in names:
            yield from ((f"meta: {name}", content) for content in self.meta.get(name, ()))


def open_page(tree: HtmlElement) -> Page:
    """Looks the parts of a page up."""
    title = clean_line(tree.findtext(".//title") or "")
    headings = list(tree.iter("h1")) or [heading for heading in tree.iter("h2") if _is_titled(heading, title)][:1]
    return Page(tree, LinkedData(tree, title), _meta_tags(tree), headings, title)


def mark_of(element: HtmlElement, attribute: str = "class") -> str:
    """Returns what an element is marked as; of an attribute without end the beginning, for whoever keeps it."""
    return (element.get(attribute) or "")[:MARK_LONGEST]


def is_embedded(element: HtmlElement) -> bool:
    """Says whether an element holds something of its own: a post, a player, a picture, a box of other stories."""
    if element.tag in _EMBED_TAGS or is_foreign_scope(element):
        return True
    marked = _is_mark_of_embedded(mark_of(element)) or _is_mark_of_embedded(mark_of(element, "id"))
    return marked and len(list(islice(element.iter("p"), _PARAGRAPHS + 1))) <= _PARAGRAPHS


@lru_cache(maxsize=4_096)  # the same few hundred on most elements of a page, and on those of the next
def _is_mark_of_embedded(mark: str) -> bool:
    return bool(_EMBED_MARK.search(mark))


def is_foreign_scope(element: HtmlElement) -> bool:
    """Says whether an element describes another thing than the article in its attributes, such as a video."""
    kind = (element.get("itemtype") or "").rstrip("/")
    return bool(kind) and not _ARTICLE_SCOPE.search(kind)


def is_in_foreign_scope(element: HtmlElement, headline: str = "") -> bool:
    """Says whether what an element says is about another thing than the article: a video, a comment, a picture.

    Args:
        element: The one.
        headline: Headline of the page; a recording of that name is what the page is about.
    """
    scope = next((above for above in element.iterancestors() if above.get("itemtype")), None)
    if scope is None or not is_foreign_scope(scope):
        return False
    named = scope.find('.//*[@itemprop="name"]')
    name = words_of((named.get("content") or named.text or "") if named is not None else "")
    return not name or len(name & words_of(headline)) < _AKIN * len(name)


def words_of(text: str) -> set[str]:
    """Returns the words of a text in one form."""
    return {squash(word) for word in text.split()} - {""}


def _is_titled(heading: HtmlElement, title: str) -> bool:
    text = text_of_element(heading)
    return len(text.split()) >= _HEADLINE_WORDS and squash(title).startswith(squash(text))


def _meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        name = element.get("property") or element.get("name") or ""
        if not name and (item := element.get("itemprop")) and not is_in_foreign_scope(element):
            name = item
        if name and content:
            tags.setdefault(name.strip().lower(), []).append(content)
    return tags
