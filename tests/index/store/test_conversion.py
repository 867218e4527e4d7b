import errno
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import lance
import pyarrow as pa
import pytest

from index.catalog.writer import CatalogWriter
from index.embedded.engine import EmbeddedEngine, EmbeddedWriter
from index.errors import IndexNotWritable, StoreMismatch
from index.generation.engine import Encoded
from index.generation.folder import TABLE_NAME, holds_table
from index.generation.manifest import FORMER_VERSION
from index.generation.published import Published
from index.library import Library
from index.refresh.report import RefreshReport
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from index.store import ENGINES, open_snapshot
from tests.conftest import FakeEncoder
from tests.index.newsroom import contents, counts, edit, vocabulary, write_article
from tests.index.older import older
from tests.index.store.test_former import left
from tests.trees import read

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def index(corpus_folder: Path, tmp_path: Path) -> Path:
    """An index in the first store, of which some rows are gone and some came later."""
    index = tmp_path / "index"
    refresh_index(Library(corpus_folder, index), encoder=FakeEncoder())
    edit(corpus_folder / "courier.md", "61 years", "62 years")
    write_article(corpus_folder, "late.md", "The quetzal flew. Nobody saw it.", outlet="Late News")
    refresh_index(Library(corpus_folder, index), encoder=FakeEncoder())
    return index


def run(
    corpus: Path, index: Path, store: str | None, encoder: FakeEncoder | None = None, *, convert: bool = True
) -> RefreshReport:
    return refresh_index(Library(corpus, index), encoder=encoder or FakeEncoder(), store=store, convert=convert)


def test_an_index_is_moved_whole_and_nothing_is_encoded(corpus_folder: Path, index: Path, encoder: FakeEncoder) -> None:
    held, words, before = contents(index), vocabulary(index), open_snapshot(index)
    report = run(corpus_folder, index, "lance", encoder)
    assert (counts(report), encoder.encoded) == ((0, 0, 0, 0, 4), [])
    assert report.warnings == (
        f"{report.chunks:,} passages were moved from the store faiss to lance, none encoded again.",
    )
    assert (contents(index), vocabulary(index)) == (held, words)
    after = open_snapshot(index).manifest
    assert (after.store, after.next_row, after.chunks) == ("lance", before.manifest.next_row, before.manifest.chunks)
    assert before.catalog.articles() == open_snapshot(index).catalog.articles()  # whoever read it reads on
    assert before.folder.exists()


def test_back_again_it_is_what_it_was(corpus_folder: Path, index: Path) -> None:
    held = contents(index)
    run(corpus_folder, index, "lance")
    run(corpus_folder, index, "faiss")
    assert contents(index) == held
    generations, catalogs = left(index)
    assert (generations, len(catalogs)) == ([open_snapshot(index).generation], 1)
    assert not holds_table(index)


def test_a_table_of_somebody_else_stays(corpus_folder: Path, index: Path) -> None:
    lance.write_dataset(pa.table({"mine": [1, 2, 3]}), index / TABLE_NAME)
    before = read(index / TABLE_NAME)
    write_article(corpus_folder, "later.md", "It rained.", outlet="Late News")
    run(corpus_folder, index, None, convert=False)
    assert read(index / TABLE_NAME) == before


def test_a_later_refresh_keeps_the_store_and_follows_the_change(
    corpus_folder: Path, index: Path, encoder: FakeEncoder, tmp_path: Path
) -> None:
    run(corpus_folder, index, "lance")
    edit(corpus_folder / "late.md", "Nobody saw it", "Somebody saw it")
    report = run(corpus_folder, index, None, encoder, convert=False)
    assert (counts(report), report.embedded, report.warnings) == ((0, 1, 0, 0, 3), 1, ())
    assert open_snapshot(index).manifest.store == "lance"
    run(corpus_folder, tmp_path / "fresh", None, convert=False)
    assert contents(index) == contents(tmp_path / "fresh")


def test_other_settings_keep_the_store(corpus_folder: Path, index: Path) -> None:
    run(corpus_folder, index, "lance")
    refresh_index(Library(corpus_folder, index, IndexSettings(chunk_tokens=32)), encoder=FakeEncoder())
    assert open_snapshot(index).manifest.store == "lance"


