import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import lance
import numpy as np
import pytest

from index.generation import IndexSnapshot
from index.lance import LanceEngine
from index.lance.upkeep import Upkeep
from index.store.engines import ENGINES
from tests.conftest import COURIER
from tests.index.lance.shelf import Shelf
from tests.index.lance.test_against_embedded import made_up

Tended = Callable[..., Shelf]


@pytest.fixture
def tended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tended:
    """Makes a shelf whose table is tended as is said."""

    def shelf(**when: Any) -> Shelf:  # noqa: ANN401  # whatever Upkeep takes
        monkeypatch.setitem(ENGINES, "lance", lambda: LanceEngine(replace(Upkeep(), **when)))
        return Shelf(tmp_path / "index", "lance")

    return shelf


def table(shelf: Shelf) -> lance.LanceDataset:
    return lance.dataset(shelf.index / "passages.lance")


def indexes(shelf: Shelf) -> dict[str, int]:
    return {index.name: len(index.segments) for index in table(shelf).describe_indices()}


def unindexed(shelf: Shelf) -> int:
    return int(table(shelf).stats.index_stats("all_idx")["num_unindexed_rows"])


def everything(snapshot: IndexSnapshot, shelf: Shelf) -> tuple[set[int], set[int]]:
    """The rows that each search finds when it may find all."""
    words = snapshot.lexical.search("bora bori ferry quetzal number", 1000)
    nearest = snapshot.dense.search(shelf.vector("bora"), 1000)
    assert len(nearest) == len({hit.row for hit in nearest})  # none twice
    return {hit.row for hit in words}, {hit.row for hit in nearest}


def add(shelf: Shelf, number: int, gone: str = "") -> IndexSnapshot:
    article = replace(COURIER, article_id=f"n{number}", text=f"Quetzal number {number} came by ferry.")
    return shelf.apply([article], gone=[gone] if gone else [])


def test_what_is_new_gets_indexes_after_some_changes_and_not_before(tended: Tended) -> None:
    shelf = tended(commits=3)
    shelf.apply([COURIER])
    pending = []
    for number in range(7):
        add(shelf, number)
        pending.append(unindexed(shelf))
    assert pending == [1, 2, 0, 1, 2, 0, 1]


def test_what_is_new_gets_indexes_at_once_where_it_is_much(tended: Tended) -> None:
    shelf = tended(rows=3)
    shelf.apply([COURIER])
    shelf.apply([replace(COURIER, article_id="n", text="One.\n\nTwo.\n\nThree.")])
    assert unindexed(shelf) == 0


def test_small_indexes_and_files_become_one_and_every_row_stays(tended: Tended) -> None:
    shelf = tended(commits=1, indexes=3, scanned=50)
    chance = random.Random(1)
    shelf.apply([made_up(chance, number) for number in range(60)])
    large = {index.name: index for index in table(shelf).describe_indices()}
    assert set(large) == {f"{name}_idx" for name in ("row", "number", "outlet", "published", "authors", "vector")} | {
        f"{name}_idx" for name in ("all", "body", "title", "written")
    }
    most: dict[str, int] = {}
    for number in range(16):
        snapshot = add(shelf, number, f"n{number - 2}" if number > 1 else f"a{number}")
        most = {name: max(count, most.get(name, 0)) for name, count in indexes(shelf).items()}
        words, nearest = everything(snapshot, shelf)
        catalog = snapshot.catalog
        every = {row for article in catalog.articles() for row in catalog.chunk_rows_of(article.article_id)}
        assert nearest == every
        assert words >= set(catalog.chunk_rows_of(f"n{number}"))
        assert words <= every
    assert max(most.values()) <= 3 + 4 + 1  # one column of words a time, of four
    assert len(table(shelf).get_fragments()) < 12


def test_vectors_get_an_index_where_there_are_many_and_what_it_finds_is_checked(tended: Tended) -> None:
    shelf = tended(scanned=300)
    chance = random.Random(2)
    small = shelf.apply([made_up(chance, number) for number in range(60)])
    assert small.manifest.state["probes"] == 0
    assert "vector_idx" not in indexes(shelf)
    large = shelf.apply([made_up(chance, number) for number in range(60, 200)])
    assert large.manifest.state["probes"] > 0
    assert large.manifest.state["recall"] >= 0.97
    assert "vector_idx" in indexes(shelf)


def test_the_index_of_vectors_is_trained_again_when_much_is_new(tended: Tended) -> None:
    shelf = tended(scanned=100, share=0.5)
    chance = random.Random(3)
    shelf.apply([made_up(chance, number) for number in range(60)])
    (first,) = trained(shelf)
    shelf.apply([made_up(chance, number) for number in range(60, 70)])
    assert first in trained(shelf)
    snapshot = shelf.apply([made_up(chance, number) for number in range(70, 160)])
    assert first not in trained(shelf)
    assert snapshot.manifest.state["fresh"] == 0


def trained(shelf: Shelf) -> set[str]:
    (index,) = (one for one in table(shelf).describe_indices() if one.name == "vector_idx")
    return {str(segment.uuid) for segment in index.segments}


def test_an_open_reader_keeps_what_it_reads_through_all_of_it(tended: Tended) -> None:
    shelf = tended(commits=1, indexes=2, scanned=50)
    before = shelf.apply([made_up(random.Random(4), number) for number in range(60)])
    words, nearest = everything(before, shelf)
    vectors = before.dense.vectors(sorted(nearest))
    for number in range(12):
        add(shelf, number, f"a{number}")
    assert everything(before, shelf) == (words, nearest)
    assert np.array_equal(before.dense.vectors(sorted(nearest)), vectors)
