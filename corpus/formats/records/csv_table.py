"""CSV exports: one article a row, the names of the fields in the first row."""

import csv
import io
from collections.abc import Iterator

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.formats.records.rows import Row, read_rows, reason_without_text
from corpus.text import decode

_FIELD_LIMIT = 2_000_000  # characters; Python's own limit of 131,072 is shorter than long articles
_DELIMITERS = (",", ";", "\t", "|")


def parse_csv(data: bytes, hints: Hints) -> Parsed:
    """Parses a table with a head row; comma, semicolon, tab or bar between the fields.

    Raises:
        UnreadableFile: The head row names no field that could hold the text.
    """
    decoded = decode(data, hints.encoding)
    text = decoded.text.lstrip()
    head = text.partition("\n")[0]
    csv.field_size_limit(_FIELD_LIMIT)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count), strict=True)
    try:
        names = next(lines, [])
    except csv.Error as error:
        raise UnreadableFile(f"its first row is not valid CSV: {error}") from error
    if reason := reason_without_text(names, hints.fields):
        raise UnreadableFile(reason)
    return read_rows(_rows(names, lines, decoded.guessed), hints)


def _rows(names: list[str], lines: Iterator[list[str]], guessed: str) -> Iterator[Row]:
    number = 0
    try:
        for number, cells in enumerate(lines, start=1):
            if cells:
                yield Row(number, dict(zip(names, cells, strict=False)), guessed)
    except csv.Error as error:
        yield Row(number + 1, f"is not valid CSV ({error}); the rows from here on are not read")
