"""NewsML-G2: items with their text in NITF, XHTML or plain, one a file or several in a message."""

import re
from collections.abc import Iterator

from lxml import etree

from corpus.article import Edition
from corpus.formats.agency.body import Body, body_of
from corpus.formats.agency.editions import created, is_taken_back, number
from corpus.formats.agency.nitf import authors_of, headline_of
from corpus.formats.agency.notes import without_notes
from corpus.formats.agency.xml_file import at, below, children, first_value, first_words, name_of, words_of
from corpus.formats.documents import Record
from corpus.web.blocks import text_of

_OTHERS = ("packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem")
_DOMAIN = re.compile(r"(?:[\w-]{1,40}\.){1,3}[a-z]{2,6}")
_MAIN = ("hld:main", "hldrole:main", "main")


def read_items(root: etree._Element) -> Iterator[Record | str]:
    """Gives the items of a message, or the one of a file; a text says why one is no article."""
    items = [root] if name_of(root) in ("newsitem", *_OTHERS) else below(root, "newsitem", *_OTHERS)
    for item in items:
        yield _read_item(item) if name_of(item) == "newsitem" else _other(item)


def _other(item: etree._Element) -> str:
    kind = etree.QName(item).localname
    if kind == "packageItem":
        return "is a packageItem of NewsML-G2: a list of other items, no article"
    return f"is a {kind} of NewsML-G2, no article"


def _read_item(item: etree._Element) -> Record | str:
    meta, content = next(children(item, "itemmeta"), None), next(children(item, "contentmeta"), None)
    edition = _edition(item, meta)
    kind = first_value(at(meta, "itemclass"), "qcode").rpartition(":")[2]
    body = max(_bodies(item), key=lambda found: len(found.text), default=Body(""))
    if not body.text and not (edition and edition.withdraws):
        return f"is a {kind} item, and holds no text" if kind not in ("", "text") else "holds no text"
    nitf = next(below(item, "nitf"), None)
    fields: dict[str, object] = {
        "outlet": _outlet(item, meta, content),
        "title": _headline(content)
        or (headline_of(nitf) if nitf is not None else "")
        or first_words(at(meta, "title")),
        "published": _first_text(meta, "versioncreated")
        or _first_text(content, "contentcreated")
        or _first_text(meta, "firstcreated"),
        "authors": _authors(content, nitf),
        "article_id": edition.item if edition else "",
        "slug": first_words(at(content, "slugline")),
        "keywords": _keywords(content),
        "embargo": _first_text(meta, "embargoed"),
        "edition": edition,
    }
    notes = [words_of(note) for note in at(meta, "ednote")]
    return Record(fields, body.text, (*body.dropped, *filter(None, notes)))


def _bodies(item: etree._Element) -> Iterator[Body]:
    """Gives the text of an item in each form in which it has it."""
    for inline in at(item, "contentset/inlinexml"):
        part = next(below(inline, "body.content"), None)
        page = next(below(inline, "body"), None) if part is None else None
        yield body_of(part if part is not None else page if page is not None else inline)
    for inline in at(item, "contentset/inlinedata"):
        text = "".join(map(str, inline.itertext()))
        kind = (inline.get("contenttype") or "").lower()
        kept = without_notes(text_of(text) if "html" in kind or "xml" in kind else text.strip())
        yield Body(kept.text, kept.dropped)


def _headline(content: etree._Element | None) -> str:
    lines = [line for line in at(content, "headline") if words_of(line)]
    main = [line for line in lines if (line.get("role") or "").lower() in _MAIN]
    plain = [line for line in lines if not line.get("role")]
    return next((words_of(line) for line in (*main, *plain, *lines)), "")


def _outlet(item: etree._Element, meta: etree._Element | None, content: etree._Element | None) -> str:
    code = first_value(at(meta, "provider"), "qcode").rpartition(":")[2]
    holder = list(at(item, "rightsinfo/copyrightholder"))
    said = first_words(at(meta, "provider/name")) or first_value(at(meta, "provider"), "literal")
    if _DOMAIN.fullmatch(said):  # the address of its machines
        sources = list(at(content, "infosource"))
        named = first_words(name for source in sources for name in children(source, "name"))
        said = first_words(at(content, "creditline")) or named or first_value(iter(sources), "literal") or said
    return (
        said
        or first_words(at(content, "creditline"))
        or first_words(name for one in holder for name in children(one, "name"))
        or first_value(iter(holder), "literal")
        or code
    )


def _authors(content: etree._Element | None, nitf: etree._Element | None) -> list[str]:
    said = [words_of(by) for by in at(content, "by")]
    if not any(said):
        # A name of one word is how somebody is known to the agency's machines.
        said = [name for name in map(words_of, at(content, "creator/name")) if " " in name]
    return said or (list(authors_of(nitf)) if nitf is not None else [])


def _keywords(content: etree._Element | None) -> list[str]:
    words = [words_of(keyword) for keyword in at(content, "keyword")]
    for subject in at(content, "subject"):
        words.append(first_words(children(subject, "name")))
    return [word for word in words if len(word) > 1]  # letters are codes of categories


def _edition(item: etree._Element, meta: etree._Element | None) -> Edition | None:
    guid = (item.get("guid") or "").strip()
    if not guid:
        return None
    status = first_value(at(meta, "pubstatus"), "qcode") or first_value(at(meta, "pubstatus"), "uri")
    embargoed = status.rpartition(":")[2].rpartition("/")[2] == "withheld" and _first_text(meta, "embargoed")
    return Edition(
        guid,
        number(item.get("version")),
        created(_first_text(meta, "versioncreated")),
        is_taken_back(status) and not embargoed,
    )


def _first_text(element: etree._Element | None, path: str) -> str:
    return first_words(at(element, path))
