import os
from pathlib import Path

import pytest

from index.disk.plain_file import is_folder, is_plain, read_plain


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"12345")
    assert read_plain(file, 5) == b"12345"
    with pytest.raises(OSError, match="more than 4 bytes"):
        read_plain(file, 4)
    assert (is_plain(file), is_folder(file)) == (True, False)


def test_what_is_no_file_is_neither_read_nor_waited_for(tmp_path: Path) -> None:
    file, link, pipe, folder = (tmp_path / name for name in ("file", "link", "pipe", "folder"))
    file.write_text("private")
    link.symlink_to(file)
    os.mkfifo(pipe)
    folder.mkdir()
    for place in (link, pipe, folder):
        with pytest.raises(OSError, match="not a file"):
            read_plain(place, 100)
        assert not is_plain(place)
    assert [is_folder(place) for place in (link, pipe, folder)] == [False, False, True]


def test_what_is_not_there_is_neither(tmp_path: Path) -> None:
    for name in ("nowhere", "x" * 5000, "a\0b"):
        assert not is_plain(tmp_path / name)
        assert not is_folder(tmp_path / name)
    with pytest.raises(FileNotFoundError):
        read_plain(tmp_path / "nowhere", 100)
