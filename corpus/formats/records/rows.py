"""Rows of an export to drafts, whatever the export's file format is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.formats.agency.ninjs import is_ninjs, read_ninjs
from corpus.formats.documents import Document, gather
from corpus.formats.draft import Draft, Hints, Parsed
from corpus.metadata.record import read_body, read_metadata


@dataclass(frozen=True, slots=True)
class Row:
    """One record of an export.

    Attributes:
        number: Its number, from 1 (of the line, for a file of lines); None when the file is this record.
        content: Its fields, or the reason why it cannot be read.
        guessed_encoding: Name of the encoding when it had to be guessed, else empty.
    """

    number: int | None
    content: Mapping[str, object] | str
    guessed_encoding: str = ""


def read_rows(rows: Iterable[Row], hints: Hints) -> Parsed:
    """Makes drafts of rows.

    Raises:
        UnreadableFile: There is no row, or none can be read for one and the same reason.
    """
    return gather((_document(row, hints) for row in rows), "holds no article, only the frame of an export")


def _document(row: Row, hints: Hints) -> Document:
    if not isinstance(row.content, str) and is_ninjs(row.content):
        return Document(row.number, read_ninjs(row.content, hints, row.guessed_encoding))
    try:
        return Document(row.number, _read_row(row, hints))
    except ValueError as error:
        return Document(row.number, str(error))


def _read_row(row: Row, hints: Hints) -> Draft:
    if isinstance(row.content, str):
        raise ValueError(row.content)
    return Draft(
        text=read_body(row.content),
        metadata=read_metadata(row.content, "record", hints.date_order),
        guessed_encoding=row.guessed_encoding,
    )
