"""NewsML 1: items in which components of components hold NITF, XHTML or paragraphs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from corpus.article import Edition
from corpus.formats.agency.body import Body, body_of
from corpus.formats.agency.editions import created, is_taken_back, number
from corpus.formats.agency.nitf import authors_of
from corpus.formats.agency.notes import without_notes
from corpus.formats.agency.xml_file import at, below, children, first_value, first_words, name_of, words_of
from corpus.formats.documents import Record
from corpus.web.blocks import text_of

_BESIDE = frozenset({"caption", "abstract", "summary", "thumbnail", "preview", "photo", "picture", "graphic"})
_TEXT = frozenset({"", "text", "complexdata"})


def read_items(root: etree._Element) -> Iterator[Record | str]:
    """Gives the items of a file; a text says why one is no article."""
    for item in below(root, "newsitem"):
        edition = _edition(item)
        stories = list(_stories(item))
        for number_of, (component, parts) in enumerate(stories, start=1):
            record = _record(item, component, parts, edition)
            part = f"#{number_of}" if edition and len(stories) > 1 else ""
            yield replace(record, fields={**record.fields, "article_id": f"{record.fields['article_id']}{part}"})
        if stories:
            continue
        if edition and edition.withdraws:
            yield _record(item, item, (), edition)
        else:
            kinds = dict.fromkeys(kind.get("FormalName") or "" for kind in below(item, "mediatype"))
            shown = ", ".join(filter(None, kinds))
            yield f"holds no text, only {shown}" if shown else "holds no text"


def _stories(item: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """Gives each component that has a headline of its own with the contents that are text under it."""
    stories: dict[etree._Element, list[etree._Element]] = {}
    for content in below(item, "contentitem"):
        if first_value(children(content, "mediatype"), "FormalName").lower() not in _TEXT or not _body(content).text:
            continue
        owner = next(inner for inner in content.iterancestors() if name_of(inner) == "newsitem")
        if owner is not item:  # of an item inside this one
            continue
        components = [owner for owner in content.iterancestors() if name_of(owner) == "newscomponent"]
        if any(_role(component) in _BESIDE for component in components):
            continue
        named = (component for component in components if first_words(at(component, "newslines/headline")))
        stories.setdefault(next(named, components[-1] if components else item), []).append(content)
    yield from stories.items()


def _role(component: etree._Element) -> str:
    return first_value(children(component, "role"), "FormalName").lower()


def _body(content: etree._Element) -> Body:
    data = next(children(content, "datacontent"), None)
    if data is None:
        return Body("")
    if not any(isinstance(child.tag, str) for child in data):  # CDATA, or text alone
        text = data.text or ""
        kept = without_notes(text_of(text) if "<" in text and ">" in text else text.strip())
        return Body(kept.text, kept.dropped)
    part = next(below(data, "body.content"), None)
    page = next(below(data, "body"), None) if part is None else None
    return body_of(part if part is not None else page if page is not None else data)


def _record(
    item: etree._Element, component: etree._Element, contents: Iterable[etree._Element], edition: Edition | None
) -> Record:
    bodies = [_body(content) for content in contents]
    around = [component, *component.iterancestors(), item]
    nitf = next((found for found in below(component, "nitf")), None)
    by = [words_of(line) for line in _lines(around, "byline")]
    fields: dict[str, object] = {
        "outlet": _outlet(item, around),
        "title": first_words(_lines(around, "headline")),
        "published": _managed(item, "thisrevisioncreated") or _managed(item, "firstcreated"),
        "authors": by or (list(authors_of(nitf)) if nitf is not None else []),
        "article_id": edition.item if edition else "",
        "slug": first_words(_lines(around, "slugline")) or first_words(at(item, "identification/namelabel")),
        "keywords": [words_of(line) for line in _lines(around, "keywordline")],
        "embargo": _embargo(item),
        "edition": edition,
    }
    notes = [words_of(line) for line in _lines(around, "notetoeditors")]
    text = "\n\n".join(dict.fromkeys(body.text for body in bodies))
    return Record(fields, text, (*(line for body in bodies for line in body.dropped), *notes))


def _lines(around: Iterable[etree._Element], name: str) -> list[etree._Element]:
    """Returns the lines of a kind of the nearest component that has any."""
    found = ([line for line in at(component, f"newslines/{name}") if words_of(line)] for component in around)
    own = next(filter(None, found), None)
    return own or []


def _outlet(item: etree._Element, around: Iterable[etree._Element]) -> str:
    parties = [
        party
        for component in (*around, *below(item, "newscomponent"))
        for path in ("administrativemetadata/provider/party", "administrativemetadata/source/party")
        for party in at(component, path)
    ]
    return (
        first_value(iter(parties), "FormalName")
        or first_words(below(item, "creditline"))
        or first_words(at(item, "identification/newsidentifier/providerid"))
    )


def _edition(item: etree._Element) -> Edition | None:
    identifier = next(at(item, "identification/newsidentifier"), None)
    names = [first_words(at(identifier, name)) for name in ("providerid", "dateid", "newsitemid")]
    if not names[2]:
        return None
    status = first_value(at(item, "newsmanagement/status"), "FormalName")
    orders = [(order.get("FormalName") or "").lower() for order in at(item, "newsmanagement/instruction")]
    return Edition(
        "urn:newsml:" + ":".join(names),
        number(first_words(at(identifier, "revisionid"))),
        created(_managed(item, "thisrevisioncreated")),
        is_taken_back(status) or "delete" in orders or "kill" in orders,
    )


def _embargo(item: etree._Element) -> str:
    if first_value(at(item, "newsmanagement/status"), "FormalName").lower() != "embargoed":
        return ""
    return first_words(at(item, "newsmanagement/statuswillchange/dateandtime"))


def _managed(item: etree._Element, name: str) -> str:
    return first_words(at(item, f"newsmanagement/{name}"))
