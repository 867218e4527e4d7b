from pathlib import Path

import pytest

from index.generation.lease import Lease, nobody_reads
from index.generation.publish import generation_folder, sweep
from tests.index.generation.test_publish import make, names


def test_a_generation_that_is_read_stays_until_the_lease_ends(tmp_path: Path) -> None:
    old = make(tmp_path, "old")
    lease = Lease(generation_folder(tmp_path, old))
    current = make(tmp_path, "new")
    sweep(tmp_path, current)
    assert names(tmp_path) == [old, current]
    lease.release()
    sweep(tmp_path, current)
    assert names(tmp_path) == [current]


def test_a_lease_that_nobody_holds_any_more_is_over(tmp_path: Path) -> None:
    old = make(tmp_path, "old")
    lease = Lease(generation_folder(tmp_path, old))
    current = make(tmp_path, "new")
    del lease
    sweep(tmp_path, current)
    assert old not in names(tmp_path)


def test_a_lease_on_a_removed_generation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Lease(tmp_path / "nowhere")


def test_nobody_begins_to_read_a_generation_that_is_being_removed(tmp_path: Path) -> None:
    folder = generation_folder(tmp_path, make(tmp_path, "old"))
    with nobody_reads(folder) as is_free:
        assert is_free
        with pytest.raises(OSError, match="temporarily unavailable"):
            Lease(folder)
    lease = Lease(folder)
    with nobody_reads(folder) as is_free:
        assert not is_free
    lease.release()
