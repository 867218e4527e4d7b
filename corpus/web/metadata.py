"""What a web page says about its article: JSON-LD first, then meta tags, then what is printed on it."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from corpus.metadata import Metadata
from corpus.metadata.authors import read_authors
from corpus.metadata.merge import from_places, merge
from corpus.metadata.record import read_url
from corpus.text import clean_line, squash
from corpus.web.dates import find_day
from corpus.web.elements import following, select, text_of_element
from corpus.web.json_ld import LinkedData
from corpus.web.site_names import SiteName, choose_site_name, ends_of_title, fit, labels, without_site

_SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name",
         "citation_journal_title", "publisher", "dc.publisher", "dcterms.publisher", "copyright")  # fmt: skip
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "headline",
          "citation_title", "title")  # fmt: skip
_DATE = ("article:published_time", "article:published", "og:published_time", "og:article:published_time",
         "datepublished", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate",
         "publication_date", "pubdate", "date.published", "published", "article.published", "dc.date.issued",
         "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
         "dcsext.articlefirstpublished", "cxenseparse:recs:publishtime", "rnews:datepublished",
         "citation_publication_date", "created", "date")  # fmt: skip
_AUTHOR = ("author", "byl", "sailthru.author", "parsely-author", "dc.creator", "dcterms.creator", "citation_author",
           "article:author", "article:author_name", "og:article:author", "article.author", "cxenseparse:author",
           "shareaholic:article_author_name", "dcsext.author", "creator")  # fmt: skip
_DESCRIPTION = ("og:description", "description", "twitter:description")
_BYLINE_MARK = re.compile(
    r"(?P<name>author[-_]*name|name[-_]*author|\bauthor\b|byline[-_]*name)|byline|author|autor", re.I
)
_WRITTEN_BY = re.compile(r"\b(?:by|von|por|par|da|door|av|af)\b", re.IGNORECASE)
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|staff|people|profile|newsteam|redaktion)/[^/]+/?$", re.I
)
_NO_PERSON = re.compile(r"\d|https?:|^(?:agenc(?:y|ies)|author|autor|byline|share|comments?|follow|stand)\b", re.I)
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}|[A-Z]{2,5}|[a-z]{3}")  # names and agencies
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
_HOME_LINKS = XPath("//a[@href='/' or @href='./' or (contains(@href, $host) and string-length(@href) < 200)]")
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|^\s*url:\s*)(\S+)", re.MULTILINE)
_BYLINE_LIMIT = 120  # characters
_ELEMENTS_BELOW = 250  # the headline
_HEADLINE_LIMIT = 300  # characters
_PRINTED = "heading of the page"
_AKIN_WORDS = 3  # that two headlines of one article share at least

Place = tuple[str, str]  # where it stands, what stands there


@dataclass(frozen=True, slots=True)
class _Page:
    tree: HtmlElement
    data: LinkedData
    meta: Mapping[str, list[str]]
    headings: list[HtmlElement]
    title: str

    def tags(self, names: Iterable[str]) -> Iterator[Place]:
        for name in names:
            yield from ((f"meta: {name}", content) for content in self.meta.get(name, ()))


@dataclass(frozen=True, slots=True)
class PageReading:
    """What a page says about its article, and where its headline stands.

    Attributes:
        metadata: The fields.
        headline: The element that prints the headline; None when there is none.
        descriptions: What the page says it is about, in its markup.
    """

    metadata: Metadata
    headline: HtmlElement | None
    descriptions: tuple[str, ...]


def read_page(tree: HtmlElement) -> PageReading:
    """Reads the metadata of a page, field by field; what it does not say stays empty."""
    title_tag = clean_line(tree.findtext(".//title") or "")
    page = _Page(tree, LinkedData(tree, title_tag), _meta_tags(tree), list(tree.iter("h1")), title_tag)
    url = _first("url", _urls(page), _article_url)
    host = urlsplit(url.url or "").hostname or ""
    titles = [html.unescape(text) for _, text in _titles(page)]
    site = choose_site_name(_site_names(page, host), host, titles) or _printed_name(tree, host)
    outlet = from_places(outlet=(site.name, site.origin)) if site else Metadata()
    names = [outlet.outlet, host, host.removeprefix("www."), *(name for _, name in page.tags(_SITE))]
    title = _first("title", _titles(page), lambda text: _headline(text, titles, names))
    heading = _heading(page, title.title, names) if title.title else None
    if heading is not None and squash(text_of_element(heading)) != squash(title.title):
        title = _printed_headline(title, without_site(text_of_element(heading), names))
    published = find_day(tree, _dates(page), url.url or "", heading)
    authors = _first("authors", _authors(page, heading), lambda text: _people(text, names))
    descriptions = (page.data.text("description"), *(text for _, text in page.tags(_DESCRIPTION)))
    return PageReading(merge((url, outlet, title, published, authors)), heading, descriptions)


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


def _meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and content:
            tags.setdefault(name.strip().lower(), []).append(content)
    return tags


def _urls(page: _Page) -> Iterator[Place]:
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


def _site_names(page: _Page, host: str) -> Iterator[SiteName]:
    for origin, name in page.tags(("og:site_name",)):
        yield SiteName(html.unescape(name), origin)
    for _, name in page.data.names("publisher"):
        yield SiteName(html.unescape(name), "JSON-LD: publisher")
    for origin, name in page.tags(_SITE):
        yield SiteName(html.unescape(name), origin)
    for title in (page.title, *page.meta.get("og:title", ())):
        yield from (SiteName(part, "title of the page", weak=True) for part in ends_of_title(html.unescape(title)))
    printed = (text_of_element(heading) for heading in page.headings)
    shown = [SiteName(name, "name on the page") for name in printed if name and page.title.endswith(name)]
    shown += [SiteName(name, "name on the page") for name in _logo_names(page.tree, host)]
    shown += [SiteName(name, origin) for origin, name in page.tags(("author",))]
    yield from (site for site in shown if squash(site.name) != squash(page.title) and fit(site.name, host) == 0)


def _logo_names(tree: HtmlElement, host: str) -> Iterator[str]:
    for link in select(_HOME_LINKS, tree, host=host or "/"):
        parts = urlsplit(link.get("href") or "")
        if not parts.path.strip("/") and parts.netloc in ("", host):
            yield from (link.get("title") or "", link.get("aria-label") or "", text_of_element(link))
            yield from (picture.get("alt") or "" for picture in link.iter("img"))


def _printed_name(tree: HtmlElement, host: str) -> SiteName | None:
    """Returns the name in the page's address as the page spells it: an address itself knows no capitals."""
    words = Counter(re.findall(r"[^\W_]{3,}", " ".join(tree.itertext("a", "p", "span", "div", "li", "footer"))))
    for label in labels(host):
        spellings = [word for word, _ in words.most_common() if word != word.lower() and squash(word) == label]
        if spellings:
            return SiteName(spellings[0], "domain of the url, spelled as on the page")
    bare = host.removeprefix("www.")
    return SiteName(bare, "domain of the url") if bare else None


