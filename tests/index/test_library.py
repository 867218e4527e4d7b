from pathlib import Path

import pytest

from index.library import Library


def test_the_folder_asked_for_wins(tmp_path: Path) -> None:
    assert Library.of(tmp_path / "articles", tmp_path / "here").index == tmp_path / "here"


def test_each_corpus_has_an_index_of_its_own_outside_the_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    first, second = (Library.of(tmp_path / place / "news").index for place in "ab")
    assert first != second
    assert first.name.startswith("news-")
    assert not first.is_relative_to(tmp_path / "a")


def test_one_corpus_has_one_index_however_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    ways = (Path("news"), Path("./news/../news"), tmp_path / "news")
    assert len({Library.of(articles).index for articles in ways}) == 1
