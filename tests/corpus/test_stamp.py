import hashlib
import os
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.stamp import Stamp, file_digest


def test_a_stamp_is_what_the_file_system_says(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("four")
    os.utime(path, ns=(1, 2))
    info = path.stat()
    assert Stamp.of(info) == Stamp(size=4, mtime_ns=2, ctime_ns=info.st_ctime_ns, inode=info.st_ino)


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"four")
    assert file_digest(tmp_path / "a.txt") == hashlib.sha256(b"four").hexdigest()


def test_the_digest_of_a_vanished_file_says_why(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="No such file"):
        file_digest(tmp_path / "nowhere.md")
