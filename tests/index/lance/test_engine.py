import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import lance
import pytest

from index.catalog.writer import CatalogWriter
from index.errors import CorruptIndex
from index.generation import IndexSnapshot
from index.generation.publish import catalog_path
from index.lance import LanceEngine
from index.search import Selection
from index.store import FolderStore, open_snapshot
from tests.conftest import ARTICLES, COURIER, LEDGER, POST
from tests.index.lance.shelf import Shelf, tell_nobody

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "index", "lance")


def table(shelf: Shelf) -> Path:
    return shelf.index / "passages.lance"


def found(snapshot: IndexSnapshot, text: str, selection: Selection | None = None) -> set[str]:
    """The articles that either search finds, which must be the same of both where the words say enough."""
    rows = [hit.row for hit in snapshot.lexical.search(text, 50, selection or Selection())]
    return {chunk.article_id for chunk in snapshot.catalog.chunks(rows).values()}


def near(snapshot: IndexSnapshot, shelf: Shelf) -> set[str]:
    rows = [hit.row for hit in snapshot.dense.search(shelf.vector("ferry"), 50)]
    return {chunk.article_id for chunk in snapshot.catalog.chunks(rows).values()}


def test_what_is_removed_is_gone_at_once_and_stays_for_whoever_reads_the_older_one(shelf: Shelf) -> None:
    before = shelf.apply(ARTICLES)
    after = shelf.apply(gone=["courier-1"])
    assert found(before, "Marlin crossing union") == {"courier-1", "post-1"}
    assert found(after, "Marlin crossing union") == {"post-1"}
    assert near(before, shelf) == {"courier-1", "post-1", "ledger-1"}
    assert near(after, shelf) == {"post-1", "ledger-1"}
    assert [one.lexical.frequency("ferri") for one in (before, after)] == [2, 1]
    assert after.lexical.beginning("cross").tolist() == after.lexical.holding(["cross"]).tolist() == [2, 3]


def test_what_is_changed_is_found_as_it_is_now(shelf: Shelf) -> None:
    shelf.apply(ARTICLES)
    text = "The quetzal sails instead.\n\nNobody minds."
    after = shelf.apply([replace(COURIER, text=text)], gone=["courier-1"])
    assert found(after, "quetzal") == {"courier-1"}
    assert found(after, "operator") == set()
    assert len(after.dense) == len(after.lexical) == 5


def test_a_new_day_is_filtered_by_and_everything_else_stays(shelf: Shelf) -> None:
    shelf.apply(ARTICLES)
    late = Selection(since=date(2026, 5, 1))
    after = shelf.apply(updated=[replace(COURIER, published=date(2026, 6, 1)), replace(POST, published=None)])
    assert found(after, "Marlin bridge", late) == {"courier-1"}
    assert found(after, "Marlin bridge", Selection(until=date(2026, 5, 1))) == set()
    assert found(after, "Marlin bridge") == {"courier-1", "post-1", "ledger-1"}
    assert len(after.dense.search(shelf.vector("ferry"), 50)) == len(after.dense) == 5
    again = shelf.apply(updated=[replace(LEDGER, source="elsewhere.md")])
    assert again.manifest.state["pending"] == after.manifest.state["pending"]  # no row was touched


def unpublished(shelf: Shelf, **change: object) -> None:
    """A refresh that is killed when the table is committed, and nothing else is."""
    changes = shelf.changes(**change)  # type: ignore[arg-type]  # as `Shelf.changes` takes them
    assert changes.base is not None
    folder = changes.base.folder
    path = catalog_path(shelf.index, changes.base.manifest.catalog)
    with closing(CatalogWriter(path)) as catalog:
        writer = LanceEngine().writer(shelf.index, folder, changes.dimension, catalog, changes.base)
        writer.remove([0, 1])
        for article in changes.new:
            catalog.add(article)
        for batch in changes.passages:
            writer.add(batch)
        writer.finish(tell_nobody)
    changes.base.close()


def test_a_commit_that_was_not_published_is_invisible_and_the_next_one_does_without(shelf: Shelf) -> None:
    before = shelf.apply([COURIER, POST])
    unpublished(shelf, new=[LEDGER])
    assert found(open_snapshot(shelf.index), "Marlin bridge") == {"courier-1", "post-1"}
    assert len(open_snapshot(shelf.index).dense) == len(before.dense)
    after = shelf.apply([replace(LEDGER, article_id="other")])
    assert found(after, "Marlin bridge harbour") == {"courier-1", "post-1", "other"}
    assert near(after, shelf) == {"courier-1", "post-1", "other"}
    assert found(before, "Marlin bridge") == {"courier-1", "post-1"}


