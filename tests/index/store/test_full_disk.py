"""A disk that takes no more: one error with what to do, and the old index answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.errors import IndexNotWritable
from index.library import Library
from index.refresh.run import refresh_index
from index.store import open_snapshot
from tests.conftest import FakeEncoder
from tests.index.newsroom import STORES, contents, edit
from tests.index.store.test_former import left

resource = pytest.importorskip("resource")  # not on Windows


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Lets no file grow beyond a size in bytes, as one on a full disk would not."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 1_000, 20_000])
@pytest.mark.parametrize("convert", [False, True])
@pytest.mark.parametrize("store", STORES)
def test_without_room_nothing_is_lost_and_with_room_again_it_goes_on(
    corpus_folder: Path, tmp_path: Path, store: str, size: int, *, convert: bool
) -> None:
    library = Library(corpus_folder, tmp_path / "index", store=store)
    refresh_index(library, encoder=FakeEncoder())
    old = contents(library.index)
    target = next(one for one in STORES if not convert or one != store) if convert else None
    if not convert:
        edit(corpus_folder / "courier.md", "61 years", "62 years")
    with room_for(size), pytest.raises(IndexNotWritable, match=r"Make room there.*still answers"):
        refresh_index(library, encoder=FakeEncoder(), store=target, convert=convert)
    assert contents(library.index) == old
    refresh_index(library, encoder=FakeEncoder(), store=target, convert=convert)
    refresh_index(Library(corpus_folder, tmp_path / "fresh"), encoder=FakeEncoder())
    assert contents(library.index) == contents(tmp_path / "fresh")
    generations, catalogs = left(library.index)
    assert (generations, len(catalogs)) == ([open_snapshot(library.index).generation], 1)
