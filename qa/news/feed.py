"""What is new to saved searches as a feed that any reader of feeds takes, in the form called Atom (RFC 4287)."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from qa.news import News
from qa.news.news import words_stamp
from qa.news.shown import came_of
from qa.passage import Passage
from qa.render.wording import day

_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what no XML may hold, however written

register_namespace("", _ATOM)


def news_to_feed(all_news: Iterable[News], feed_id: str) -> str:
    """Writes what is new as a feed.

    Args:
        all_news: What is new to each of the saved searches.
        feed_id: Stands for the collection, the same in each of its feeds.

    Returns:
        The feed, an entry for each new passage, the latest first. A passage of a search has the same id in each feed
        that holds it, so a reader shows it once.
    """
    found = [(came_of(passage, news).at, news, passage) for news in all_news for passage in news.passages]
    found.sort(key=lambda one: one[0], reverse=True)
    feed = Element(_name("feed"))
    _add(feed, "id", _id(feed_id))
    _add(feed, "title", "Dateline: new to saved searches")
    _add(feed, "updated", _time(found[0][0] if found else datetime(1970, 1, 1, tzinfo=UTC)))
    for at, news, passage in found:
        _add_entry(feed, at, news, passage, feed_id)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _add_entry(feed: Element, at: datetime, news: News, passage: Passage, feed_id: str) -> None:
    citation = passage.citation
    entry = SubElement(feed, _name("entry"))
    _add(entry, "id", _id(feed_id, news.search.id, citation.article_id, words_stamp(passage)))
    _add(entry, "title", f"{news.search.name}: {citation.title.strip() or 'No headline'}")
    _add(entry, "updated", _time(at))
    _add(SubElement(entry, _name("author")), "name", citation.outlet)
    if citation.url and citation.url.startswith(("http://", "https://")):
        SubElement(entry, _name("link"), {"rel": "alternate", "href": _xml(citation.url)})
    source = "; ".join(filter(None, (citation.outlet, day(citation.published), " and ".join(citation.authors))))
    _add(entry, "content", f"“{passage.text}”\n\n{source}").set("type", "text")


def _add(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, _name(name))
    element.text = _xml(text)
    return element


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _xml(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _id(*parts: str) -> str:
    return f"urn:sha256:{sha256(chr(0).join(parts).encode('utf-8', 'surrogatepass')).hexdigest()}"


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
