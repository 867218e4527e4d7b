"""Finds the records in what a service answers, by what they hold: nobody knows the names that all services use."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from corpus.formats.agency.ninjs import is_ninjs
from corpus.formats.records.body import holds_text
from corpus.formats.records.columns import rows_of
from corpus.metadata import Metadata
from corpus.metadata.field_map import FieldMap
from corpus.metadata.record import read_metadata
from corpus.text.folding import fold_name

NO_RECORD = "is not an object with fields"
_LEVELS = 12
# What hangs on an article and is none, though it may have a title and a text.
_BESIDE = frozenset({
    "highlights", "annotations", "comments", "replies", "related", "relatedarticles", "similar", "similararticles",
    "recommended", "enclosures", "attachments",
})  # fmt: skip
_FRAMES = ("articles", "data", "results", "items", "stories", "documents", "docs", "hits", "posts", "entries")
_JSON_FEED = "https://jsonfeed.org/version/"

Record = Mapping[str, object]


def is_whole(record: Record, fields: FieldMap) -> bool:
    """Says at a glance whether an object is a record and no frame of records."""
    whole = any(isinstance(value, str) and value and fields.names(str(name), "text") for name, value in record.items())
    return whole or not any(isinstance(value, Mapping | list) for value in record.values())


def records_in(value: object, fields: FieldMap) -> list[Record | str]:
    """Finds the records of an answer, in order.

    They are the objects that have a text and a title; where there are none, a text and an address or a day. In a list
    that has one, each item is a record, so that those without a text are named too. An object around one record, such
    as the hit of a search engine, is part of it; one around several maps their ids to them.

    Args:
        value: The answer as parsed.
        fields: Where records give their fields.

    Returns:
        The records; for what is none in a list of them, the reason.
    """
    if rows := rows_of(value, fields):
        return list(rows)
    for needed in (("title",), ("url", "published")):
        if found := _walk(value, partial(_is_article, fields=fields, needed=needed), _LEVELS):
            return found
    if isinstance(value, list):
        return list(map(_as_record, value))
    if not isinstance(value, Mapping):
        return []
    longest = max(_lists(value, _LEVELS), key=len, default=[])
    framed = any(fold_name(str(name)) in _FRAMES and inner == [] for name, inner in value.items())
    return list(map(_as_record, longest)) or ([] if framed else [value])


def around(value: object, date_order: str) -> Metadata:
    """Reads what an answer says of all its records: the name of the feed."""
    if not isinstance(value, Mapping):
        return Metadata()
    if isinstance(rss := value.get("rss"), Mapping):  # XML that was turned to JSON
        value = rss
    if str(value.get("version")).startswith(_JSON_FEED):
        said = {"outlet": value.get("title"), "authors": value.get("authors") or value.get("author")}
    else:
        said = {name: value[name] for name in ("feed", "channel", "publisher", "outlet", "newspaper") if name in value}
        said = {"outlet": next(iter(said.values()), None)}
    return read_metadata(said, "feed", date_order)


def _is_article(record: Record, fields: FieldMap, needed: tuple[str, ...]) -> bool:
    if is_ninjs(record):  # its texts and headlines are objects in lists
        return True
    found = fields.find(record)
    has_text = any(holds_text(place.value) for place in found.get("text", ()))
    return has_text and any(place.value for name in needed for place in found.get(name, ()))


def _walk(value: object, is_article: Callable[[Record], bool], levels: int) -> list[Record | str]:
    """Returns the records in a value; none where it holds no article."""
    if isinstance(value, Mapping):
        return [value] if is_article(value) else _walk_object(value, is_article, levels)
    if not isinstance(value, list) or not levels:
        return []
    parts = [_walk(item, is_article, levels - 1) for item in value]
    if not any(parts):
        return []
    return [record for item, found in zip(value, parts, strict=True) for record in found or [_as_record(item)]]


def _walk_object(value: Record, is_article: Callable[[Record], bool], levels: int) -> list[Record | str]:
    parts = {
        str(name): found
        for name, inner in value.items()
        if levels and not _hangs_on(name, inner) and (found := _walk(inner, is_article, levels - 1))
    }
    records = [record for found in parts.values() for record in found]
    only = next(iter(parts)) if len(records) == 1 else ""
    inner = value.get(only)
    if not isinstance(inner, Mapping) or not is_article(inner):
        return records
    return [{**{name: other for name, other in value.items() if name != only}, **inner}]


def _lists(value: object, levels: int) -> Iterator[list[object]]:
    """Gives the lists of objects, the outermost alone."""
    if isinstance(value, list):
        if any(isinstance(item, Mapping) for item in value):
            yield value
    elif isinstance(value, Mapping) and levels:
        for name, inner in value.items():
            if not _hangs_on(name, inner):
                yield from _lists(inner, levels - 1)


def _hangs_on(name: str, value: object) -> bool:
    return not isinstance(value, Mapping | list) or fold_name(name) in _BESIDE


def _as_record(item: object) -> Record | str:
    return item if isinstance(item, Mapping) else NO_RECORD
