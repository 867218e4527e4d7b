from pathlib import Path

import pytest

from index.store.generation import generation_folder, sweep
from index.store.lease import Lease
from tests.index.store.test_generation import make, names


def test_a_generation_that_is_read_stays_until_the_lease_ends(tmp_path: Path) -> None:
    old = make(tmp_path, "old")
    lease = Lease(generation_folder(tmp_path, old))
    current = make(tmp_path, "new")
    sweep(tmp_path)
    assert names(tmp_path) == [old, current]
    lease.release()
    sweep(tmp_path)
    assert names(tmp_path) == [current]


def test_a_lease_that_nobody_holds_any_more_is_over(tmp_path: Path) -> None:
    old = make(tmp_path, "old")
    lease = Lease(generation_folder(tmp_path, old))
    make(tmp_path, "new")
    del lease
    sweep(tmp_path)
    assert old not in names(tmp_path)


def test_a_lease_on_a_removed_generation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Lease(tmp_path / "nowhere")
