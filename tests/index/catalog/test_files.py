import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Edition
from corpus.errors import Problem
from corpus.stamp import Stamp
from index.catalog.catalog import Catalog
from index.catalog.files import CatalogFiles, file_record
from index.catalog.reader import Reader
from index.catalog.writer import CatalogWriter
from index.errors import CorruptIndex
from index.files.held import HeldFiles
from index.files.inventory import ArticleRecord, FileChanges, FileRecord, Known

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
NUMBERS = st.integers(0, 2**63 - 1)
IDS, OUTLETS, ITEMS = st.sampled_from("xyz"), st.sampled_from(["One", "ONE", "Two"]), st.sampled_from("ij")
RECORDS = st.builds(
    FileRecord,
    stamp=st.builds(Stamp, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    digest=st.text("0123456789abcdef"),
    born=st.one_of(NAMES, st.just("a")),
    articles=st.lists(
        st.builds(
            ArticleRecord, st.one_of(IDS, st.just("")), IDS, NAMES, OUTLETS, st.none() | st.builds(Edition, ITEMS)
        ),
        max_size=3,
    ).map(tuple),
    problems=st.lists(st.builds(Problem, NAMES, NAMES), max_size=2).map(tuple),
    stale=st.booleans(),
)
FILES = st.dictionaries(st.one_of(NAMES, st.sampled_from("abc")), RECORDS, max_size=4)


def write(path: Path, after: Mapping[str, FileRecord], before: Mapping[str, FileRecord] | None = None) -> Catalog:
    with closing(CatalogWriter(path)) as writer:
        writer.set_files(FileChanges(7, "sidecar", before or {}, after, articles_before=0))
        writer.commit("000001-abcdef")
    return Catalog(Reader(path))


def all_told(known: Known) -> list[object]:
    """All that can be asked of files."""
    return [
        known.inventory,
        list(known.records().items()),
        known.records({"a", "b", "nowhere"}),
        known.remarkable(),
        *(known.sharing({one}, {item}) for one in ("x", "y", "") for item in ("i", "")),
        known.born("a"),
        known.outlets(),
        *(known.first_of(outlet, without) for outlet in ("One", "ONE") for without in ((), ("a", "b"))),
        known.of_outlets({"One", "Two"}),
    ]


@given(first=FILES, second=FILES)
def test_the_files_come_back_as_they_were_written(
    first: dict[str, FileRecord], second: dict[str, FileRecord], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("files") / "catalog.sqlite"
    catalog = write(path, first)
    assert all_told(CatalogFiles(catalog)) == all_told(HeldFiles(first, 7, "sidecar"))
    catalog.close()
    assert all_told(CatalogFiles(write(path, second, first))) == all_told(HeldFiles(second, 7, "sidecar"))


def test_a_file_has_a_record_of_its_own(tmp_path: Path) -> None:
    record = FileRecord(Stamp(1, 2, 3, 4), "digest", "b.md", (), (Problem("a.md", "is odd"),), stale=True)
    catalog = write(tmp_path / "catalog.sqlite", {"a.md": record})
    assert file_record(catalog, "a.md") == record
    assert file_record(catalog, "b.md") is None


@pytest.mark.parametrize("problems", ["", "{", "7", "null", "[7]", '[["a"]]'])
def test_a_record_that_is_none_is_a_corrupt_index(tmp_path: Path, problems: str) -> None:
    path = tmp_path / "catalog.sqlite"
    write(path, {"a.md": FileRecord(Stamp(1, 2, 3, 4), "digest", "a.md")}).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE file SET problems = ?", (problems,))
        connection.commit()
    with pytest.raises(CorruptIndex, match=r"cannot be understood.*--rebuild"):
        CatalogFiles(Catalog(Reader(path))).records()
