import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import Problem
from corpus.stamp import Stamp
from index.catalog.catalog import Catalog
from index.catalog.files import file_record, read_inventory
from index.catalog.reader import Reader
from index.catalog.writer import CatalogWriter
from index.errors import CorruptIndex
from index.files.inventory import ArticleRecord, FileRecord, Inventory

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
NUMBERS = st.integers(0, 2**63 - 1)
RECORDS = st.builds(
    FileRecord,
    stamp=st.builds(Stamp, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    digest=st.text("0123456789abcdef"),
    born=NAMES,
    articles=st.lists(st.builds(ArticleRecord, NAMES, NAMES, NAMES), max_size=2).map(tuple),
    problems=st.lists(st.builds(Problem, NAMES, NAMES), max_size=2).map(tuple),
    stale=st.booleans(),
)


INVENTORIES = st.builds(Inventory, NUMBERS, NAMES, st.dictionaries(NAMES, RECORDS, max_size=3))


def write(path: Path, inventory: Inventory, before: Inventory | None = None) -> Catalog:
    with closing(CatalogWriter(path)) as writer:
        writer.set_files(inventory, before)
        writer.commit("000001-abcdef")
    return Catalog(Reader(path))


@given(first=INVENTORIES, second=INVENTORIES)
def test_the_files_come_back_as_they_were_written(
    first: Inventory, second: Inventory, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("files") / "catalog.sqlite"
    catalog = write(path, first)
    assert read_inventory(catalog) == first
    assert all(file_record(catalog, name) == record for name, record in first.files.items())
    catalog.close()
    assert read_inventory(write(path, second, first)) == second


def test_a_file_that_is_not_there_has_no_record(tmp_path: Path) -> None:
    assert file_record(write(tmp_path / "catalog.sqlite", Inventory(1, "", {})), "a.md") is None


@pytest.mark.parametrize("record", ["", "{", "[]", "null", "{}", '{"stamp": 7}'])
def test_a_record_that_is_none_is_a_corrupt_index(tmp_path: Path, record: str) -> None:
    path = tmp_path / "catalog.sqlite"
    write(path, Inventory(1, "", {})).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO file VALUES ('a.md', ?)", (record,))
        connection.commit()
    with pytest.raises(CorruptIndex, match=r"cannot be understood.*--rebuild"):
        read_inventory(Catalog(Reader(path)))