def _titles(page: _Page) -> Iterator[Place]:
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


def _heading(page: _Page, title: str, names: list[str]) -> HtmlElement | None:
    """Returns the heading that is the headline as printed: one that is marked too, or shares most words with it."""
    marked = {squash(without_site(text, names)) for origin, text in _titles(page) if origin != _PRINTED}
    marked -= {squash(name) for name in names}
    wanted = _words(title)
    shared = [(squash(text) in marked, len(wanted & _words(text)), heading)
              for heading in page.headings if (text := text_of_element(heading))]  # fmt: skip
    same, most, best = max(shared, key=lambda found: found[:2], default=(False, 0, None))
    return best if same or most >= min(_AKIN_WORDS, len(wanted)) else None


def _printed_headline(title: Metadata, printed: str) -> Metadata:
    """Returns the headline as printed, unless it is the marked one with a kicker before or after it."""
    if squash(title.title) in squash(printed) or len(printed) > _HEADLINE_LIMIT:
        return title
    return from_places(title=(printed, _PRINTED))


def _words(text: str) -> set[str]:
    return {squash(word) for word in text.split()} - {""}


def _dates(page: _Page) -> Iterator[Place]:
    yield "JSON-LD: datePublished", page.data.text("datePublished")
    yield from page.tags(_DATE)
    for path in ('.//time[@itemprop="datePublished"]', ".//time[@pubdate]", './/*[@itemprop="datePublished"]'):
        for element in page.tree.iterfind(path):
            yield "time printed on the page", element.get("datetime") or element.get("content") or ""
    yield "JSON-LD: dateCreated", page.data.text("dateCreated")


def _authors(page: _Page, heading: HtmlElement | None) -> Iterator[Place]:
    people = page.data.names("author") or page.data.names("creator")
    for kind in ("Person", ""):
        yield "JSON-LD: author", "; ".join(name for made, name in people if kind in made)
    for name in _AUTHOR:
        yield f"meta: {name}", "; ".join(page.meta.get(name, ()))
    for label in page.meta.get("twitter:label1", ()):  # beside it stands whatever the label says
        if _WRITTEN_BY.search(label):
            yield "meta: twitter:data1", "; ".join(page.meta.get("twitter:data1", ()))
    if heading is not None:
        yield "byline on the page", "; ".join(_byline(heading))


def _byline(heading: HtmlElement) -> list[str]:
    """Returns the names below the headline, in the elements that are marked most clearly as naming an author."""
    found: dict[tuple[int, str], list[str]] = {}
    for element in islice(following(heading), _ELEMENTS_BELOW):
        marks = f"{element.get('rel', '')} {element.get('itemprop', '')} {element.get('class', '')}"
        match = _BYLINE_MARK.search(marks)
        text = text_of_element(element) if match or _AUTHOR_LINK.search(element.get("href", "")) else ""
        names = [name for name in read_authors(text) if _PERSON.fullmatch(name)] if len(text) <= _BYLINE_LIMIT else []
        if names:
            found.setdefault((0 if match is None or match["name"] else 1, marks), []).extend(names)
    return found[min(found, key=lambda key: key[0])] if found else []


def _people(text: str, names: list[str]) -> tuple[str, ...]:
    sites = {squash(name) for name in names}
    return tuple(name for name in read_authors(text) if squash(name) not in sites and not _NO_PERSON.search(name))
