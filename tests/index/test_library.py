from pathlib import Path

import pytest

from corpus.errors import BadSettings
from index.library import Library
from index.settings import IndexSettings
from index.settings_file import TOML_NAME


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


def test_a_file_beside_the_articles_says_where_and_how_the_index_is_made(tmp_path: Path) -> None:
    text = '[index]\nfolder = "../idx"\nchunk_tokens = 90\nmodel = "./m"\nstore = "lance"\n[serve]\nport = 1'
    (tmp_path / TOML_NAME).write_text(text, "utf-8")
    settings = IndexSettings(str(tmp_path / "m"), 90)
    assert Library.of(tmp_path) == Library(tmp_path, tmp_path.parent / "idx", settings, "lance")
    asked_for = Library.of(tmp_path, tmp_path / "here")
    assert asked_for == Library(tmp_path, tmp_path / "here", settings, "lance")


def test_without_a_file_an_index_is_made_as_usual(tmp_path: Path) -> None:
    library = Library.of(tmp_path)
    assert (library.settings, library.store) == (IndexSettings(), "faiss")


def test_a_file_that_cannot_be_used_leaves_no_index_as_usual(tmp_path: Path) -> None:
    (tmp_path / TOML_NAME).write_text("[index]\nchunk_token = 90", "utf-8")
    with pytest.raises(BadSettings, match=r"did you mean chunk_tokens\?"):
        Library.of(tmp_path)
