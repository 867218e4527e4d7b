import hashlib
from pathlib import Path

import pytest

from index.refresh.run import refresh_index
from index.search.lexical import LexicalIndex, LexicalWriter
from index.store.generation import (
    Lease,
    copy_words,
    current_generation,
    generation_folder,
    new_generation,
    part_sizes,
    publish,
    sweep,
)
from index.store.manifest import MANIFEST_NAME
from index.store.snapshot import open_snapshot
from tests.conftest import COURIER, FakeEncoder
from tests.index.shelf import write_article
from tests.index.store.test_catalog import halves


def make(index: Path, content: str) -> str:
    folder = new_generation(index)
    (folder / MANIFEST_NAME).write_text(content)
    return publish(index, folder)


def names(index: Path) -> list[str]:
    return sorted(path.name for path in (index / "generations").iterdir())


def digests(folder: Path) -> dict[str, str]:
    """The bytes of a generation. Opening one makes tantivy put an empty lock file there, which says nothing."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def test_without_a_generation_there_is_no_current_one(tmp_path: Path) -> None:
    assert current_generation(tmp_path / "nowhere") is None
    assert current_generation(tmp_path) is None


def test_an_unfinished_generation_is_not_current(tmp_path: Path) -> None:
    new_generation(tmp_path)
    assert current_generation(tmp_path) is None


def test_publishing_makes_current_and_names_sort_by_time(tmp_path: Path) -> None:
    published = [make(tmp_path, str(number)) for number in range(12)]
    assert published == sorted(published)
    assert current_generation(tmp_path) == published[-1]


def test_a_sweep_removes_old_generations_and_unfinished_work(tmp_path: Path) -> None:
    make(tmp_path, "old")
    current = make(tmp_path, "new")
    (new_generation(tmp_path) / "half").write_text("x")
    sweep(tmp_path)
    assert names(tmp_path) == [current]


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


def test_a_copy_of_the_words_changes_without_changing_the_old_one(tmp_path: Path) -> None:
    writer = LexicalWriter(tmp_path / "old")
    chunks = halves(COURIER)
    for row, chunk in enumerate(chunks):
        writer.add(row, COURIER, chunk)
    writer.commit()
    before = digests(tmp_path / "old")
    copy_words(tmp_path / "old", tmp_path / "new")
    assert digests(tmp_path / "new") == before
    copy = LexicalWriter(tmp_path / "new")
    copy.remove([0])
    copy.add(7, COURIER, chunks[0])
    copy.commit()
    assert digests(tmp_path / "old") == before
    found = {folder: LexicalIndex.open(tmp_path / folder).search("ferry", 10) for folder in ("old", "new")}
    assert 0 in {hit.row for hit in found["old"]}
    assert {hit.row for hit in found["new"]} & {0, 7} == {7}


def test_a_published_generation_is_never_changed(tmp_path: Path, encoder: FakeEncoder) -> None:
    articles, index = tmp_path / "articles", tmp_path / "index"
    write_article(articles, "a.md", "The quetzal flew.", outlet="One")
    write_article(articles, "b.md", "The heron stood.", outlet="Two")
    refresh_index(articles, index, encoder=encoder)
    reader = open_snapshot(index)
    before = digests(reader.folder)
    assert before.keys() == {*part_sizes(reader.folder), MANIFEST_NAME}
    for number in range(12):  # enough for tantivy to merge segments
        write_article(articles, "a.md", f"The quetzal flew {number} times.", outlet="One")
        write_article(articles, f"c{number}.md", f"A gull cried {number} times.", outlet="Two")
        refresh_index(articles, index, encoder=encoder)
    assert digests(reader.folder) == before
    assert len(reader.lexical.search("quetzal", 10)) == 1
    assert len(names(index)) == 2