def test_another_store_without_a_word_about_moving_changes_nothing_and_says_how(
    corpus_folder: Path, index: Path
) -> None:
    generation = open_snapshot(index).generation
    with pytest.raises(StoreMismatch, match=r"store faiss, not lance.*`dateline index --store lance --convert`"):
        run(corpus_folder, index, "lance", convert=False)
    assert open_snapshot(index).generation == generation


def test_an_index_that_is_kept_so_already_is_not_moved(corpus_folder: Path, index: Path) -> None:
    generation = open_snapshot(index).generation
    report = run(corpus_folder, index, "faiss")
    assert (report.published, report.warnings) == (False, ("The index is kept in the store faiss already.",))
    assert open_snapshot(index).generation == generation


def test_an_index_of_the_version_before_is_moved_at_once(tmp_path: Path, encoder: FakeEncoder) -> None:
    kept = older(FORMER_VERSION, tmp_path / "kept")
    run(kept.articles, kept.index, "lance", encoder)
    run(kept.articles, tmp_path / "fresh", None, convert=False)
    assert (encoder.encoded, open_snapshot(kept.index).manifest.store) == ([], "lance")
    assert contents(kept.index) == contents(tmp_path / "fresh")


def test_what_the_settings_say_of_an_index_that_is_made_moves_none_that_is_there(
    corpus_folder: Path, index: Path, tmp_path: Path
) -> None:
    for place, store in ((index, "faiss"), (tmp_path / "new", "lance")):
        report = refresh_index(Library(corpus_folder, place, store="lance"), encoder=FakeEncoder())
        assert (report.warnings, open_snapshot(place).manifest.store) == ((), store)
    refresh_index(Library(corpus_folder, index, store="lance"), encoder=FakeEncoder(), rebuild=True)
    assert open_snapshot(index).manifest.store == "faiss"


def test_a_first_index_is_made_in_the_store_asked_for(corpus_folder: Path, tmp_path: Path) -> None:
    assert run(corpus_folder, tmp_path / "new", "lance").warnings == ()
    assert open_snapshot(tmp_path / "new").manifest.store == "lance"


def test_a_rebuild_makes_it_in_the_store_asked_for(corpus_folder: Path, index: Path) -> None:
    refresh_index(Library(corpus_folder, index), encoder=FakeEncoder(), rebuild=True, store="lance")
    assert open_snapshot(index).manifest.store == "lance"


@pytest.mark.parametrize("pause", ["Moving passages", "Writing the index"])
def test_a_move_that_is_killed_loses_nothing_and_is_made_up_for(corpus_folder: Path, index: Path, pause: str) -> None:
    held, generation = contents(index), open_snapshot(index).generation
    command = [sys.executable, "-m", "tests.index.refresh.refresher", str(corpus_folder), str(index), "lance", pause]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert any(line.strip() == pause for line in process.stdout)
        process.kill()
    assert len(left(index)[1]) == 2
    assert (contents(index), open_snapshot(index).generation) == (held, generation)
    assert not run(corpus_folder, index, None, convert=False).published  # a plain refresh sweeps
    assert (len(left(index)[1]), holds_table(index)) == (1, False)
    run(corpus_folder, index, "lance")
    assert (contents(index), open_snapshot(index).manifest.store) == (held, "lance")


class FullWriter(EmbeddedWriter):
    def add(self, passages: Sequence[Encoded]) -> None:
        del passages
        raise OSError(errno.ENOSPC, "No space left on device")


class FullDisk(EmbeddedEngine):
    """Has no room for what it is given."""

    def writer(
        self, index: Path, folder: Path, dimension: int, catalog: CatalogWriter, base: Published | None
    ) -> FullWriter:
        del index
        return FullWriter(folder, dimension, catalog, base.folder if base else None)


def test_a_move_that_finds_no_room_loses_nothing_and_is_made_up_for(
    corpus_folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, generation = contents(index), open_snapshot(index).generation
    with monkeypatch.context() as patch:
        patch.setitem(ENGINES, "lance", FullDisk)
        with pytest.raises(IndexNotWritable, match=r"No space left.*still answers"):
            run(corpus_folder, index, "lance")
    assert (contents(index), open_snapshot(index).generation) == (held, generation)
    run(corpus_folder, index, "lance")
    assert (contents(index), open_snapshot(index).manifest.store) == (held, "lance")
    generations, catalogs = left(index)
    assert (generations, len(catalogs)) == ([open_snapshot(index).generation], 1)
