"""JSON exports: one object, a list of objects, an object that holds a list, or one object a line."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.formats.records.rows import Row, read_rows
from corpus.text import decode

_LISTS = ("articles", "data", "results", "items", "stories", "documents")
_LINE_LIMIT = 2_000_000  # bytes


def parse_json(data: bytes, hints: Hints) -> Parsed:
    """Parses a file that is one JSON value.

    Raises:
        UnreadableFile: It is not JSON, or holds no objects.
    """
    decoded = decode(data, hints.encoding)
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        if data.lstrip().startswith(b"{") and b"\n" in data.strip():
            return parse_jsonl(data, hints)  # many tools write one object a line and still name it .json
        raise UnreadableFile(f"is not valid JSON: {_explain(error)}") from error
    return read_rows(_rows_of(value, decoded.guessed), hints)


def parse_jsonl(data: bytes, hints: Hints) -> Parsed:
    """Parses a file with one JSON object a line; a bad line is a problem of its own, the others are read."""
    lines = enumerate(data.removeprefix(BOM_UTF8).split(b"\n"), start=1)
    return read_rows((_read_line(number, line, hints.encoding) for number, line in lines if line.strip()), hints)


def _rows_of(value: object, guessed: str) -> Iterable[Row]:
    if isinstance(value, dict):
        lists = [value[key] for key in _LISTS if isinstance(value.get(key), list)]
        if not lists:
            return [Row(None, value, guessed)]
        value = lists[0]
    if not isinstance(value, list):
        raise UnreadableFile("holds no article: expected an object with its fields, or a list of such objects")
    return [
        Row(number, item, guessed) if isinstance(item, dict) else Row(number, "is not an object with fields")
        for number, item in enumerate(value, start=1)
    ]


def _read_line(number: int, line: bytes, encoding: str) -> Row:
    if len(line) > _LINE_LIMIT:
        return Row(number, f"the line has {len(line):,} bytes; the limit is {_LINE_LIMIT:,}")
    try:
        decoded = decode(line, encoding)
        value = json.loads(decoded.text)
    except UnreadableFile as error:
        return Row(number, str(error))
    except (ValueError, RecursionError) as error:
        return Row(number, f"is not valid JSON: {_explain(error, line=False)}")
    return Row(number, value, decoded.guessed) if isinstance(value, dict) else Row(number, "is not a JSON object")


def _explain(error: Exception, *, line: bool = True) -> str:
    """Says what is wrong and where; of one line of many without "line 1", which would be taken for that of the file."""
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, json.JSONDecodeError) and not line:
        return f"{error.msg} (column {error.colno})"
    return str(error)
