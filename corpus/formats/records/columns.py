"""Tables that programs write as JSON: a column after the other, or the rows apart from the names of their columns."""

from collections.abc import Iterable, Mapping

from corpus.metadata.field_map import FieldMap

_FEWEST = 2  # rows; a record may hold lists of one value

Row = Mapping[str, object]


def rows_of(value: object, fields: FieldMap) -> list[Row]:
    """Returns the rows of a table; none where a value is no table with a column for the text.

    Known are the forms in which pandas writes one: ``{"title": {"0": "A", "1": "B"}, "text": {...}}``, the same with
    lists, and ``{"columns": ["title", "text"], "data": [["A", "..."], ["B", "..."]]}``.

    Args:
        value: The file as parsed.
        fields: Where records give their fields.
    """
    if not isinstance(value, Mapping):
        return []
    names, rows = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(rows, list):
        return _from_rows(names, rows) if _has("text", names, fields) else []
    if not _has("text", value, fields):
        return []
    columns = {name: _cells(column) for name, column in value.items()}
    keys = next(iter(columns.values())).keys()
    if not keys or any(column.keys() != keys for column in columns.values()):
        return []
    if any(isinstance(column, list) for column in value.values()) and not _has("title", value, fields):
        return []  # paragraphs of a text, rather
    return [{name: column[key] for name, column in columns.items()} for key in keys]


def _from_rows(names: list[object], rows: list[object]) -> list[Row]:
    if not all(isinstance(row, list) and len(row) == len(names) for row in rows):
        return []
    return [dict(zip(map(str, names), row, strict=True)) for row in rows if isinstance(row, list)]


def _cells(column: object) -> Mapping[str, object]:
    """Returns the cells of a column by the names of their rows; none where it is no column."""
    if isinstance(column, list) and len(column) >= _FEWEST:
        column = {str(row): cell for row, cell in enumerate(column)}
    if not isinstance(column, Mapping) or not all(str(key).isdecimal() for key in column):
        return {}
    return {} if any(isinstance(cell, Mapping) for cell in column.values()) else column  # rather records by their ids


def _has(field: str, names: Iterable[object], fields: FieldMap) -> bool:
    return any(fields.names(str(name), field) for name in names)
