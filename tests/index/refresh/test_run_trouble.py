import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from numpy.typing import NDArray

from corpus.errors import CorpusNotFound, EmptyCorpus, Problem
from corpus.progress import Progress
from corpus.scan import Scan, scan_corpus
from index.errors import CorruptIndex, IndexNotWritable, MassDeletion, OutdatedIndex, RefreshRunning
from index.generation.folder import LOCK_NAME
from index.generation.manifest import SCHEMA_VERSION
from index.generation.publish import current_generation
from index.library import Library
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from index.store import open_snapshot
from tests.conftest import ARTICLES, COURIER, FakeEncoder
from tests.index.newsroom import Refresh, contents, counts, edit, text_of, write_article


def test_an_unreadable_file_keeps_its_older_text_and_says_so(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    refresh()
    original = (corpus_folder / "courier.md").read_bytes()
    (corpus_folder / "courier.md").write_bytes(b"")
    report = refresh()
    assert [problem.source for problem in report.problems] == ["courier.md"]
    assert any("courier.md" in warning and "older text" in warning for warning in report.warnings)
    assert text_of(index, COURIER.article_id) == COURIER.text
    again = refresh()
    assert again.problems == report.problems
    assert not again.published
    (corpus_folder / "courier.md").write_bytes(original)
    healed = refresh()
    assert (healed.problems, healed.warnings) == ((), ())
    assert text_of(index, COURIER.article_id) == COURIER.text


def test_a_file_that_vanishes_before_it_is_read_stops_nothing(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    doomed = write_article(corpus_folder, "a.md", "Here and gone.")

    def unlink(progress: Progress) -> None:
        if progress.stage == "Scanning":
            return
        doomed.unlink(missing_ok=True)

    write_article(corpus_folder, "0.md", "Read first.")
    report = refresh(on_progress=unlink)
    assert [problem.source for problem in report.problems] == ["a.md"]
    assert contents(index).keys() == {"0.md", *(article.source for article in ARTICLES)}


def test_a_folder_that_cannot_be_listed_loses_nothing(
    refresh: Refresh, corpus_folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_article(corpus_folder, "sub/a.md", "The quetzal flew.")
    refresh()
    whole = scan_corpus(corpus_folder)
    without = {name: stamp for name, stamp in whole.stamps.items() if not name.startswith("sub/")}
    # Tests may run as root, who may list every folder.
    locked = Scan(whole.folder, without, (Problem("sub", "the folder cannot be listed: Permission denied"),))
    with monkeypatch.context() as patch:
        patch.setattr("index.files.state.scan_corpus", lambda _: locked)
        report = refresh()
    assert report.problems == locked.problems
    assert any("sub/a.md" in warning for warning in report.warnings)
    assert "sub/a.md" in contents(index)
    assert refresh().warnings == ()


def test_a_corpus_that_never_was_leaves_nothing_behind(tmp_path: Path, index: Path, encoder: FakeEncoder) -> None:
    with pytest.raises(CorpusNotFound):
        refresh_index(Library(tmp_path / "typo", index), encoder=encoder)
    assert not index.exists()


def test_an_index_folder_that_is_a_file_is_named(refresh: Refresh, index: Path) -> None:
    index.write_text("not a folder")
    with pytest.raises(IndexNotWritable, match=str(index)):
        refresh()


def test_what_the_sidecar_says_in_vain_is_a_note_and_no_failed_file(refresh: Refresh, corpus_folder: Path) -> None:
    (corpus_folder / "corpus.toml").write_text('[[article]]\nfile = "nowhere.md"\noutlet = "One"\n', "utf-8")
    report = refresh()
    assert report.problems == ()
    assert any("nowhere.md" in warning for warning in report.warnings)


def test_a_missing_corpus_changes_nothing(refresh: Refresh, corpus_folder: Path, index: Path) -> None:
    first = refresh()
    corpus_folder.rename(corpus_folder.with_name("elsewhere"))
    with pytest.raises(CorpusNotFound):
        refresh()
    assert open_snapshot(index).generation == first.generation


@pytest.mark.parametrize(("gone", "stopped"), [(1, False), (2, True), (3, True)])
def test_losing_more_than_half_of_the_articles_needs_a_word(
    refresh: Refresh, corpus_folder: Path, index: Path, gone: int, stopped: bool
) -> None:
    first = refresh()
    for path in sorted(corpus_folder.iterdir())[:gone]:
        path.unlink()
    if stopped:
        with pytest.raises(MassDeletion, match=rf"{gone} of 3 .*--allow-mass-delete"):
            refresh()
        assert open_snapshot(index).generation == first.generation
    assert counts(refresh(allow_mass_delete=True)) == (0, 0, gone, 0, 3 - gone)
    assert len(contents(index)) == 3 - gone


def test_new_ids_for_all_articles_are_no_mass_deletion(refresh: Refresh, corpus_folder: Path) -> None:
    refresh()
    for path in corpus_folder.iterdir():
        edit(path, "id: ", "id: new-")
    assert counts(refresh()) == (3, 0, 3, 0, 0)


def test_a_corpus_without_articles_names_the_reasons(tmp_path: Path, index: Path, encoder: FakeEncoder) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "blank.txt").write_text("")
    with pytest.raises(EmptyCorpus, match=r"blank\.txt: is empty"):
        refresh_index(Library(folder, index), encoder=encoder)
    assert current_generation(index) is None


def test_other_settings_make_all_passages_anew_and_encode_only_new_ones(refresh: Refresh, index: Path) -> None:
    first = refresh()
    report = refresh(settings=IndexSettings(chunk_tokens=32))
    assert counts(report) == (0, 0, 0, 0, 3)
    assert report.published
    assert 0 < report.embedded < report.chunks
    assert report.chunks > first.chunks
    assert open_snapshot(index).manifest.settings == IndexSettings(chunk_tokens=32)


def test_another_encoder_encodes_everything(refresh: Refresh, index: Path, encoder: FakeEncoder) -> None:
    refresh()
    other = replace(encoder, identity="other", dimension=16, encoded=[])
    report = refresh(encoder=other)
    assert report.embedded == report.chunks
    snapshot = open_snapshot(index)
    assert (snapshot.manifest.encoder, snapshot.dense.dimension) == ("other", 16)


def test_rebuild_encodes_everything_even_from_a_corrupt_index(refresh: Refresh, index: Path) -> None:
    refresh()
    before = contents(index)
    [catalog] = index.glob("catalogs/*.sqlite")
    catalog.write_bytes(b"no database")
    with pytest.raises(CorruptIndex, match=r"\.sqlite.*--rebuild"):
        refresh()
    report = refresh(rebuild=True)
    assert report.embedded == report.chunks
    assert contents(index) == before


def test_a_catalogue_that_is_damaged_where_it_changes_is_named_and_can_be_made_anew(
    refresh: Refresh, index: Path, corpus_folder: Path
) -> None:
    refresh()
    [path] = (index / "catalogs").iterdir()
    with closing(sqlite3.connect(path)) as catalog:
        [(page,)] = catalog.execute("SELECT rootpage FROM sqlite_master WHERE name = 'word'")
        [(size,)] = catalog.execute("PRAGMA page_size")
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    edit(corpus_folder / "courier.md", "61 years", "61 winters")
    with pytest.raises(CorruptIndex, match=r"catalogs cannot be read: .*malformed.*--rebuild"):
        refresh()
    assert refresh(rebuild=True).published


def test_an_index_of_another_version_is_made_anew_unasked(refresh: Refresh, index: Path) -> None:
    refresh()
    before = contents(index)
    manifest = open_snapshot(index).folder / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace(f'"schema":{SCHEMA_VERSION}', '"schema":1'), "utf-8")
    with pytest.raises(OutdatedIndex, match="Run `dateline index`"):
        open_snapshot(index)
    report = refresh()
    assert report.embedded == report.chunks
    assert contents(index) == before


def test_verify_finds_a_change_that_times_and_size_hide(
    refresh: Refresh, corpus_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh()
    before = scan_corpus(corpus_folder)
    monkeypatch.setattr("index.files.inventory.RACY_NS", -1_000_000_000_000)
    monkeypatch.setattr("index.files.state.scan_corpus", lambda _: before)
    edit(corpus_folder / "courier.md", "61 years", "62 years")
    assert counts(refresh()) == (0, 0, 0, 0, 3)
    assert counts(refresh(verify=True)) == (0, 1, 0, 0, 2)


def test_a_second_refresh_at_the_same_time_is_refused(refresh: Refresh, index: Path) -> None:
    index.mkdir()
    with FileLock(index / LOCK_NAME), pytest.raises(RefreshRunning, match="another process"):
        refresh()
    assert counts(refresh()) == (3, 0, 0, 0, 0)


def test_a_failed_encoder_leaves_the_old_index_and_no_leftovers(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    first = refresh()
    write_article(corpus_folder, "a.md", "The quetzal flew.")

    class Broken(FakeEncoder):
        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            raise OSError(28, f"No space left on device for {len(texts)} texts")

    with pytest.raises(IndexNotWritable, match="No space left"):
        refresh(encoder=Broken())
    assert open_snapshot(index).generation == first.generation
    assert [path.name for path in (index / "generations").iterdir()] == [first.generation]


def test_progress_names_each_stage_in_order(refresh: Refresh) -> None:
    stages: list[str] = []
    refresh(on_progress=lambda progress: stages.append(progress.stage))
    assert list(dict.fromkeys(stages)) == [
        "Scanning",
        "Reading articles",
        "Comparing articles",
        "Cutting passages",
        "Encoding passages",
        "Writing the index",
    ]
