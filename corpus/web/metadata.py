"""What a web page says about its article: JSON-LD first, then meta tags, then what is printed on it."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from corpus.metadata import Metadata
from corpus.metadata.merge import from_places, merge
from corpus.metadata.printed.style import style_of
from corpus.metadata.record import read_url
from corpus.text import clean_line, squash
from corpus.web.byline import byline_naming, marked_authors, people, printed_authors
from corpus.web.dates import find_day
from corpus.web.elements import text_of_element
from corpus.web.page import Page, Place, is_embedded, is_in_foreign_scope, open_page, words_of
from corpus.web.site.known import known_names
from corpus.web.site.names import without_site
from corpus.web.site.on_page import SITE_TAGS, find_site, own_host

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "headline",
          "citation_title", "title")  # fmt: skip
_DATE = ("article:published_time", "article:published", "og:published_time", "og:article:published_time",
         "datepublished", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate",
         "publication_date", "pubdate", "date.published", "published", "article.published", "dc.date.issued",
         "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
         "dcsext.articlefirstpublished", "cxenseparse:recs:publishtime", "rnews:datepublished",
         "citation_publication_date", "pdate", "dtk:publishdate", "created", "date")  # fmt: skip
_DESCRIPTION = ("og:description", "description", "twitter:description")
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|^\s*url:\s*)(\S+)", re.MULTILINE)
_HEADLINE_LIMIT = 300  # characters
_NEAR = 3  # elements above a date, that tell whether it is an embedded post's
_PRINTED = "heading of the page"
_AKIN_WORDS = 3  # that two headlines of one article share at least


@dataclass(frozen=True, slots=True)
class PageReading:
    """What a page says about its article, and where its headline stands.

    Attributes:
        metadata: The fields.
        headline: The element that prints the headline; None when there is none.
        descriptions: What the page says it is about, in its markup.
        body: The text of the article as the page describes it for machines; mostly empty.
        is_described: Whether the page describes an article for machines at all.
    """

    metadata: Metadata
    headline: HtmlElement | None
    descriptions: tuple[str, ...]
    body: str = ""
    is_described: bool = False


def read_page(tree: HtmlElement) -> PageReading:
    """Reads the metadata of a page, field by field; what it does not say stays empty."""
    page = open_page(tree)
    url = _first("url", _urls(page), _article_url)
    host = own_host(page, (url.url or "", *(text for _, text in _urls(page))))
    titles = [html.unescape(text) for _, text in _titles(page)]
    site = find_site(page, host, titles)
    outlet = from_places(outlet=(site.name, site.origin)) if site else Metadata()
    names = [outlet.outlet, host, host.removeprefix("www."), *known_names(host)]
    names += [name for _, name in page.tags(SITE_TAGS)]
    title = _first("title", _titles(page), lambda text: _headline(text, titles, names))
    heading = _heading(page, title.title, names) if title.title else None
    if heading is not None and squash(text_of_element(heading)) != squash(title.title):
        printed = without_site(text_of_element(heading), names)
        marked = {squash(without_site(text, names)) for _, text in page.tags(_TITLE)}
        title = _printed_headline(title, printed, is_marked=squash(printed) in marked)
    style = style_of(tree.get("lang") or tree.get("xml:lang") or "", host)
    beside = _printed_again(tree, title.title, heading)
    published = find_day(tree, _dates(page, title.title), url.url or "", beside, style)
    authors = _authors(page, heading, {squash(name) for name in names})
    descriptions = (page.data.text("description"), *(text for _, text in page.tags(_DESCRIPTION)))
    return PageReading(
        merge((url, outlet, title, published, authors)),
        heading,
        descriptions,
        page.data.text("articleBody"),
        bool(page.data.article),
    )


def _first(field: str, places: Iterable[Place], convert: Callable[[str], object]) -> Metadata:
    """Returns what the first place gives that can be used."""
    for origin, text in places:
        try:
            value = convert(html.unescape(text))
        except (ValueError, OverflowError):
            continue
        if value:
            return from_places(**{field: (value, origin)})
    return Metadata()


def _authors(page: Page, heading: HtmlElement | None, sites: set[str]) -> Metadata:
    """Returns the authors that the first place names, unless two others agree on nobody of them.

    The account that put a text on the site stands in JSON-LD where its authors stand in the byline and a meta tag.
    """
    marked = list(_people_of(marked_authors(page), sites))
    if marked and not any(marked[0][1].isdisjoint(keys) for _, keys, _ in marked):
        line = byline_naming(heading, marked[0][1]) if heading is not None else []
        printed = {squash(name) for name in line}
        if marked[0][1] < printed and printed.isdisjoint(sites):  # some markup has room for one author
            return from_places(authors=(tuple(line), "byline on the page"))
        return from_places(authors=(marked[0][0], marked[0][2]))
    found = [*marked, *islice(_people_of(printed_authors(page, heading), sites), 1)]
    agreed = (
        place
        for place in found[1:]
        if place[1].isdisjoint(found[0][1]) and any(place[1] == other[1] and place[2] != other[2] for other in found)
    )
    names, _, origin = next(agreed, found[0]) if found else ((), set(), "")
    return from_places(authors=(names, origin))


def _people_of(places: Iterable[Place], sites: set[str]) -> Iterator[tuple[tuple[str, ...], set[str], str]]:
    """Gives the persons that places name, in one form too, and where they stand."""
    for origin, text in places:
        if names := people(html.unescape(text), sites):
            yield names, {squash(name) for name in names}, origin


def _urls(page: Page) -> Iterator[Place]:
    for link in page.tree.iterfind('.//link[@rel="canonical"]'):
        yield "canonical link", link.get("href") or ""
    yield from page.tags(("og:url",))
    yield "JSON-LD: mainEntityOfPage", page.data.text("mainEntityOfPage")
    yield "JSON-LD: url", page.data.text("url")
    yield from page.tags(("twitter:url", "parsely-link", "dc.identifier"))
    for comment in page.tree.xpath("//comment()")[:20]:  # browsers note there where they saved a page from
        if match := _SAVED_FROM.search(comment.text or ""):
            yield "address noted when the page was saved", match[1]


def _article_url(text: str) -> str | None:
    url = read_url("https:" + text if text.startswith("//") else text)
    return url if url and urlsplit(url).path.strip("/") else None  # the home page is no address of an article


def _titles(page: Page) -> Iterator[Place]:
    yield "JSON-LD: headline", page.data.text("headline")
    yield from page.tags(_TITLE)
    if len(page.headings) == 1:
        yield _PRINTED, text_of_element(page.headings[0])
    yield "title of the page", page.title


def _headline(text: str, titles: list[str], names: list[str]) -> str:
    line = clean_line(text)
    if _CUT.search(line):  # made to fit somewhere: take the whole one where the page has it
        start = squash(_CUT.sub("", line))
        whole = [clean_line(title) for title in titles if not _CUT.search(title) and squash(title).startswith(start)]
        line = whole[0] if whole else line
    return without_site(line, names)


def _heading(page: Page, title: str, names: list[str]) -> HtmlElement | None:
    """Returns the heading that is the headline as printed: one that is marked too, or shares most words with it."""
    marked = {squash(without_site(text, names)) for origin, text in _titles(page) if origin != _PRINTED}
    marked -= {squash(name) for name in names}
    wanted = words_of(title)
    shared = [(squash(text) in marked, len(wanted & words_of(text)), heading)
              for heading in page.headings if (text := text_of_element(heading))]  # fmt: skip
    same, most, best = max(shared, key=lambda found: found[:2], default=(False, 0, None))
    return best if same or most >= min(_AKIN_WORDS, len(wanted)) else None


def _printed_again(tree: HtmlElement, title: str, heading: HtmlElement | None) -> HtmlElement | None:
    """Returns the lower heading that is the headline alone where the first holds more: a masthead with its clock."""
    key = squash(title)
    if heading is None or squash(text_of_element(heading)) == key:
        return heading
    return next((lower for lower in tree.iter("h2", "h3") if squash(text_of_element(lower)) == key), heading)


def _printed_headline(title: Metadata, printed: str, *, is_marked: bool) -> Metadata:
    """Returns the headline as printed, unless it is the marked one with a kicker before or after it.

    What other markup has whole is no kicker: JSON-LD often gives a shorter headline, for search engines.
    """
    if (squash(title.title) in squash(printed) and not is_marked) or len(printed) > _HEADLINE_LIMIT:
        return title
    return from_places(title=(printed, _PRINTED))


def _dates(page: Page, headline: str) -> Iterator[Place]:
    yield "JSON-LD: datePublished", page.data.text("datePublished")
    yield from page.tags(_DATE)
    for path in ('.//time[@itemprop="datePublished"]', ".//time[@pubdate]", './/*[@itemprop="datePublished"]'):
        for element in page.tree.iterfind(path):
            if not is_in_foreign_scope(element, headline) and not any(
                map(is_embedded, islice(element.iterancestors(), _NEAR))
            ):
                yield "time printed on the page", element.get("datetime") or element.get("content") or ""
    yield "JSON-LD: dateCreated", page.data.text("dateCreated")
