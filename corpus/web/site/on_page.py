"""What a page calls its site: in its meta tags, its title, its logo and its address."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from corpus.metadata.outlets import host_of
from corpus.text import squash
from corpus.web.elements import select, text_of_element
from corpus.web.page import Page
from corpus.web.site.known import is_known, known_names
from corpus.web.site.names import SiteName, choose_site_name, end_after_bar, ends_of_title, fit, labels

SITE_TAGS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name",
             "citation_journal_title", "publisher", "dc.publisher", "dcterms.publisher", "copyright")  # fmt: skip
_OWN_NAME = ("og:site_name", "application-name")
_HOME_LINKS = XPath("//a[@href='/' or @href='./' or (contains(@href, $host) and string-length(@href) < 200)]")
_RIGHTS = XPath("//*[not(self::script or self::style)][contains(text(), '©') or contains(text(), 'opyright')]")
_MOST_LINES = 20  # that speak of rights
_LINE_LIMIT = 300  # characters
_NAME_LETTERS = 4  # of a name in such a line, at least


def own_host(page: Page, addresses: Iterable[str]) -> str:
    """Returns the host of a page; empty when it is not known.

    Where its addresses differ it is the one that its name fits: a canonical link may lead to whoever wrote the text.

    Args:
        page: The page.
        addresses: Its addresses as written, the most trusted first.
    """
    hosts = [host for text in addresses if (host := host_of(html.unescape(text).strip()))]
    names = [html.unescape(name) for _, name in page.tags(_OWN_NAME)]
    fitting = (host for host in hosts for name in names if fit(name, host) == 0 or _is_known_of(name, host))
    return next(fitting, hosts[0] if hosts else "")


def find_site(page: Page, host: str, headlines: Iterable[str]) -> SiteName | None:
    """Returns the name of the site as the page gives it or its address spells it; None where neither does.

    Args:
        page: The page.
        host: Its host; empty when it is not known.
        headlines: Its headlines.
    """
    return choose_site_name(_site_names(page, host), host, headlines) or _printed_name(page.tree, host)


def _is_known_of(name: str, host: str) -> bool:
    return squash(name) in map(squash, known_names(host))


def _site_names(page: Page, host: str) -> Iterator[SiteName]:
    for origin, name in page.tags(("og:site_name",)):
        yield SiteName(html.unescape(name), origin)
    for _, name in page.data.names("publisher"):
        yield SiteName(html.unescape(name), "JSON-LD: publisher")
    for origin, name in page.tags(SITE_TAGS):
        yield SiteName(html.unescape(name), origin, owner=origin == "meta: copyright")
    logos = list(_logo_names(page.tree, host))
    yield from _names_in_titles(page, host, logos)
    printed = (text_of_element(heading) for heading in page.headings)
    shown = [SiteName(name, "name on the page") for name in printed if name and page.title.endswith(name)]
    shown += [SiteName(name, "name on the page") for name in logos]
    shown += [SiteName(name, origin) for origin, name in page.tags(("author",))]
    yield from (site for site in shown if squash(site.name) != squash(page.title) and fit(site.name, host) == 0)


def _names_in_titles(page: Page, host: str, logos: list[str]) -> Iterator[SiteName]:
    """Gives the ends of titles: weak where nothing else on the page says that they name the site."""
    printed = [text_of_element(heading) for heading in page.headings]
    headlines = {squash(text) for text in (*printed, page.data.text("headline"))} - {""}
    named = {squash(logo) for logo in logos}
    for title in map(html.unescape, (page.title, *page.meta.get("og:title", ()))):
        added = end_after_bar(title, printed[0]) if len(printed) == 1 and not host else ""
        for part in ends_of_title(title):
            key = squash(part)
            fits = fit(part, host) == 0
            if not key or (not fits and any(key in headline for headline in headlines)):
                continue
            certain = (
                fits or part == added or (not host and is_known(part)) or key in named or _is_owner(key, page.tree)
            )
            yield SiteName(part, "title of the page", weak=not certain)


def _is_owner(key: str, tree: HtmlElement) -> bool:
    """Says whether a line about rights on the page holds a name."""
    lines = map(text_of_element, select(_RIGHTS, tree)[:_MOST_LINES]) if len(key) >= _NAME_LETTERS else ()
    return any(key in squash(line) for line in lines if len(line) <= _LINE_LIMIT)


def _logo_names(tree: HtmlElement, host: str) -> Iterator[str]:
    for link in select(_HOME_LINKS, tree, host=host or "/"):
        try:
            parts = urlsplit(link.get("href") or "")
        except ValueError:
            continue
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
