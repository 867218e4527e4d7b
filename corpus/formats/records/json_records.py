"""JSON exports: records in whatever a service puts around them, or one object a line."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.formats.records.rows import Row, read_rows
from corpus.formats.records.structure import around, is_whole, records_in
from corpus.text import decode

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
    return read_rows(_rows_of(value, decoded.guessed, hints), hints)


def parse_jsonl(data: bytes, hints: Hints) -> Parsed:
    """Parses a file with one JSON object a line; a bad line is a problem of its own, the others are read."""
    return read_rows(_rows_of_lines(data.removeprefix(BOM_UTF8), hints), hints)


def _rows_of(value: object, guessed: str, hints: Hints) -> Iterable[Row]:
    if not isinstance(value, dict | list):
        raise UnreadableFile("holds no article: expected an object with its fields, or a list of such objects")
    records = records_in(value, hints.fields)
    if isinstance(value, dict) and records == [value]:
        return [Row(None, value, guessed)]
    frame = around(value, hints.date_order)
    return (Row(number, record, guessed, frame) for number, record in enumerate(records, start=1))


def _rows_of_lines(data: bytes, hints: Hints) -> Iterator[Row]:
    """Gives the records of lines, numbered as they are; the answers of a service may hold several a line."""
    more = 0
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        row = _read_line(number + more, line, hints.encoding)
        if isinstance(row.content, str) or is_whole(row.content, hints.fields):
            yield row
            continue
        records = records_in(row.content, hints.fields)
        frame = around(row.content, hints.date_order)
        yield from (Row(number + more + place, item, row.guessed_encoding, frame) for place, item in enumerate(records))
        more += max(len(records) - 1, 0)


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
