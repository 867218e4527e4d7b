import errno
from pathlib import Path

import numpy as np
import pytest

from index.errors import CorruptIndex, IndexNotWritable
from index.generation.folder import writable
from index.lance.table import Table, numbers_in, reading, writing
from tests.conftest import COURIER
from tests.index.lance.shelf import Shelf


@pytest.mark.parametrize("error", [OSError("x"), RuntimeError("x"), ValueError("x\ny")])
def test_what_cannot_be_read_is_named(tmp_path: Path, error: Exception) -> None:
    told = pytest.raises(CorruptIndex, match=r"table cannot be read: x\. Run `dateline index --rebuild`")
    with told, reading(tmp_path / "table"):
        raise error


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left"), RuntimeError("No space left")])
def test_what_cannot_be_written_is_said_as_of_every_index(tmp_path: Path, error: Exception) -> None:
    told = pytest.raises(IndexNotWritable, match=r"cannot be written: .*No space left")
    with told, writable(tmp_path), writing(tmp_path / "table"):
        raise error


def test_a_failure_of_our_own_is_not_taken_for_one_of_the_table(tmp_path: Path) -> None:
    with pytest.raises(KeyError), reading(tmp_path):
        raise KeyError("row")


def test_a_version_that_is_gone_is_named(tmp_path: Path) -> None:
    snapshot = Shelf(tmp_path, "lance").apply([COURIER])
    version = int(snapshot.manifest.state["version"])
    assert Table(tmp_path / "passages.lance", version).count() == 2
    with pytest.raises(CorruptIndex, match=r"passages\.lance cannot be read"):
        Table(tmp_path / "passages.lance", version + 7)


def test_no_numbers_are_a_condition_that_no_row_meets(tmp_path: Path) -> None:
    snapshot = Shelf(tmp_path, "lance").apply([COURIER])
    table = Table(tmp_path / "passages.lance", int(snapshot.manifest.state["version"]))
    assert [table.count(numbers_in("row", rows)) for rows in ([], [1], np.array([0, 1, 9]))] == [0, 1, 2]
