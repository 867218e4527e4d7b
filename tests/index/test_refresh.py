import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from corpus.errors import BadSidecar, CorpusNotFound, EmptyCorpus
from corpus.identity import path_id
from corpus.problem import Problem
from corpus.read import Reading, read_articles
from corpus.scan import Scan, SourceFile, scan_corpus
from corpus.sidecar import Sidecar
from index.errors import CorruptIndex, IndexNotWritable, MassDeletion, OutdatedIndex, RefreshRunning
from index.generation import current_generation
from index.manifest import SCHEMA
from index.progress import Progress
from index.refresh import LOCK_NAME, refresh_index
from index.report import RefreshReport
from index.settings import IndexSettings
from index.snapshot import open_snapshot
from tests.conftest import ARTICLES, COURIER, POST, FakeEncoder
from tests.corpus.stories import STORIES, TRIAL
from tests.index.shelf import contents, write_article

Refresh = Callable[..., RefreshReport]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def refresh(corpus_folder: Path, index: Path, encoder: FakeEncoder) -> Refresh:
    def run(**options: Any) -> RefreshReport:  # noqa: ANN401  # whatever refresh_index takes
        return refresh_index(corpus_folder, index, **{"encoder": encoder, **options})

    return run


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def counts(report: RefreshReport) -> tuple[int, int, int, int, int]:
    return report.added, report.changed, report.removed, report.moved, report.unchanged


def test_a_first_refresh_indexes_every_article(refresh: Refresh, index: Path) -> None:
    report = refresh()
    assert counts(report) == (3, 0, 0, 0, 0)
    assert report.published
    assert report.generation == current_generation(index)
    assert {source: held.article.text for source, held in contents(index).items()} == {
        article.source: article.text for article in ARTICLES
    }


def test_the_folder_of_articles_is_never_written_to(refresh: Refresh, corpus_folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (corpus_folder, *corpus_folder.rglob("*"))}
    refresh()
    assert {path: path.stat().st_mtime_ns for path in (corpus_folder, *corpus_folder.rglob("*"))} == before


