"""NITF, the format in which agencies mark up one story, alone or inside NewsML."""

import re
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from corpus.article import Edition
from corpus.formats.agency.body import body_of
from corpus.formats.agency.editions import created, number
from corpus.formats.agency.xml_file import at, below, children, first_value, first_words, words_of
from corpus.formats.documents import Record
from corpus.metadata.times import read_time
from corpus.text import squash

_SLUGS = frozenset({"slug", "slugline", "anpa-keyword", "keyword-slug", "ntbstikkord"})
_TAKEN_BACK = ("canceled", "cancelled", "withheld")
# What a message to editors says of the whole story; "withdraws the photo" is another matter.
_KILLED = re.compile(
    r"(?i:(?:mandatory )?kill(?:ed)?|withdrawn|cancell?ed)\W*|(?:.{0,40}\W)?KILL\b.*"
    r"|.{0,60}\b(?:story|item|article|text|document|report) (?:is|was|has been|have been) "
    r"(?:withdrawn|killed|cancell?ed)\b.*",
    re.DOTALL,
)
_INITIALS = re.compile(r"\S{1,12}")  # whoever wrote and edited it, for colleagues


def read_nitf(nitf: etree._Element) -> Record:
    """Reads one story.

    Args:
        nitf: The element of it.
    """
    head = next(children(nitf, "head"), None)
    data = next(at(head, "docdata"), None)
    top = next(at(nitf, "body/body.head"), None)
    contents = [body_of(content) for content in at(nitf, "body/body.content")]
    if not contents and (content := next(below(nitf, "body.content"), None)) is not None:
        contents = [body_of(content)]
    text = "\n\n".join(body.text for body in contents if body.text)
    title = headline_of(nitf) or first_words(at(head, "title"))
    lead = first_words(at(top, "abstract"))
    if lead and text and squash(lead) not in squash(text) and squash(lead) != squash(title):
        text = f"{lead}\n\n{text}"
    message = first_value(at(data, "ed-msg"), "info")
    edition = _edition(data, message)
    lower = [words_of(inner) for line in _headings(top) for inner in children(line, "hl2")]
    beside = [*(line for line in lower if line != title), message, words_of(next(at(nitf, "body/body.end"), None))]
    fields: dict[str, object] = {
        "outlet": _outlet(head, top),
        "title": title,
        "published": first_value(at(head, "pubdata"), "date.publication")
        or first_value(at(data, "date.issue"), "norm")
        or first_value(at(data, "date.release"), "norm")
        or first_value(at(top, "dateline/story.date"), "norm"),
        "authors": list(authors_of(nitf)),
        "article_id": edition.item if edition else "",
        "slug": _slug(head),
        "keywords": [keyword.get("key") for keyword in at(data, "key-list/keyword") if keyword.get("key")],
        "embargo": _embargo(data),
        "edition": edition,
    }
    return Record(fields, text, tuple(filter(None, (*(line for body in contents for line in body.dropped), *beside))))


def headline_of(nitf: etree._Element) -> str:
    """Returns the headline above the text of a story; empty where it has none."""
    top = next(at(nitf, "body/body.head"), None)
    return first_words(inner for line in _headings(top) for inner in children(line, "hl1"))


def authors_of(nitf: etree._Element) -> Iterator[str]:
    """Gives the lines that name who wrote it, without what they are."""
    for byline in at(nitf, "body/body.head/byline"):
        people = [words_of(person) for person in children(byline, "person")]
        if any(people):
            yield from people
            continue
        titles = [words_of(title) for title in children(byline, "byttl")]
        line = words_of(byline)
        for title in titles:
            line = line.removesuffix(title).strip()
        if not _INITIALS.fullmatch(line):
            yield line.replace(" / ", "; ")


def _headings(top: etree._Element | None) -> Iterator[etree._Element]:
    """Gives the elements that hold headlines; some agencies write their name as other formats do."""
    return iter(()) if top is None else children(top, "hedline", "headline")


def _outlet(head: etree._Element | None, top: etree._Element | None) -> str:
    return (
        first_value(at(head, "pubdata"), "name")
        or first_words(at(top, "distributor"))
        or first_value(at(head, "docdata/doc.copyright"), "holder")
        or first_words(at(top, "rights/rights.owner"))
        or first_value(at(head, "docdata/del-list/from-src"), "src-name")
        or first_value(at(head, "docdata/doc-id"), "regsrc")
    )


def _slug(head: etree._Element | None) -> str:
    said = (meta for meta in at(head, "meta") if (meta.get("name") or "").lower() in _SLUGS)
    unnumbered = (key for key in at(head, "docdata/du-key") if key.get("version") is None)
    return first_value(said, "content") or first_value(unnumbered, "key")


def _edition(data: etree._Element | None, message: str) -> Edition | None:
    if data is None:
        return None
    status = (data.get("management-status") or "").strip().lower()
    said = (data.get("management-idref-status") or "").strip().lower()
    other = (data.get("management-doc-idref") or "").strip()
    at_time = created(first_value(at(data, "date.issue"), "norm") or first_value(at(data, "date.release"), "norm"))
    if other and said in _TAKEN_BACK:
        return Edition(other, None, at_time, withdraws=True)
    withdraws = status in _TAKEN_BACK or bool(_KILLED.fullmatch(message))
    key = next((key for key in at(data, "du-key") if key.get("key") and number(key.get("version")) is not None), None)
    if key is not None:
        return Edition((key.get("key") or "").strip(), number(key.get("version")), at_time, withdraws)
    item = other if withdraws and other else first_value(at(data, "doc-id"), "id-string")
    if item:
        return Edition(item, None, at_time, withdraws)
    return Edition("an item that it does not name", None, at_time, withdraws, certain=False) if withdraws else None


def _embargo(data: etree._Element | None) -> str | None:
    """Returns when a story may be published, where that is later than when it was sent."""
    release = first_value(at(data, "date.release"), "norm")
    issue = first_value(at(data, "date.issue"), "norm")
    if not release:
        return None
    if data is not None and (data.get("management-status") or "").lower() == "embargoed":
        return release
    try:
        return release if _later(read_time(release), read_time(issue)) else None
    except ValueError:
        return None


def _later(one: datetime, other: datetime) -> bool:
    if bool(one.tzinfo) != bool(other.tzinfo):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return one > other
