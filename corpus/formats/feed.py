"""Files of RSS and Atom feeds: entries that carry their full text are articles, teasers are not."""

import re
from collections.abc import Mapping
from io import BytesIO

import feedparser

from corpus.errors import UnreadableFile
from corpus.formats.documents import Document, gather
from corpus.formats.draft import Draft, Hints, Parsed
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
_FOOT = 600  # characters at the end of a text
_TEASER_WORDS = 120  # a summary with fewer is a teaser
_CUT_OFF = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\bread more|\bcontinue reading)\W*$", re.IGNORECASE)

# What a plug-in of WordPress puts below each entry.
_APPEARED = re.compile(
    r"\n\s*(?P<line>(?:The post|Der Beitrag|L.article|La entrada|L.articolo|Het bericht|O post) [^\n]{1,400}"
    r" (?:appeared first|first appeared|erschien zuerst|est apparu en premier|se publicó primero|"
    r"aparece primero|proviene|verscheen eerst|apareceu primeiro) (?:on|auf|sur|en|da|op|em) [^\n]{1,100})\s*\Z"
)


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
    outlet = str(feed.feed.get("title", ""))
    entries = enumerate(feed.entries[:_MOST_ENTRIES], start=1)
    return gather(
        (Document(number, _read_entry(entry, outlet, decoded.guessed)) for number, entry in entries), "holds no entries"
    )


def _decode(data: bytes, encoding: str) -> Decoded:
    """Decodes a feed as it declares; one that declares nothing, or something else than it is, as any text."""
    declared = _DECLARED_BYTES.search(data[:_HEAD])
    if encoding or split_bom(data)[1] or declared is None:
        return decode(data, encoding)
    text = decode_declared(data, declared[1].decode())
    return Decoded(text) if text is not None else decode(data)


def _read_entry(entry: Mapping[str, object], outlet: str, guessed: str) -> Draft | str:
    text = _full_text(entry)
    if not text:
        return "metadata only: the feed holds just a teaser of this article"
    below = _APPEARED.search(text, max(len(text) - _FOOT, 0))
    text, dropped = (text[: below.start()], (below["line"],)) if below else (text, ())
    return Draft(text, read_metadata(_record(entry, outlet), "feed"), guessed_encoding=guessed, dropped=dropped)


def _full_text(entry: Mapping[str, object]) -> str:
    full = max((text_of(str(item.get("value", ""))) for item in _items(entry.get("content"))), key=len, default="")
    summary = text_of(str(entry.get("summary", "")))
    text = full if len(full) > len(summary) else summary
    teaser = not full and count_words(text) < _TEASER_WORDS
    return "" if teaser or _CUT_OFF.search(text) else text


def _record(entry: Mapping[str, object], outlet: str) -> dict[str, object]:
    names = [name for author in _items(entry.get("authors")) if (name := author.get("name"))]
    source = entry.get("source")
    origin = source.get("title") if isinstance(source, Mapping) else None  # a feed of feeds names each entry's
    return {
        "title": _plain(entry.get("title")),
        "link": entry.get("link"),
        "outlet": _plain(origin or outlet),
        "authors": names or entry.get("author"),
        "published": entry.get("published"),  # as written: the day is the outlet's, the parsed one is in UTC
    }


def _items(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _plain(value: object) -> str:
    return text_of(value).replace("\n", " ") if isinstance(value, str) else ""