def test_nothing_changed_publishes_nothing_and_loads_no_model(
    refresh: Refresh, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = refresh()

    def no_model(*_: object) -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr("index.refresh.load_encoder", no_model)
    again = refresh(encoder=None)
    assert counts(again) == (0, 0, 0, 0, 3)
    assert not again.published
    assert again.generation == first.generation == current_generation(index)


def test_touched_files_are_not_read_again(refresh: Refresh, corpus_folder: Path) -> None:
    first = refresh()
    for path in corpus_folder.iterdir():
        os.utime(path, ns=(1, 1))
    assert refresh().generation == first.generation


def test_only_changed_files_are_read(refresh: Refresh, corpus_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh()
    names: list[str] = []

    def read(file: SourceFile, sidecar: Sidecar) -> Reading:
        names.append(file.name)
        return read_articles(file, sidecar)

    monkeypatch.setattr("index.survey.read_articles", read)
    edit(corpus_folder / "courier.md", "61 years", "62 years")
    write_article(corpus_folder, "new.md", "The quetzal flew.")
    refresh()
    assert names == ["courier.md", "new.md"]


def test_only_the_passages_of_a_changed_text_are_encoded(refresh: Refresh, corpus_folder: Path, index: Path) -> None:
    refresh()
    edit(corpus_folder / "courier.md", "61 years", "62 years")
    report = refresh()
    assert counts(report) == (0, 1, 0, 0, 2)
    assert report.embedded == len([text for text in refresh_texts(index, "courier.md") if "62 years" in text]) == 1


def refresh_texts(index: Path, source: str) -> list[str]:
    return [text for _, _, text, *_ in contents(index)[source].chunks]


def test_the_old_text_is_gone_from_vectors_words_and_catalogue(
    refresh: Refresh, corpus_folder: Path, index: Path, encoder: FakeEncoder
) -> None:
    refresh()
    edit(corpus_folder / "courier.md", "Marlin ferry made its last crossing", "quetzal flew")
    refresh()
    edit(corpus_folder / "courier.md", "quetzal", "heron")
    refresh()
    snapshot = open_snapshot(index)
    assert not snapshot.lexical.search("quetzal", 10)
    vector = encoder.encode(["quetzal"])[0]
    rows = [hit.row for hit in snapshot.dense.search(vector, 100)]
    assert all("quetzal" not in chunk.text for chunk in snapshot.catalog.chunks(rows).values())
    assert sorted(rows) == sorted(snapshot.catalog.chunks(rows))
    assert b"quetzal" not in (snapshot.folder / "catalog.sqlite").read_bytes()


def test_new_metadata_needs_no_encoding(refresh: Refresh, corpus_folder: Path, index: Path) -> None:
    refresh()
    edit(corpus_folder / "courier.md", "outlet: Quay Courier", "outlet: Quay Gazette")
    edit(corpus_folder / "post.md", "2026-03-04", "2026-03-05")
    report = refresh()
    assert counts(report) == (0, 2, 0, 0, 1)
    assert report.embedded == 0
    snapshot = open_snapshot(index)
    assert snapshot.catalog.outlets() == {"Harbour Post": 1, "Inland Ledger": 1, "Quay Gazette": 1}
    assert not snapshot.lexical.search("courier", 10)
    assert snapshot.lexical.search("gazette", 10)
    post = snapshot.catalog.article(POST.article_id)
    assert post is not None
    assert str(post.published) == "2026-03-05"


def test_a_changed_sidecar_reaches_the_articles_and_the_aliases(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    refresh()
    (corpus_folder / "corpus.toml").write_text(
        '[[outlet]]\nname = "The Quay Courier"\naliases = ["Quay Courier", "TQC"]\n', "utf-8"
    )
    report = refresh()
    assert report.embedded == 0
    snapshot = open_snapshot(index)
    assert "The Quay Courier" in snapshot.catalog.outlets()
    assert snapshot.catalog.aliases()["TQC"] == "The Quay Courier"


def test_a_broken_sidecar_changes_nothing(refresh: Refresh, corpus_folder: Path, index: Path) -> None:
    first = refresh()
    (corpus_folder / "corpus.toml").write_text("[[", "utf-8")
    with pytest.raises(BadSidecar):
        refresh()
    assert open_snapshot(index).generation == first.generation


def test_a_moved_file_keeps_its_id_its_rows_and_its_vectors(refresh: Refresh, corpus_folder: Path, index: Path) -> None:
    write_article(corpus_folder, "plain.md", "The quetzal flew over the harbour.")
    refresh()
    article_id = path_id("plain.md")
    rows = open_snapshot(index).catalog.chunk_rows_of(article_id)
    (corpus_folder / "sub").mkdir()
    (corpus_folder / "plain.md").rename(corpus_folder / "sub" / "new-name.md")
    report = refresh()
    assert counts(report) == (0, 0, 0, 1, 3)
    assert report.embedded == 0
    moved = open_snapshot(index).catalog.article(article_id)
    assert moved is not None
    assert moved.source == "sub/new-name.md"
    assert open_snapshot(index).catalog.chunk_rows_of(article_id) == rows
    edit(corpus_folder / "sub" / "new-name.md", "quetzal", "heron")
    assert counts(refresh()) == (0, 1, 0, 0, 3)
    assert open_snapshot(index).catalog.article(article_id) is not None


def test_a_new_file_at_the_place_of_a_moved_one_gets_another_id(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    write_article(corpus_folder, "plain.md", "The quetzal flew over the harbour.")
    refresh()
    (corpus_folder / "plain.md").rename(corpus_folder / "other.md")
    refresh()
    write_article(corpus_folder, "plain.md", "A heron stood in the harbour.")
    assert counts(refresh()) == (1, 0, 0, 0, 4)
    quetzal = open_snapshot(index).catalog.article(path_id("plain.md"))
    assert quetzal is not None
    assert "quetzal" in quetzal.text


def test_an_id_that_two_files_ask_for_goes_to_the_first_and_back_when_that_is_gone(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    write_article(corpus_folder, "a.md", "The quetzal flew.", id="same")
    write_article(corpus_folder, "b.md", "The heron stood.", id="same")
    report = refresh()
    assert any("a.md" in warning and "b.md" in warning for warning in report.warnings)
    assert text_of(index, "same") == "The quetzal flew."
    assert text_of(index, path_id("b.md")) == "The heron stood."
    (corpus_folder / "a.md").unlink()
    report = refresh()
    assert report.warnings == ()
    assert text_of(index, "same") == "The heron stood."
    assert text_of(index, path_id("b.md")) is None


def text_of(index: Path, article_id: str) -> str | None:
    article = open_snapshot(index).catalog.article(article_id)
    return article.text if article else None


def test_the_same_text_in_two_outlets_is_two_articles_encoded_once(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    write_article(corpus_folder, "a.md", "The quetzal flew.", outlet="One", title="Bird")
    write_article(corpus_folder, "b.md", "The quetzal flew.", outlet="Two", title="Bird")
    report = refresh()
    assert counts(report) == (5, 0, 0, 0, 0)
    assert report.embedded == report.chunks - 1
    assert {"One", "Two"} <= open_snapshot(index).catalog.outlets().keys()


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
    without = tuple(file for file in whole.files if not file.name.startswith("sub/"))
    # Tests may run as root, who may list every folder.
    locked = Scan(without, (Problem("sub", "the folder cannot be listed: Permission denied"),))
    with monkeypatch.context() as patch:
        patch.setattr("index.survey.scan_corpus", lambda _: locked)
        report = refresh()
    assert report.problems == locked.problems
    assert any("sub/a.md" in warning for warning in report.warnings)
    assert "sub/a.md" in contents(index)
    assert refresh().warnings == ()


def test_a_corpus_that_never_was_leaves_nothing_behind(tmp_path: Path, index: Path, encoder: FakeEncoder) -> None:
    with pytest.raises(CorpusNotFound):
        refresh_index(tmp_path / "typo", index, encoder=encoder)
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
        refresh_index(folder, index, encoder=encoder)
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
    (open_snapshot(index).folder / "catalog.sqlite").write_bytes(b"no database")
    with pytest.raises(CorruptIndex, match=r"catalog\.sqlite.*--rebuild"):
        refresh()
    report = refresh(rebuild=True)
    assert report.embedded == report.chunks
    assert contents(index) == before


def test_an_index_of_another_version_is_made_anew_unasked(refresh: Refresh, index: Path) -> None:
    refresh()
    before = contents(index)
    manifest = open_snapshot(index).folder / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace(f'"schema":{SCHEMA}', '"schema":1'), "utf-8")
    with pytest.raises(OutdatedIndex, match="run `dateline index`"):
        open_snapshot(index)
    report = refresh()
    assert report.embedded == report.chunks
    assert contents(index) == before


def test_verify_finds_a_change_that_times_and_size_hide(
    refresh: Refresh, corpus_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh()
    monkeypatch.setattr("index.plan._suspicious", lambda *_: False)
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
        def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
            raise OSError(28, f"No space left on device for {len(texts)} texts", progress)

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


FURNITURE = "Sign up for our free evening newsletter, straight to your inbox."
WORDS = st.sampled_from(["quetzal", "heron", "ferry", "harbour", "union", "bridge", "minister", "Estermouth"])
TEXTS = st.one_of(
    st.lists(st.lists(WORDS, min_size=1, max_size=12), min_size=1, max_size=6).map(
        lambda paragraphs: "\n\n".join(" ".join(words).capitalize() + "." for words in paragraphs)
    ),
    st.sampled_from([f"{story}\n\n{FURNITURE}" for story in (*STORIES, *TRIAL)]),
)
NAMES = st.sampled_from(["a.md", "b.md", "c.md", "sub/a.md", "sub/d.md"])
OUTLETS = st.sampled_from(["Quay Courier", "QUAY COURIER", "the quay courier", "Harbour Post"])
EDITS = st.one_of(
    st.tuples(st.just("write"), NAMES, TEXTS, OUTLETS, st.sampled_from(["", "same"])),
    st.tuples(st.just("delete"), NAMES),
    st.tuples(st.just("move"), NAMES, NAMES),
    st.tuples(st.just("empty"), NAMES),
    st.tuples(st.just("sidecar"), NAMES, OUTLETS),
    st.tuples(st.just("refresh")),
)


def apply(folder: Path, step: tuple[str, ...]) -> None:
    kind, *rest = step
    path = folder / rest[0]
    if kind == "write":
        _, text, outlet, own_id = rest
        write_article(folder, rest[0], text, outlet=outlet, **({"id": own_id} if own_id else {}))
    elif kind == "delete":
        path.unlink(missing_ok=True)
    elif kind == "empty" and path.exists():
        path.write_bytes(b"")
    elif kind == "move" and path.exists():
        path.replace(folder / rest[1])
    elif kind == "sidecar":
        (folder / "corpus.toml").write_text(f'[[folder]]\npath = "sub"\noutlet = "{rest[1]}"\n', "utf-8")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(EDITS, min_size=1, max_size=12))
def test_an_index_that_grew_by_refreshes_equals_one_made_at_once(
    steps: list[tuple[str, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("grown")
    folder, encoder = place / "articles", FakeEncoder()
    write_article(folder, "sub/base.md", "The base stays where it is.", outlet="Base")

    def refresh(index: str) -> None:
        refresh_index(folder, place / index, encoder=encoder, allow_mass_delete=True)

    refresh("grown")
    for step in steps:
        if step[0] == "refresh":
            refresh("grown")
        else:
            apply(folder, step)
    # An empty file keeps its older text, which an index made at once cannot know: take those away.
    for path in folder.rglob("*.md"):
        if not path.read_bytes():
            path.unlink()
    refresh("grown")
    refresh("made")
    assert contents(place / "grown") == contents(place / "made")
    grown, made = (open_snapshot(place / name).catalog.repeated_lines() for name in ("grown", "made"))
    assert grown == made
    shutil.rmtree(place)
