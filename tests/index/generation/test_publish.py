import hashlib
from pathlib import Path

from index.generation.manifest import MANIFEST_NAME, part_sizes
from index.generation.publish import current_generation, new_generation, point_to, settle, sweep
from index.library import Library
from index.refresh.run import refresh_index
from index.store import open_snapshot
from tests.conftest import FakeEncoder
from tests.index.newsroom import write_article


def make(index: Path, content: str) -> str:
    folder = new_generation(index)
    (folder / MANIFEST_NAME).write_text(content)
    settled = settle(folder)
    point_to(index, settled)
    return settled.name


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
    (new_generation(tmp_path) / "manifest.json").write_text("x")
    sweep(tmp_path, current)
    assert names(tmp_path) == [current]


def test_numbers_go_on_after_any_that_are_there_and_begin_anew_after_the_last(tmp_path: Path) -> None:
    place = tmp_path / "generations"
    for taken, expected in (
        ("000041-abcdef", "000042-"),
        ("000050-abcdef.tmp", "000051-"),
        ("999999-abcdef", "000000-"),
    ):
        (place / taken).mkdir(parents=True)
        folder = new_generation(tmp_path)
        assert folder.name.startswith(expected)
        folder.rename(tmp_path / folder.name)


def test_a_generation_does_not_go_to_a_name_that_is_taken(tmp_path: Path) -> None:
    old = make(tmp_path, "old")
    taken = tmp_path / "generations" / f"{old}.tmp"
    taken.mkdir()
    current = make(tmp_path, "new")
    sweep(tmp_path, current)
    assert names(tmp_path) == [old, taken.name, current]


def test_a_published_generation_is_never_changed(tmp_path: Path, encoder: FakeEncoder) -> None:
    articles, index = tmp_path / "articles", tmp_path / "index"
    write_article(articles, "a.md", "The quetzal flew.", outlet="One")
    write_article(articles, "b.md", "The heron stood.", outlet="Two")
    refresh_index(Library(articles, index), encoder=encoder)
    reader = open_snapshot(index)
    before = digests(reader.folder)
    assert before.keys() == {*part_sizes(reader.folder), MANIFEST_NAME}
    for number in range(12):  # enough for tantivy to merge segments
        write_article(articles, "a.md", f"The quetzal flew {number} times.", outlet="One")
        write_article(articles, f"c{number}.md", f"A gull cried {number} times.", outlet="Two")
        refresh_index(Library(articles, index), encoder=encoder)
    assert digests(reader.folder) == before
    assert len(reader.lexical.search("quetzal", 10)) == 1
    assert len(names(index)) == 2
