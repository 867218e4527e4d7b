"""Rows of an export to drafts, whatever the export's file format is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.formats.agency.ninjs import is_ninjs, read_ninjs
from corpus.formats.documents import Document, gather
from corpus.formats.draft import Draft, Hints, Parsed
from corpus.formats.records.body import NoText, advice, read_body
from corpus.metadata import Metadata
from corpus.metadata.field_map import FieldMap
from corpus.metadata.record import metadata_of
from corpus.text.folding import fold_name

_NO_ARTICLES = frozenset({"highlight", "note", "annotation", "comment", "reply"})


@dataclass(frozen=True, slots=True)
class Row:
    """One record of an export.

    Attributes:
        number: Its number, from 1 (of the line, for a file of lines); None when the file is this record.
        content: Its fields, or the reason why it cannot be read.
        guessed_encoding: Name of the encoding when it had to be guessed, else empty.
        around: What the file says of all its records; a record's own fields win.
    """

    number: int | None
    content: Mapping[str, object] | str
    guessed_encoding: str = ""
    around: Metadata = Metadata()  # noqa: RUF009 - it never changes


def read_rows(rows: Iterable[Row], hints: Hints) -> Parsed:
    """Makes drafts of rows.

    Raises:
        UnreadableFile: There is no row, or none can be read for one and the same reason.
    """
    return gather((_document(row, hints) for row in rows), "holds no article, only the frame of an export")


def reason_without_text(columns: Sequence[str], fields: FieldMap) -> str:
    """Returns the reason why no row of a table can be an article: none of its columns is the text; empty if one is.

    Args:
        columns: The names in its first row.
        fields: Where records give their fields.
    """
    if any(fields.names(column, "text") for column in columns):
        return ""
    about = any(fields.names(column, field) for column in columns for field in ("title", "url"))
    return f"{'metadata only: it ' if about else ''}has no column for the text{advice(columns)}"


def _document(row: Row, hints: Hints) -> Document:
    return Document(row.number, row.content if isinstance(row.content, str) else _read(row.content, row, hints))


def _read(record: Mapping[str, object], row: Row, hints: Hints) -> Draft | str:
    if kind := _kind_of_remark(record):
        return f"no article: a {kind} that belongs to one"
    if is_ninjs(record):
        return read_ninjs(record, hints, row.guessed_encoding)
    found = hints.fields.find(record)
    try:
        text, path = read_body(record, found.get("text", []))
    except NoText as error:
        return str(error)
    metadata = metadata_of(found, "record", hints.date_order, hints.zone)
    metadata = replace(metadata, origins={**metadata.origins, "text": f"record: {path}"})
    if row.around.origins:
        metadata = metadata.over(row.around)
    return Draft(text, metadata, guessed_encoding=row.guessed_encoding)


def _kind_of_remark(record: Mapping[str, object]) -> str:
    """Returns what a reader keeps beside articles, in the same list: it names the article that it belongs to."""
    if any(fold_name(name) == "highlightedat" for name in record):
        return "highlight"
    kinds = (record.get("category"), record.get("type"))
    kind = next((kind for kind in kinds if isinstance(kind, str) and kind.lower() in _NO_ARTICLES), "")
    owned = kind and any(value and fold_name(name) == "parentid" for name, value in record.items())
    return kind.lower() if owned else ""
