from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import Problem
from corpus.stamp import Stamp
from index.errors import CorruptIndex
from index.files.inventory import INVENTORY_NAME, ArticleRecord, FileRecord, Inventory, read_inventory

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


@given(INVENTORIES)
def test_an_inventory_survives_writing_and_reading(inventory: Inventory) -> None:
    assert Inventory.from_json(inventory.to_json()) == inventory


def test_times_make_no_other_index_but_bytes_ids_problems_and_sidecars_do() -> None:
    record = FileRecord(Stamp(1, 2, 3, 4), "digest", "a.md", (ArticleRecord("x", "x", "a.md", "One"),))
    inventory = Inventory(10, "sidecar", {"a.md": record})
    touched = Inventory(11, "sidecar", {"a.md": replace(record, stamp=Stamp(1, 5, 6, 7))})
    assert inventory.gives_the_same(touched)
    others = (
        replace(inventory, sidecar_digest="other"),
        replace(inventory, files={}),
        replace(inventory, files={"a.md": replace(record, digest="other")}),
        replace(inventory, files={"a.md": replace(record, stale=True)}),
        replace(inventory, files={"a.md": replace(record, problems=(Problem("a.md#2", "no text"),))}),
        replace(inventory, files={"a.md": replace(record, articles=(ArticleRecord("y", "x", "a.md", "One"),))}),
    )
    assert not any(inventory.gives_the_same(other) for other in others)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "{}", '{"scanned_ns": 1, "sidecar_digest": "", "files": {"a": {}}}']
)
def test_anything_else_is_a_corrupt_index_that_names_the_file(tmp_path: Path, text: str) -> None:
    (tmp_path / INVENTORY_NAME).write_text(text, "utf-8")
    with pytest.raises(CorruptIndex, match=r"inventory\.json .*--rebuild"):
        read_inventory(tmp_path)
