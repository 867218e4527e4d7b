import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.catalog import reader
from index.catalog.reader import Reader
from index.catalog.writer import CatalogWriter
from index.errors import CorruptIndex


def test_a_file_that_somebody_is_busy_with_is_not_taken_for_one_that_nobody_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_PATIENCE", 0.0)
    path = tmp_path / "catalog.sqlite"
    with closing(CatalogWriter(path)) as writer:
        writer.commit("000001-abcdef")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("UPDATE meta SET value = '000002-abcdef' WHERE key = 'generation'")
        with pytest.raises(CorruptIndex, match="database is locked"):
            Reader(path)
    with closing(Reader(path)) as free:
        assert free.generation == "000002-abcdef"
