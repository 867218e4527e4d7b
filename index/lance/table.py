"""The table on the disk: its columns, one version of it to read, and what Lance says when it cannot be read."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import lance
import numpy as np
import pyarrow as pa
from lance.query import FullTextQuery
from numpy.typing import NDArray

from index.errors import CorruptIndex
from index.generation.folder import TABLE_NAME

VECTOR_INDEX = "vector_idx"
INDEX_CACHE, METADATA_CACHE = 1_200_000_000, 128_000_000  # bytes; Lance itself would take seven gigabytes
FAILURES = (OSError, RuntimeError, ValueError)  # what Lance raises, whatever went wrong


def table_path(index: Path) -> Path:
    """Returns the folder of the table."""
    return index / TABLE_NAME


def schema(dimension: int) -> pa.Schema:
    """Returns the columns of the table. Words are terms joined by blanks, so that Lance need not analyse them."""
    return pa.schema(
        [
            ("row", pa.int64()),
            ("number", pa.int64()),  # of the article in the catalogue
            ("outlet", pa.string()),
            ("published", pa.date32()),
            ("authors", pa.list_(pa.string())),
            ("vector", pa.list_(pa.float32(), dimension)),
            ("sentences", pa.binary()),
            ("all", pa.string()),  # the text with headline, outlet and authors, as one: see index/embedded
            ("body", pa.string()),
            ("title", pa.string()),
            ("written", pa.string()),  # the words of headline and text before they are cut to their stems
        ]
    )


@cache
def session() -> Any:  # noqa: ANN401  # its type has no public name
    """Returns what is kept in memory of all versions together: most of a version is also part of the next."""
    return lance.Session(  # type: ignore[attr-defined]  # as above
        index_cache_size_bytes=INDEX_CACHE, metadata_cache_size_bytes=METADATA_CACHE
    )


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turns what Lance says when something cannot be read into words.

    Raises:
        CorruptIndex: Something could not be read.
    """
    try:
        yield
    except FAILURES as error:
        raise CorruptIndex(path, f"cannot be read: {_first_line(error)}") from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns what Lance says when something cannot be written into what the system would have said.

    Raises:
        OSError: Something could not be written.
    """
    try:
        yield
    except FAILURES as error:
        raise OSError(f"{path}: {_first_line(error)}") from error


def open_version(path: Path, version: int | None) -> lance.LanceDataset:
    """Opens a version of the table, or the latest.

    Raises:
        CorruptIndex: It is not there, or cannot be read.
    """
    with reading(path):
        return lance.dataset(path, version=version, session=session())


def numbers_in(column: str, numbers: Sequence[int] | NDArray[np.int64]) -> str:
    """Returns the condition that a column has one of some numbers."""
    return f"{column} IN ({', '.join(str(int(number)) for number in numbers)})" if len(numbers) else "false"


class Table:
    """One version of the table, to read. Threads may share it."""

    def __init__(self, path: Path, version: int) -> None:
        """Opens it.

        Args:
            path: Folder of the table.
            version: Number of the version.

        Raises:
            CorruptIndex: It is not there, or cannot be read.
        """
        self._path = path
        self._dataset = open_version(path, version)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._dataset.schema.field("vector").type.list_size)

    def count(self, where: str | None = None) -> int:
        """Returns the number of rows that meet a condition."""
        with reading(self._path):
            return int(self._dataset.count_rows(where))

    def select(
        self,
        columns: Sequence[str],
        where: str | None = None,
        *,
        limit: int | None = None,
        nearest: dict[str, Any] | None = None,
        words: FullTextQuery | None = None,
    ) -> pa.Table:
        """Returns columns of the rows that meet a condition, are nearest to a vector or hold words."""
        with reading(self._path):
            return self._dataset.to_table(
                columns=[*columns],
                filter=where,
                limit=limit,
                nearest=nearest,
                full_text_query=words,
                prefilter=where is not None,
                disable_scoring_autoprojection=True,
            )


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def vectors_of(found: pa.Table) -> NDArray[np.float32]:
    """Returns the column of vectors, shape (rows, dimension)."""
    column = found["vector"].combine_chunks()
    values = np.asarray(column.flatten(), dtype=np.float32)
    return values.reshape(len(found), -1)
