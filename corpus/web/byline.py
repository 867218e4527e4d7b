"""Who wrote the article of a page: persons, as its markup names them or its byline prints them."""

import re
from collections.abc import Collection, Container, Iterator
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from corpus.metadata.authors import is_person, is_role, read_authors
from corpus.text import clean_line, squash
from corpus.web.credit_lines import credited_agency, labelled_names, names_in_lines
from corpus.web.elements import following
from corpus.web.page import Page, Place, mark_of

_TAGS = ("author", "byl", "sailthru.author", "parsely-author", "dc.creator", "dcterms.creator", "citation_author",
         "article:author", "article:author_name", "og:article:author", "article.author", "cxenseparse:author",
         "shareaholic:article_author_name", "dcsext.author", "articleauthor", "creator")  # fmt: skip
_MARK = re.compile(
    r"(?P<name>author[-_]*name|name[-_]*author|\bauthor\b|byline[-_]*name)|byline|author|autor|auteur|signature",
    re.IGNORECASE,
)
_LINK = re.compile(r"/(?:authors?|autor(?:en|es)?|auteurs?|staff|people|profile|newsteam|redaktion)/[^/]+/?$", re.I)
_NOT_IN_BYLINE = frozenset({"button", "figure", "figcaption", "blockquote", "nav", "time", "select", "form"})
_BUTTON = re.compile(
    r"btn|button|follow|\btopics?\b(?!-)|share|social|subscri|newsletter|avatar|bio\b|biograph", re.IGNORECASE
)
_BESIDE = re.compile(r"tweet|embed|comment|related|teaser|promo|caption|credit|gallery|most-?read|trending", re.I)
_WRITTEN_BY = re.compile(r"\b(?:by|von|por|par|da|door|av|af)\b", re.IGNORECASE)
_AND = re.compile(r"^(?:,|;|/|&|\+|and|und|et|y|e|en|og|och|with|mit|avec|con)?$", re.IGNORECASE)
_NO_PERSON = re.compile(
    r"\d|https?:|^(?:agenc(?:y|ies)|author|autor|byline|shares?|comments?|follow|stand|photos?|fotos?|"
    r"bild(?:er)?|images?|pictures?|illustration|video|grafik|graphic|getty|credit|crédit|copyright|updated?|"
    r"published|posted|topics|subscribe|listen)\b",
    re.IGNORECASE,
)
_EAST_ASIAN = re.compile(r"[\u3040-\u9fff々]{2,6}")  # names that follow each other without a mark
_ELEMENTS_BELOW = 250  # the headline
_LENGTH_LIMIT = 160  # characters of a byline


def marked_authors(page: Page) -> Iterator[Place]:
    """Gives what the markup of a page names as its authors, the most trusted place first."""
    people = page.data.names("author") or page.data.names("creator")
    for kind in ("Person", ""):
        yield "JSON-LD: author", "; ".join(name for made, name in people if kind in made)
    for name in _TAGS:
        yield f"meta: {name}", "; ".join(page.meta.get(name, ()))
    for label in page.meta.get("twitter:label1", ()):  # beside it stands whatever the label says
        if _WRITTEN_BY.search(label):
            yield "meta: twitter:data1", "; ".join(page.meta.get("twitter:data1", ()))


def printed_authors(page: Page, heading: HtmlElement | None) -> Iterator[Place]:
    """Gives what a page prints as its authors: in its byline below the headline, else in a line that says so."""
    if heading is not None:
        yield "byline on the page", "; ".join(_byline(heading) or byline_naming(heading))
    yield "line on the page that names the author", "; ".join(labelled_names(page.tree))
    below = following(heading, _is_beside) if heading is not None else ()
    yield "agency credited on the page", credited_agency(below, page.tree)


def byline_naming(heading: HtmlElement, known: Collection[str] = ()) -> list[str]:
    """Returns the names in the line below the headline that says who wrote, or begins with an author who is known.

    Args:
        heading: The headline.
        known: Names of authors, squashed.
    """
    return names_in_lines(following(heading, _is_beside), known)


def _byline(heading: HtmlElement) -> list[str]:
    """Returns the names below the headline, in the elements that are marked most clearly as naming an author."""
    found: dict[tuple[int, str], list[str]] = {}
    for element in islice(following(heading, _is_beside), _ELEMENTS_BELOW):
        marks = " ".join(mark_of(element, name) for name in ("rel", "itemprop", "class"))
        match = _mark_of_author(marks)
        names = _names_in(element) if match or _LINK.search(element.get("href", "")) else []
        if names:
            found.setdefault((0 if match is None or match["name"] else 1, marks), []).extend(names)
    return found[min(found, key=lambda key: key[0])] if found else []


@lru_cache(maxsize=4_096)
def _mark_of_author(marks: str) -> re.Match[str] | None:
    return None if _BUTTON.search(marks) else _MARK.search(marks)


def _is_beside(element: HtmlElement) -> bool:
    return element.tag in _NOT_IN_BYLINE or _is_mark_beside(mark_of(element))


@lru_cache(maxsize=4_096)
def _is_mark_beside(name: str) -> bool:
    return bool(_BESIDE.search(name))


def _names_in(element: HtmlElement) -> list[str]:
    """Returns the persons that a byline names first: what else stands in it is a role, a place or a day."""
    pieces = list(_pieces(element))
    if sum(map(len, pieces)) > _LENGTH_LIMIT:
        return []
    found: list[str] = []
    joined = True
    for piece in pieces:
        names = [name for name in read_authors(piece) if is_person(name)]
        if names and (joined or _EAST_ASIAN.fullmatch(piece)):
            found += names
        joined = not found or bool(_AND.match(piece.strip())) or (piece[-1] in ",&" and is_role(piece.strip(" ,&")))
    return found or [name for name in read_authors(" ".join(pieces)) if is_person(name)]


def _pieces(element: HtmlElement) -> Iterator[str]:
    """Gives the texts of an element, without those of buttons and times."""
    passed_over = {inner for inner in element.iter() if inner is not element and _is_no_name(inner)}
    for text in element.xpath(".//text()"):
        holder = text.getparent().getparent() if text.is_tail else text.getparent()
        if not any(above in passed_over for above in (holder, *holder.iterancestors())) and text.strip():
            yield clean_line(str(text))


def _is_no_name(element: HtmlElement) -> bool:
    named = isinstance(element.tag, str)
    return not named or element.tag in _NOT_IN_BYLINE or bool(_BUTTON.search(mark_of(element)))


def people(text: str, sites: Container[str]) -> tuple[str, ...]:
    """Returns the authors that a place names, without the site itself and what is no person.

    Args:
        text: What stands there.
        sites: Names of the page's site, squashed.
    """
    return tuple(name for name in read_authors(text) if squash(name) not in sites and not _NO_PERSON.search(name))
