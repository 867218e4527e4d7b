from pathlib import Path

import pytest

from index.library import index_folder


def test_the_folder_asked_for_wins(tmp_path: Path) -> None:
    assert index_folder(tmp_path / "articles", tmp_path / "here") == tmp_path / "here"


def test_each_corpus_has_an_index_of_its_own_outside_the_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    first, second = index_folder(tmp_path / "a" / "news"), index_folder(tmp_path / "b" / "news")
    assert first != second
    assert first.name.startswith("news-")
    assert not first.is_relative_to(tmp_path / "a")


def test_one_corpus_has_one_index_however_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    assert index_folder(Path("news")) == index_folder(Path("./news/../news")) == index_folder(tmp_path / "news")
