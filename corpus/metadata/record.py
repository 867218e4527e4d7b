"""The names under which exports and front matter give an article's fields."""

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from corpus.metadata.authors import NO_VALUE, read_authors
from corpus.metadata.dates import read_day
from corpus.metadata.handling import HANDLING_NAMES, HANDLING_READERS
from corpus.metadata.merge import Metadata, from_places, merge
from corpus.text import clean_line

# First hit wins. Names seen in NewsAPI, mediastack, GDELT, MediaCloud, trafilatura, news-please and Jekyll files.
NAMES: Mapping[str, Sequence[str]] = {
    "outlet": "outlet source publisher publication site_name sitename media_name name_source site rights domain "
              "clean_url".split(),
    "title": "title headline".split(),
    "text": "content text body full_text article maintext articlebody".split(),
    "published": "publishedat published_at published_date publish_date date_publish datepublished pubdate published "
                 "date seendate".split(),
    "url": "url link canonical_url source_url original_url source".split(),
    "authors": "author authors byline creator".split(),
    "article_id": "id _id article_id".split(),
    **HANDLING_NAMES,
}  # fmt: skip

_URL_LIMIT, _LINE_LIMIT, _ID_LIMIT = 2_000, 500, 200  # characters
_CUT_OFF = re.compile(r"\[\+\d+ chars\]\s*$")


def _fold(record: Mapping[str, object]) -> dict[str, tuple[str, object]]:
    """Returns lower-case name -> (name as written, value), so that ``PublishedAt`` is found too."""
    folded: dict[str, tuple[str, object]] = {}
    for name, value in record.items():
        folded.setdefault(str(name).strip().lower(), (str(name), value))
    return folded


def read_body(record: Mapping[str, object]) -> str:
    """Returns the full text of a record.

    Raises:
        ValueError: The record has none, or only its beginning, as some services send.
    """
    folded = _fold(record)
    for name in NAMES["text"]:
        value = folded.get(name, ("", None))[1]
        if isinstance(value, str) and value.strip():
            if _CUT_OFF.search(value):
                raise ValueError('metadata only: the text ends in "[+N chars]", the export holds just its beginning')
            return value
    raise ValueError(f"metadata only: no text in any of the fields {', '.join(NAMES['text'])}")


def read_metadata(record: Mapping[str, object], origin: str, date_order: str = "") -> Metadata:
    """Reads the metadata out of a record, whatever names its fields have.

    Args:
        record: Field name -> value, as parsed.
        origin: What the record is, for the provenance: ``"front matter"``, ``"corpus.toml"``, ``"record"``.
        date_order: ``"DMY"``, ``"MDY"`` or empty, for dates such as 03/04/2026.
    """
    readers: Mapping[str, Callable[[object], object]] = {
        "article_id": _read_id,
        "outlet": _read_outlet,
        "title": _read_title,
        "published": lambda value: read_day(value, date_order),
        "authors": read_authors,
        "url": read_url,
        **HANDLING_READERS,
    }
    fields = _fold(record)
    return merge(_read_field(fields, name, read, origin) for name, read in readers.items())


def read_url(value: object) -> str | None:
    """Returns an http or https address, or None: other schemes must never become a link."""
    text = clean_line(value) if isinstance(value, str) else ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    usable = parts.scheme in ("http", "https") and parts.netloc and len(text) <= _URL_LIMIT and " " not in text
    return text if usable else None


def _read_field(
    fields: Mapping[str, tuple[str, object]], name: str, read: Callable[[object], object], origin: str
) -> Metadata:
    """Reads the first field of a meaning that holds something usable; if none does, what is wrong with them."""
    complaints = []
    for key in NAMES[name]:
        written, value = fields.get(key, ("", None))
        if _is_nothing(value):
            continue
        try:
            found = read(value)
        except (ValueError, OverflowError) as error:
            shown = repr(value[:80]) if isinstance(value, str) else type(value).__name__
            complaints.append(f"{origin}: {written} = {shown} {error}.")
            continue
        if found:
            return from_places(**{name: (found, f"{origin}: {written}")})
    return Metadata(warnings=tuple(complaints))


def _read_id(value: object) -> str:
    if isinstance(value, Mapping):  # MongoDB writes {"$oid": "..."}
        value = value.get("$oid")
    return clean_line(str(value))[:_ID_LIMIT] if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _read_outlet(value: object) -> str:
    if isinstance(value, Mapping):  # NewsAPI writes {"id": ..., "name": ...}
        value = value.get("name") or value.get("title")
    name = clean_line(value)[:_LINE_LIMIT] if isinstance(value, str) else ""
    return "" if "://" in name else name


def _read_title(value: object) -> str:
    return clean_line(str(value))[:_LINE_LIMIT] if isinstance(value, str | int | float) and value is not True else ""


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.strip().lower() in NO_VALUE) or value in ([], {})
