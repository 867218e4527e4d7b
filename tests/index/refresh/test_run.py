import os
from pathlib import Path

import pytest

from corpus.article import path_id
from corpus.errors import BadSidecar
from corpus.metadata.sidecar import Sidecar
from corpus.read import Reading, read_articles
from corpus.scan import SourceFile
from index.generation.publish import current_generation
from index.store import open_snapshot
from tests.conftest import ARTICLES, POST, FakeEncoder
from tests.index.newsroom import Refresh, contents, counts, edit, text_of, write_article


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

    monkeypatch.setattr("index.refresh.run.load_encoder", no_model)
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

    monkeypatch.setattr("index.files.state.read_articles", read)
    edit(corpus_folder / "courier.md", "61 years", "62 years")
    write_article(corpus_folder, "new.md", "The quetzal flew.")
    refresh()
    assert names == ["courier.md", "new.md"]
    names.clear()
    (corpus_folder / "corpus.toml").write_text('[[article]]\nfile = "post.md"\ntitle = "Corrected"\n', "utf-8")
    refresh()
    (corpus_folder / "corpus.toml").write_text("# Nothing any more.\n", "utf-8")
    refresh()
    assert names == ["post.md", "post.md"]


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
    assert len(rows) == snapshot.catalog.chunk_count() == 3
    assert sorted(rows) == sorted(snapshot.catalog.chunks(rows))
    assert all("quetzal" not in chunk.text for chunk in snapshot.catalog.chunks(rows).values())
    assert all(b"quetzal" not in path.read_bytes() for path in index.glob("catalogs/*"))


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


def test_the_same_text_in_two_outlets_is_two_articles_encoded_once(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    write_article(corpus_folder, "a.md", "The quetzal flew.", outlet="One", title="Bird")
    write_article(corpus_folder, "b.md", "The quetzal flew.", outlet="Two", title="Bird")
    report = refresh()
    assert counts(report) == (5, 0, 0, 0, 0)
    assert report.embedded == report.chunks - 1
    assert {"One", "Two"} <= open_snapshot(index).catalog.outlets().keys()
