"""ninjs, the news items of IPTC in JSON, versions 1 to 3: what is special to them among records."""

from collections.abc import Iterator, Mapping

from corpus.article import Edition
from corpus.formats.agency.editions import created, is_taken_back, number
from corpus.formats.agency.notes import without_notes
from corpus.formats.documents import Record, draft_of
from corpus.formats.draft import Draft, Hints
from corpus.text.markup import plain_line, plain_text

_BODIES = ("body_html", "body_xhtml", "body_text")
_NAMES = ("uri", "guid")
_MAIN = ("main", "")


def is_ninjs(record: Mapping[str, object]) -> bool:
    """Says whether a record is an item of ninjs: it has a name and a text as only these have them."""
    names = {name.lower() for name in record}
    return not names.isdisjoint(_NAMES) and (
        not names.isdisjoint((*_BODIES, "bodies")) or {"versioncreated", "pubstatus"} <= names
    )


def read_ninjs(record: Mapping[str, object], hints: Hints, guessed: str = "") -> Draft | str:
    """Makes a draft of an item, or says why it is no article.

    Args:
        record: The item.
        hints: What the user said about the file.
        guessed: Name of the file's encoding when it had to be guessed, else empty.
    """
    item = {name.lower(): value for name, value in record.items()}
    edition = _edition(item)
    kept = without_notes(_text(item))
    if not kept.text.strip() and not (edition and edition.withdraws):
        kind = _line(item.get("type"))
        return f"is a {kind}, and holds no text" if kind not in ("", "text") else "metadata only: it holds no body"
    fields: dict[str, object] = {
        "outlet": _line(item.get("source")) or _line(item.get("copyrightholder")) or _first_name(item, "infosources"),
        "title": plain_line(_main(item.get("headlines")) or _line(item.get("headline")) or _line(item.get("title"))),
        "published": item.get("versioncreated") or item.get("firstcreated"),
        "authors": _authors(item),
        "url": item.get("canonicalurl") or item.get("url"),
        "article_id": edition.item if edition else "",
        "slug": _line(item.get("slugline")) or _line(item.get("slug")),
        "keywords": [*_names(item.get("keywords")), *_names(item.get("subject")), *_names(item.get("subjects"))],
        "embargo": item.get("embargoed"),
        "edition": edition,
    }
    beside = (*filter(None, [plain_line(_line(item.get("ednote")))]), *kept.dropped)
    return draft_of(Record(fields, kept.text, beside), "ninjs", hints, guessed)


def _edition(item: Mapping[str, object]) -> Edition | None:
    name = next(filter(None, (_line(item.get(key)) for key in _NAMES)), "")
    if not name:
        return None
    made = created(item.get("versioncreated"))
    embargoed = item.get("pubstatus") == "withheld" and item.get("embargoed")
    return Edition(name, number(item.get("version")), made, is_taken_back(item.get("pubstatus")) and not embargoed)


def _text(item: Mapping[str, object]) -> str:
    """Returns the text in the form that has its paragraphs."""
    bodies = item.get("bodies")
    given = [body for body in bodies if isinstance(body, Mapping)] if isinstance(bodies, list) else []
    marked = sorted(given, key=lambda body: "html" not in str(body.get("contenttype", body.get("contentType"))).lower())
    texts = [*(body.get("value") for body in marked), *(item.get(name) for name in _BODIES)]
    return next((text for value in texts if isinstance(value, str) and (text := plain_text(value)).strip()), "")


def _authors(item: Mapping[str, object]) -> list[str]:
    if said := _line(item.get("byline")) or _line(item.get("by")):
        return [said]
    people = item.get("authors") or item.get("people")
    made = [
        person
        for person in (people if isinstance(people, list) else [])
        if isinstance(person, Mapping) and str(person.get("role") or person.get("rel")).lower() in ("author", "writer")
    ]
    return list(_names(made))


def _main(lines: object) -> str:
    """Returns the main one of several lines; the first where none says that it is."""
    given = [line for line in lines if isinstance(line, Mapping)] if isinstance(lines, list) else []
    ordered = sorted(given, key=lambda line: str(line.get("role") or "").lower() not in _MAIN)
    return next(filter(None, (_line(line.get("value")) for line in ordered)), "")


def _names(values: object) -> Iterator[str]:
    for value in values if isinstance(values, list) else []:
        if words := _line(value.get("name") if isinstance(value, Mapping) else value):
            yield words


def _first_name(item: Mapping[str, object], field: str) -> str:
    return next(_names(item.get(field)), "")


def _line(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
