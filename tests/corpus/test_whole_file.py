from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.whole_file import replace_file


def test_a_file_is_made_or_replaced(tmp_path: Path) -> None:
    for lines in (["one\n", "zwei – 二\n"], ["three\n"], []):
        replace_file(tmp_path / "file", lines)
        assert (tmp_path / "file").read_text("utf-8") == "".join(lines)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_link_stays_and_leads_to_the_new_text(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to("target")
    replace_file(tmp_path / "link", ["new\n"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "new\n"


def test_an_error_leaves_everything_as_it_was(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        yield "new\n"
        assert (tmp_path / "file").read_text() == "old"
        raise KeyboardInterrupt

    (tmp_path / "file").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        replace_file(tmp_path / "file", lines())
    assert (tmp_path / "file").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="directory"):
        replace_file(tmp_path / "folder", ["new\n"])
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_nothing_is_written_into_a_file_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _: "same")
    other = tmp_path / ".dateline-same.part"
    other.write_text("mine")
    with pytest.raises(FileExistsError):
        replace_file(tmp_path / "file", ["new\n"])
    assert other.read_text() == "mine"
