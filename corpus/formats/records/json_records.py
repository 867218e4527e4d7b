"""JSON exports: records in whatever a service puts around them, or one object a line."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.formats.records.rows import Row, read_rows
from corpus.formats.records.structure import around, is_whole, records_in
from corpus.text import decode
from corpus.text.decoding import Decoded

_LINE_LIMIT = 2_000_000  # bytes
_FIRST_LINES = 20
_GAP = re.compile(r"[\s,\x1e\ufeff]*")
_AROUND = b" \t\r,\x1e"  # a line that may be one of a list
_MOST_BROKEN = 20


def parse_json(data: bytes, hints: Hints) -> Parsed:
    """Parses a file that is one JSON value, or several one after another.

    Raises:
        UnreadableFile: It is not JSON, or holds no objects.
    """
    decoded = decode(data, hints.encoding)
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        if _has_lines(data):
            return _parse_lines(data, hints)  # many tools write one object a line and still name it .json
        if not decoded.text.lstrip().startswith(("{", "[")):
            raise UnreadableFile(f"is not valid JSON: {_explain(error)}") from error
        return read_rows(_rows_of_values(decoded, hints), hints)
    return read_rows(_rows_of(value, decoded.guessed, hints), hints)


def parse_jsonl(data: bytes, hints: Hints) -> Parsed:
    """Parses a file with one JSON object a line; a bad line is a problem of its own, the others are read.

    Raises:
        UnreadableFile: It holds no article.
    """
    spread = data.removeprefix(BOM_UTF8).lstrip().startswith((b"{", b"[")) and not _has_lines(data)
    return parse_json(data, hints) if spread else _parse_lines(data, hints)


def _parse_lines(data: bytes, hints: Hints) -> Parsed:
    return read_rows(_rows_of_lines(data.removeprefix(BOM_UTF8), hints), hints)


def _has_lines(data: bytes) -> bool:
    """Says whether one of the first lines is an object, as none is where objects are spread over several."""
    head = data.removeprefix(BOM_UTF8).split(b"\n", _FIRST_LINES)[:_FIRST_LINES]
    return any(line.lstrip(b",\x1e").startswith(b"{") and _is_object(line) for line in head)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(
            json.loads(line.strip(_AROUND).decode("latin-1")), dict
        )  # whatever its letters are, its braces are these
    except (ValueError, RecursionError):
        return False


def _rows_of(value: object, guessed: str, hints: Hints) -> Iterable[Row]:
    if not isinstance(value, dict | list):
        raise UnreadableFile("holds no article: expected an object with its fields, or a list of such objects")
    records = records_in(value, hints.fields)
    if isinstance(value, dict) and records == [value]:
        return [Row(None, value, guessed)]
    frame = around(value, hints.date_order)
    return (Row(number, record, guessed, frame) for number, record in enumerate(records, start=1))


def _rows_of_values(decoded: Decoded, hints: Hints) -> Iterator[Row]:
    number = 0
    for value in _values(decoded.text):
        if isinstance(value, str):
            number += 1
            yield Row(number, value)
            continue
        frame = around(value, hints.date_order)
        for record in records_in(value, hints.fields):
            number += 1
            yield Row(number, record, decoded.guessed, frame)


def _values(text: str) -> Iterator[dict[str, object] | list[object] | str]:
    """Gives the values of a text one after another, for one that is broken the reason; the next begins a line."""
    decoder = json.JSONDecoder()
    place, broken = _end_of_gap(text, 0), 0
    while place < len(text):
        try:
            value, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            yield f"is not valid JSON: {_explain(error)}"
            broken += 1
            end = text.find("\n{", place) if text[place] == "{" else -1
            if end < 0:
                return
            if broken == _MOST_BROKEN:
                yield "what follows is not read: too much of it is not valid JSON"
                return
        else:
            yield value if isinstance(value, dict | list) else "is not a JSON object"
        place = _end_of_gap(text, end)


def _end_of_gap(text: str, place: int) -> int:
    """Returns where the next value begins: blanks, commas and marks of records may stand before it."""
    match = _GAP.match(text, place)
    return match.end() if match else place


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
        decoded = decode(line.strip(_AROUND), encoding)
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
