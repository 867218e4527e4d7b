"""The kinds of files that are read, and how a file's kind is told: by its content first, then by its name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.formats.csv_table import parse_csv
from corpus.formats.draft import Parser
from corpus.formats.json_records import parse_json, parse_jsonl
from corpus.formats.prose import parse_markdown, parse_text
from corpus.isolation import IsolatedParser

_MB = 1_000_000
_HEAD = 2_048  # bytes that tell the kind
_WEB_PAGE = re.compile(
    rb"(?:\s|<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,1500}-->)*<(?:!doctype\s+html|html[\s>]|head[\s>])", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        parse: Its parser.
        limit: Most bytes of a file.
    """

    parse: Parser
    limit: int


TEXT = Kind(parse_text, 2 * _MB)  # the longest novels are shorter
MARKDOWN = Kind(parse_markdown, 2 * _MB)
CSV = Kind(parse_csv, 500 * _MB)
JSON = Kind(parse_json, 500 * _MB)
JSONL = Kind(parse_jsonl, 500 * _MB)
HTML = Kind(IsolatedParser("corpus.formats.html", "parse_html"), 5 * _MB)

SUFFIXES: Mapping[str, Kind] = {
    ".csv": CSV,
    ".htm": HTML,
    ".html": HTML,
    ".json": JSON,
    ".jsonl": JSONL,
    ".markdown": MARKDOWN,
    ".md": MARKDOWN,
    ".ndjson": JSONL,
    ".text": TEXT,
    ".txt": TEXT,
    ".xhtml": HTML,
}


def kind_of(data: bytes, suffix: str) -> Kind:
    """Tells the kind of a file; people and programs often name files for what they are not.

    Args:
        data: The file.
        suffix: End of its name, one of `SUFFIXES`.
    """
    named = SUFFIXES[suffix]
    head = _plain(data[:_HEAD])
    if _WEB_PAGE.match(head) and named not in (CSV, JSON, JSONL):
        return HTML
    if named is HTML and b"<" not in data:
        return TEXT
    return named


def _plain(head: bytes) -> bytes:
    """Returns the head of a text in any encoding as ASCII, as far as it is."""
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
