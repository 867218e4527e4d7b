"""Tables of Excel and LibreOffice: one article a row, the names of the fields in a row above."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import islice

from python_calamine import CalamineWorkbook, PasswordError

from corpus.errors import UnreadableFile
from corpus.formats.archives.zip_archive import check_sizes, open_zip
from corpus.formats.draft import Hints, Parsed
from corpus.formats.records.rows import Row, read_rows, reason_without_text
from corpus.metadata.field_map import FieldMap
from corpus.text.decoding import ZIP_MAGIC

_HEAD_WITHIN = 20  # rows: a table's name and remarks may stand above
_MOST_ROWS = 100_000  # of one sheet
_CELL_LIMIT = 32_767  # characters; Excel cuts longer texts off there

Cells = Sequence[object]


def parse_table(data: bytes, hints: Hints) -> Parsed:
    """Parses the sheets of a workbook that have a column for the text; their rows are numbered through.

    Raises:
        UnreadableFile: It is damaged or protected, or no sheet has such a column.
    """
    sheets = {name: rows for name, rows in _sheets(data).items() if rows}
    heads = {name: head for name, rows in sheets.items() if (head := _head(rows, hints.fields)) is not None}
    if not heads:
        names = [str(cell) for rows in sheets.values() for row in rows[:1] for cell in row]
        raise UnreadableFile(reason_without_text(names, hints.fields))
    return read_rows(_rows(sheets, heads), hints)


def _sheets(data: bytes) -> dict[str, list[Cells]]:
    try:
        if data.startswith(ZIP_MAGIC):
            with open_zip(data, "table") as archive:
                check_sizes(archive)
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return {
            name: list(islice(book.get_sheet_by_name(name).iter_rows(), _MOST_ROWS + 1)) for name in book.sheet_names
        }
    except UnreadableFile:
        raise
    except PasswordError as error:
        raise UnreadableFile("is protected by a password") from error
    except Exception as error:  # the library fails on damaged files in many ways
        raise UnreadableFile("is damaged or no table of Excel or LibreOffice; open it and save it as .xlsx") from error


def _head(rows: Sequence[Cells], fields: FieldMap) -> int | None:
    """Returns the place of the row that names the fields, or None where no column is one for the text."""
    heads = (
        place for place, row in enumerate(rows[:_HEAD_WITHIN]) if any(fields.names(str(cell), "text") for cell in row)
    )
    return next(heads, None)


def _rows(sheets: Mapping[str, Sequence[Cells]], heads: Mapping[str, int]) -> Iterator[Row]:
    number = 0
    for name, rows in sheets.items():
        if name not in heads:
            number += 1
            yield Row(number, f"the sheet {name[:60]!r} has no column for the text")
            continue
        names = [str(cell) for cell in rows[heads[name]]]
        for cells in rows[heads[name] + 1 : _MOST_ROWS]:
            number += 1
            if any(cell != "" for cell in cells):
                yield Row(number, _fields(names, cells))
        if len(rows) > _MOST_ROWS:
            number += 1
            yield Row(number, f"only the first {_MOST_ROWS:,} rows of the sheet {name[:60]!r} are read")


def _fields(names: Sequence[str], cells: Cells) -> Mapping[str, object] | str:
    if any(isinstance(cell, str) and len(cell) == _CELL_LIMIT for cell in cells):
        return f"has a text of {_CELL_LIMIT:,} characters, the most that Excel keeps, so its end is cut off"
    fields: dict[str, object] = {}
    for name, cell in zip(names, cells, strict=False):
        if name and cell != "":
            fields.setdefault(name, _value(cell))
    return fields


def _value(cell: object) -> object:
    """Returns what a cell holds; numbers as they would be written, for an id may look like one."""
    if isinstance(cell, str | date):
        return cell
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
