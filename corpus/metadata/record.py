"""Reads an article's fields out of a record: an object of an export, a row of a table, front matter."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, tzinfo
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from corpus.metadata.authors import NO_VALUE, read_authors
from corpus.metadata.dates import read_day
from corpus.metadata.field_map import FieldMap, Found
from corpus.metadata.handling import HANDLING_READERS
from corpus.metadata.merge import Metadata
from corpus.metadata.names import DAY_FIRST
from corpus.metadata.times import day_in, read_utc
from corpus.text import clean_line
from corpus.text.folding import fold_name
from corpus.text.markup import plain_line

_URL_LIMIT, _LINE_LIMIT, _ID_LIMIT = 2_000, 500, 200  # characters
_OTHER_COPIES = ("https://read.readwise.io/", "https://readwise.io/")  # a reader's own address of what it keeps
_NO_OUTLET = re.compile(r"://|^reader |\.(?:jpe?g|png|gif|webp|svg|mp[34]|pdf)$", re.IGNORECASE)  # "Reader RSS"
_EPOCH = re.compile(r"(?:\d{10}|\d{13}|\d{16})(?:\.0*)?")  # seconds, thousandths, millionths since 1970
_EPOCH_DIGITS = 10
_ANY = FieldMap()


def read_metadata(
    record: Mapping[str, object],
    origin: str,
    date_order: str = "",
    fields: FieldMap = _ANY,
    zone: tzinfo | None = None,
) -> Metadata:
    """Reads the metadata out of a record, whatever names its fields have.

    Args:
        record: Field name -> value, as parsed.
        origin: What the record is, for the provenance: ``"front matter"``, ``"corpus.toml"``, ``"record"``.
        date_order: ``"DMY"``, ``"MDY"`` or empty, for dates such as 03/04/2026.
        fields: Where records give their fields.
        zone: Where a moment in UTC gets its day; None for UTC itself.
    """
    return metadata_of(fields.find(record), origin, date_order, zone)


def metadata_of(
    found: Mapping[str, list[Found]], origin: str, date_order: str = "", zone: tzinfo | None = None
) -> Metadata:
    """Reads the metadata out of the values that may be fields; see `read_metadata`."""
    said: dict[str, Any] = {}
    origins: dict[str, str] = {}
    warnings: list[str] = []
    for name, places in found.items():
        order = date_order or _order_of(places)
        read = partial(_read_published, order=order, zone=zone) if name == "published" else _READERS.get(name)
        if read:
            value, place, complaints = _read_field(_names_first(places) if name == "outlet" else places, read)
            if place:
                said[name], origins[name] = value, f"{origin}: {place}"
            warnings += (f"{origin}: {complaint}" for complaint in complaints)
    return Metadata(**said, origins=origins, warnings=tuple(warnings))


def read_url(value: object) -> str | None:
    """Returns an http or https address, or None: other schemes must never become a link."""
    text = clean_line(value) if isinstance(value, str) else ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    usable = parts.scheme in ("http", "https") and parts.netloc and len(text) <= _URL_LIMIT and " " not in text
    return text if usable else None


def _read_field(places: list[Found], read: Callable[[object], object]) -> tuple[object, str, list[str]]:
    """Returns the first usable value of a field and its path; where there is none, what is wrong with the others."""
    complaints = list[str]()
    for place in places:
        if _is_nothing(place.value):
            continue
        try:
            found = read(place.value)
        except (ValueError, OverflowError) as error:
            shown = repr(place.value[:80]) if isinstance(place.value, str) else type(place.value).__name__
            complaints.append(f"{place.path} = {shown} {error}.")
            continue
        if found:
            return found, place.path, []
    return None, "", complaints


def _names_first(places: list[Found]) -> list[Found]:
    """Orders what may be the outlet; a number is one only where a field of just this meaning says so ("1843")."""
    return sorted((one for one in places if one.rank <= 0 or not str(one.value).strip().isdigit()), key=_how_bare)


def _how_bare(place: Found) -> int:
    """Says how little of a name a value is: an address is none where another field knows the name."""
    if place.rank < 0:
        return 0
    value = place.value
    label = isinstance(value, str) and value.isascii() and value == value.lower() and " " not in value.strip()
    return 3 if place.is_address else 2 if label else 1


def _read_id(value: object) -> str:
    return clean_line(str(value))[:_ID_LIMIT] if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _read_outlet(value: object) -> str:
    name = clean_line(plain_line(value[:_URL_LIMIT]))[:_LINE_LIMIT] if isinstance(value, str) else ""
    return "" if _NO_OUTLET.search(name) else name.removeprefix("www.")


def _read_title(value: object) -> str:
    if isinstance(value, str):
        return clean_line(plain_line(value[:_URL_LIMIT]))[:_LINE_LIMIT]
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _read_link(value: object) -> str | None:
    url = read_url(next(iter(value), None) if isinstance(value, list) else value)
    return None if url is None or url.startswith(_OTHER_COPIES) else url


def _order_of(places: list[Found]) -> str:
    """Returns the order of day and month in the language in which a record names its day, where that is certain."""
    return "DMY" if any(fold_name(place.path) in DAY_FIRST for place in places) else ""


def _read_published(value: object, order: str, zone: tzinfo | None) -> date | None:
    if isinstance(value, Mapping):  # "data" is the day in some languages, and the frame of records in English
        return None
    if isinstance(value, list) and value:
        value = value[0]
    number = str(value).strip() if isinstance(value, int | float | str) and not isinstance(value, bool) else ""
    if _EPOCH.fullmatch(number):
        digits = number.partition(".")[0]
        return day_in(zone, datetime.fromtimestamp(int(digits[:_EPOCH_DIGITS]), UTC))
    if zone and (moment := read_utc(value)):
        return day_in(zone, moment)
    return read_day(number if isinstance(value, int) else value, order)


def _people(value: object) -> object:
    """Returns authors as `read_authors` knows them: strings, or objects with a name."""
    items = value if isinstance(value, list) else [value]
    return [name for item in items for name in _names_of(item)]


def _names_of(item: object) -> Iterator[str]:
    if isinstance(item, Mapping):
        whole = item.get("name") or item.get("original") or item.get("displayname")
        parts = [item.get(key) or item.get(other) for key, other in (("firstname", "first"), ("lastname", "last"))]
        item = whole or " ".join(part for part in parts if isinstance(part, str))
    if isinstance(item, str) and item.strip():
        yield plain_line(item) if len(item) <= _URL_LIMIT else item


def _is_nothing(value: object) -> bool:
    if isinstance(value, str):
        return value.strip().lower() in NO_VALUE
    return value is None or isinstance(value, bool) or value in ([], {})


_READERS: Mapping[str, Callable[[object], object]] = {
    "article_id": _read_id,
    "outlet": _read_outlet,
    "title": _read_title,
    "authors": lambda value: read_authors(_people(value)),
    "url": _read_link,
    **HANDLING_READERS,
}