def test_what_is_made_anew_shows_nothing_of_the_old_one(shelf: Shelf) -> None:
    before = shelf.apply(ARTICLES)
    store = FolderStore(shelf.index, "lance")
    with store.alone():
        store.apply(replace(shelf.changes([POST]), base=None), tell_nobody).close()
    after = store.open()
    assert found(after, "Marlin bridge harbour") == near(after, shelf) == {"post-1"}
    assert found(before, "Marlin bridge") == {"courier-1", "post-1", "ledger-1"}


def versions(shelf: Shelf) -> set[int]:
    return {int(tag.removeprefix("v-")) for tag in lance.dataset(table(shelf)).tags.list()}


def test_versions_go_that_no_generation_needs_and_those_that_are_read_stay(shelf: Shelf) -> None:
    first = shelf.apply([COURIER])
    for number in range(4):
        shelf.apply([replace(LEDGER, article_id=f"l{number}")])
    assert int(first.manifest.state["version"]) in versions(shelf)
    assert len(versions(shelf)) <= 3
    assert found(first, "ferry bridge") == {"courier-1"}
    first.close()
    del first
    shelf.apply(gone=["l0"])
    last = shelf.apply(gone=["l1"])
    assert int(last.manifest.state["version"]) in versions(shelf)
    assert len(versions(shelf)) <= 2
    assert len(lance.dataset(table(shelf)).versions()) <= 3


def test_files_that_a_killed_refresh_left_are_removed(shelf: Shelf) -> None:
    shelf.apply([COURIER, POST])
    unpublished(shelf, new=[LEDGER])
    data = table(shelf) / "data"
    left = set(data.iterdir())
    for number in range(2):
        shelf.apply([replace(LEDGER, article_id=f"l{number}")])
    assert left - set(data.iterdir())


damaged = pytest.mark.parametrize(
    "damage",
    [
        shutil.rmtree,
        lambda folder: shutil.rmtree(folder / "_versions"),
        lambda folder: [path.write_bytes(b"x") for path in (folder / "_versions").iterdir()],
        lambda folder: [path.write_bytes(b"x") for path in (folder / "data").iterdir()],
    ],
    ids=["missing", "without versions", "damaged", "with damaged data"],
)


@damaged
def test_a_table_that_cannot_be_opened_is_named(shelf: Shelf, damage: Callable[[Path], object]) -> None:
    shelf.apply([COURIER]).close()
    damage(table(shelf))
    with pytest.raises(CorruptIndex, match=r"passages\.lance cannot be read: .*Run `dateline index --rebuild`"):
        open_snapshot(shelf.index).dense.vectors([0])


@damaged
def test_a_damaged_table_can_be_made_anew(shelf: Shelf, damage: Callable[[Path], object]) -> None:
    shelf.apply([COURIER, POST]).close()
    anew = replace(shelf.changes([POST]), base=None)
    damage(table(shelf))
    store = FolderStore(shelf.index, "lance")
    with store.alone(rebuild=True):
        store.apply(anew, tell_nobody).close()
    assert found(store.open(), "Marlin bridge harbour") == near(store.open(), shelf) == {"post-1"}


def test_threads_may_share_a_snapshot(shelf: Shelf) -> None:
    snapshot = shelf.apply(ARTICLES)

    def ask(number: int) -> tuple[set[str], set[str]]:
        only = Selection(exclude=("courier-1",)) if number % 2 else Selection()
        return found(snapshot, "Marlin bridge", only), near(snapshot, shelf)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(64)))
    assert answers[::2] == [ask(0)] * 32
    assert answers[1::2] == [ask(1)] * 32
    assert ask(0) != ask(1)


def test_a_state_of_something_else_is_named(shelf: Shelf) -> None:
    snapshot = shelf.apply([COURIER])
    reader = FolderStore(shelf.index).published().reader
    with pytest.raises(CorruptIndex, match="does not say which version"):
        LanceEngine().open(shelf.index, snapshot.folder, reader, {})


def test_nothing_is_said_to_the_terminal(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path\nfrom tests.conftest import ARTICLES\nfrom tests.index.lance.shelf import Shelf\n"
        f"shelf = Shelf(Path({str(tmp_path / 'index')!r}), 'lance')\nsnapshot = shelf.apply(ARTICLES)\n"
        "snapshot.lexical.search('ferry', 5)\nsnapshot.dense.search(shelf.vector('ferry'), 5)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
