from dataclasses import replace
from pathlib import Path

import lance
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lance.where import text
from index.search import Selection
from tests.conftest import COURIER
from tests.index.lance.shelf import Shelf


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> lance.LanceDataset:
    return lance.write_dataset(pa.table({"name": ["a"]}), tmp_path_factory.mktemp("names") / "names.lance")


@given(name=st.text())
def test_every_name_is_itself_in_a_filter(names: lance.LanceDataset, name: str) -> None:
    (found,) = names.to_table(columns={"found": f"concat({text(name)}, substr(name, 9))"}, limit=1)["found"].to_pylist()
    assert found == name


@pytest.mark.parametrize("name", ["O'Neil's", 'The "Post"', "a\\", "a\\'", "%_", "; --", "a\nb", "Ø’—😀", "{x}", "?1"])
def test_an_outlet_and_an_author_of_any_name_are_found(tmp_path: Path, name: str) -> None:
    other = replace(COURIER, article_id="other", outlet=f"{name}x", authors=(f"{name}x",))
    snapshot = Shelf(tmp_path / "index", "lance").apply([replace(COURIER, outlet=name, authors=(name,)), other])
    for selection in (Selection(outlets=(name,)), Selection(authors=(name,)), Selection(without_outlets=(f"{name}x",))):
        rows = [hit.row for hit in snapshot.lexical.search("ferry operator", 10, selection)]
        assert {chunk.article_id for chunk in snapshot.catalog.chunks(rows).values()} == {COURIER.article_id}
