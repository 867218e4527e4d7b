"""Files of RSS and Atom feeds: entries that carry their full text are articles, teasers are not."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO

import feedparser

from corpus.errors import UnreadableFile
from corpus.formats.documents import Document, gather
from corpus.formats.draft import Draft, Hints, Parsed
from corpus.formats.feeds.wordpress import (
    author_names,
    beside_articles,
    is_item,
    is_shortcode,
    local_day,
    paragraphs_of,
    why_unpublished,
)
from corpus.metadata import Metadata
from corpus.metadata.record import read_metadata
from corpus.text import decode
from corpus.text.decoding import Decoded, decode_declared, split_bom
from corpus.text.word_count import count_words
from corpus.web.blocks import text_of

_MOST_ENTRIES = 10_000
# The parser of XML bounds how far they may grow, but comes there after some seconds.
_ENTITIES_IN_ENTITIES = re.compile(rb"<!ENTITY\s[^>]{1,200}?[\"'][^\"'>]{0,2000}&")
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DECLARED_BYTES = re.compile(rb"^\s*<\?xml[^>]{0,150}\bencoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 400  # bytes
_DECLARATIONS = 200_000  # bytes; they stand above everything else
_TEASER_WORDS = 120  # a summary with fewer is a teaser
_CUT_OFF = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\bread more|\bcontinue reading)\W*$", re.IGNORECASE)
# What a plug-in of WordPress puts below each entry.
_APPEARED = re.compile(
    r"(?:The post|Der Beitrag|L.article|La entrada|L.articolo|Het bericht|O post) .{1,400}"
    r" (?:appeared first|first appeared|erschien zuerst|est apparu en premier|se publicó primero|"
    r"aparece primero|proviene|verscheen eerst|apareceu primeiro) (?:on|auf|sur|en|da|op|em) .{1,100}"
)
_AROUND_NAMES = 60  # characters of the words around headline and outlet in such a line of another language
_DAY_OF_ENTRY = "<dc:date"  # the parser takes it for the day of an update


@dataclass(frozen=True, slots=True)
class _Feed:
    """What a feed says of all its entries."""

    outlet: str
    guessed: str
    authors: Mapping[str, str]
    is_dated: bool
    hints: Hints


def parse_feed(data: bytes, hints: Hints) -> Parsed:
    """Parses a feed, one article an entry.

    Raises:
        UnreadableFile: It is no feed, or has no entry with a full text.
    """
    if _ENTITIES_IN_ENTITIES.search(data[:_DECLARATIONS]):
        raise UnreadableFile("declares entities that hold other entities, which no feed needs (it may be a bomb)")
    decoded = _decode(data, hints.encoding)
    text = _DECLARED.sub("", decoded.text, count=1)
    # Never bytes or text: those may be taken for an address and fetched.
    feed = feedparser.parse(BytesIO(text.encode(errors="replace")))
    if not feed.get("entries"):
        raise UnreadableFile("holds no entries of a feed")
    dated = feed.version.startswith("rss") and _DAY_OF_ENTRY in text
    about = _Feed(str(feed.feed.get("title", "")), decoded.guessed, author_names(text), dated, hints)
    return gather(_documents(feed.entries, about), "holds no entries")


def _documents(entries: list[Mapping[str, object]], feed: _Feed) -> Iterator[Document]:
    beside = Counter[str]()
    for number, entry in enumerate(entries[:_MOST_ENTRIES], start=1):
        if kind := beside_articles(entry):
            beside[kind] += 1
        else:
            yield Document(number, _read_entry(entry, feed))
    if beside:
        counted = ", ".join(f"{kind} {count:,}" for kind, count in beside.most_common())
        yield Document(None, f"holds items of WordPress that are no articles: {counted}")
    if len(entries) > _MOST_ENTRIES:
        yield Document(None, f"holds {len(entries):,} entries; the limit is {_MOST_ENTRIES:,}, the others are not read")


def _decode(data: bytes, encoding: str) -> Decoded:
    """Decodes a feed as it declares; one that declares nothing, or something else than it is, as any text."""
    declared = _DECLARED_BYTES.search(data[:_HEAD])
    if encoding or split_bom(data)[1] or declared is None:
        return decode(data, encoding)
    text = decode_declared(data, declared[1].decode())
    return Decoded(text) if text is not None else decode(data)


def _read_entry(entry: Mapping[str, object], feed: _Feed) -> Draft | str:
    if reason := why_unpublished(entry):
        return reason
    text = _full_text(entry)
    if not text:
        return "metadata only: the feed holds just a teaser of this article"
    metadata = _with_day_of_update(read_metadata(_record(entry, feed), "feed", zone=feed.hints.zone), entry, feed)
    text, dropped = _without_footer(text, metadata, in_export=is_item(entry))
    return Draft(text, metadata, guessed_encoding=feed.guessed, dropped=dropped)


def _full_text(entry: Mapping[str, object]) -> str:
    source = paragraphs_of if is_item(entry) else str
    contents = (source(str(item.get("value", ""))) for item in _items(entry.get("content")))
    full = max(map(text_of, contents), key=len, default="")
    summary = "" if is_item(entry) else text_of(str(entry.get("summary", "")))
    text = full if len(full) > len(summary) else summary
    teaser = not full and count_words(text) < _TEASER_WORDS
    return "" if teaser or _CUT_OFF.search(text) else text


def _without_footer(text: str, metadata: Metadata, *, in_export: bool) -> tuple[str, tuple[str, ...]]:
    """Takes out the line that names the site to those who copy its feed, and what stands for something else."""
    lines = text.split("\n\n")
    dropped = [line for line in lines if in_export and is_shortcode(line)]
    kept = [line for line in lines if not (in_export and is_shortcode(line))]
    if len(kept) > 1 and _is_footer(kept[-1], metadata):
        dropped.append(kept.pop())
    return "\n\n".join(kept), tuple(dropped)


def _is_footer(line: str, metadata: Metadata) -> bool:
    if _APPEARED.fullmatch(line):
        return True
    names = (metadata.title, metadata.outlet)
    if not all(name and name in line for name in names):
        return False
    return len(line) <= sum(map(len, names)) + _AROUND_NAMES


def _record(entry: Mapping[str, object], feed: _Feed) -> dict[str, object]:
    names = [
        feed.authors.get(str(name), name) for author in _items(entry.get("authors")) if (name := author.get("name"))
    ]
    source = entry.get("source")
    origin = source.get("title") if isinstance(source, Mapping) else None  # a feed of feeds names each entry's
    return {
        "title": _plain(entry.get("title")),
        "link": entry.get("link"),
        "outlet": _plain(origin or feed.outlet),
        "authors": names or entry.get("author"),
        # As written: the day is the outlet's, the parsed one is in UTC.
        "published": local_day(entry) or entry.get("published") or (entry.get("updated") if feed.is_dated else None),
    }


def _with_day_of_update(metadata: Metadata, entry: Mapping[str, object], feed: _Feed) -> Metadata:
    """Returns the metadata with the day of the last change where a feed gives no other; it says so."""
    if metadata.published or is_item(entry):
        return metadata
    changed = read_metadata({"published": entry.get("updated")}, "feed", zone=feed.hints.zone)
    if changed.published is None:
        return metadata
    day = replace(
        changed,
        origins={"published": "feed: updated"},
        warnings=("The feed says only when this was last changed: it may have been published before that day.",),
    )
    return metadata.over(day)


def _items(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _plain(value: object) -> str:
    return text_of(value).replace("\n", " ") if isinstance(value, str) else ""
