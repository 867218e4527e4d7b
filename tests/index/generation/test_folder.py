from pathlib import Path

import pytest
from filelock import FileLock

from index.disk.ownership import MARK_NAME, has_form
from index.errors import CorruptIndex, IndexNotWritable, NotAnIndex, RefreshRunning
from index.generation.folder import LOCK_NAME, alone, check_folder
from index.generation.publish import FORM, generation_folder, own_generations
from index.store import open_snapshot
from tests.index.newsroom import Refresh, contents, write_article
from tests.trees import Link, Pipe, Thing, Tree, holds, put, read

POINTERS: tuple[Thing, ...] = (
    b"",
    b"\n",
    b"../../x/generations/000001-abcdef\n",
    b"/etc\n",
    b"~\n",
    b".\n",
    b"000001-abcdef.tmp\n",
    b"000001-abcdef/.\n",
    b"000001-abcdef\nmore\n",
    b"MANIFEST-000001\n",
    b"a\0b\n",
    b"\xff\xfe",
    b"0" * 100_000,
    {"photo": b"mine"},
    {},
    Link("outside/pointer"),
    Link("nowhere"),
    Link("CURRENT"),
    Pipe(),
)


def test_a_folder_that_is_new_or_empty_is_fine(tmp_path: Path) -> None:
    check_folder(tmp_path / "new")
    check_folder(tmp_path)
    assert read(tmp_path) == {}


@pytest.mark.parametrize(
    "tree",
    [
        {LOCK_NAME: b""},
        {LOCK_NAME: b"", "generations": {}},
        {LOCK_NAME: b"", "generations": {"000001-abcdef.tmp": {}}},
        {LOCK_NAME: b"", "generations": {"000001-abcdef.tmp": {MARK_NAME: b""}}},
        {
            LOCK_NAME: b"",
            "generations": {"000001-abcdef.tmp": {"catalog.sqlite": b"half", "words": {"meta.json": b""}}},
        },
        {"workspace": {".lock": b"", "test_cases.jsonl": b"{}"}},
        {LOCK_NAME: b"", "workspace": {}, "feedback": {"test_cases.jsonl": b"{}"}},
        {"CURRENT": b"000001-abcdef\n", "notes.txt": b"mine"},
        {"generations": {"000001-abcdef": {MARK_NAME: b""}}, "notes.txt": b"mine"},
    ],
)
def test_what_a_killed_refresh_or_a_damage_left_is_an_index(refresh: Refresh, index: Path, tree: Tree) -> None:
    put(index, tree)
    check_folder(index)
    assert read(index) == tree
    assert refresh(rebuild=True).published


@pytest.mark.parametrize(
    ("tree", "named"),
    [
        ({"notes.txt": b"mine"}, "'notes.txt'"),
        ({"articles": {}}, "'articles'"),
        ({"generations": {"2024-photos": {"p.txt": b"mine"}}}, "'generations/2024-photos'"),
        ({"generations": {"000001-abcdef": {"p.txt": b"mine"}}}, "'generations/000001-abcdef'"),
        ({"generations": {"000001-abcdef": b"mine"}}, "'generations/000001-abcdef'"),
        ({"generations": Link("/tmp")}, "'generations'"),
        ({"CURRENT": b"MANIFEST-000001\n"}, "'CURRENT'"),
        ({"CURRENT": Pipe()}, "'CURRENT'"),
        ({LOCK_NAME: Link("/etc/hostname")}, "'refresh.lock'"),
        ({"feedback": b"mine"}, "'feedback'"),
        ({"workspace": b"mine"}, "'workspace'"),
        ({"workspace": Link("/tmp")}, "'workspace'"),
        ({"workspace": {"test_cases.jsonl": b"{}"}, "notes.txt": b"mine"}, "'notes.txt'"),
        ({"two\nlines": b"", "a": b"", "b": b"", "c": b""}, r"'a', 'b', 'c', \.\.\."),
    ],
)
def test_a_folder_of_somebody_else_is_refused_as_it_is(refresh: Refresh, index: Path, tree: Tree, named: str) -> None:
    put(index, tree)
    for options in ({}, {"rebuild": True}):
        with pytest.raises(NotAnIndex, match=rf"{index} holds other things \({named}\).*an empty folder or a new one"):
            refresh(**options)
        assert read(index) == tree


def test_what_is_put_beside_an_index_is_left_alone(refresh: Refresh, corpus_folder: Path, index: Path) -> None:
    refresh()
    mine: Tree = {
        "notes.txt": b"mine",
        "CURRENT.tmp": Link("notes.txt"),
        "generations": {"2024-photos": {"p.jpg": b"mine"}, "notes.tmp": {}, "3-rd": b"", "000009-aaaaaa.tmp": {}},
    }
    put(index, mine)
    for number in range(3):
        write_article(corpus_folder, "new.md", f"Text {number}.")
        assert refresh().published
    assert holds(index, mine)
    assert len(own_generations(index)) == 1


def test_a_generation_in_which_somebody_put_something_stays(refresh: Refresh, corpus_folder: Path, index: Path) -> None:
    old = generation_folder(index, refresh().generation)
    (old / "notes.txt").write_text("mine")
    before = read(old)
    for number in range(2):
        write_article(corpus_folder, "new.md", f"Text {number}.")
        refresh()
    assert read(old) == before
    assert len(own_generations(index)) == 1


def test_generations_of_versions_that_set_no_marks_are_removed(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    old = generation_folder(index, refresh().generation)
    (old / MARK_NAME).unlink()
    manifest = old / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"{MARK_NAME}":0,', ""))
    write_article(corpus_folder, "new.md", "Text.")
    refresh()
    assert not old.exists()
    assert len(list((index / "generations").iterdir())) == 1


def test_everything_in_a_generation_belongs_to_its_form(refresh: Refresh, corpus_folder: Path, index: Path) -> None:
    for number in range(9):  # enough for segments to be merged
        write_article(corpus_folder, f"{number}.md", f"Text {number}.")
        generation = refresh().generation
        open_snapshot(index).close()
        assert has_form(generation_folder(index, generation), FORM)


@pytest.mark.parametrize("pointer", POINTERS)
def test_a_pointer_that_is_no_name_is_a_damage_that_a_rebuild_mends(
    refresh: Refresh, index: Path, pointer: Thing
) -> None:
    first = refresh().generation
    put(index / "outside", {"pointer": first.encode()})
    (index / "CURRENT").unlink()
    put(index / "CURRENT", pointer)
    for read_it in (lambda: open_snapshot(index), refresh):
        with pytest.raises(CorruptIndex, match=r"CURRENT .*--rebuild"):
            read_it()
        assert read(index / "CURRENT") == pointer
        assert [folder.name for folder in own_generations(index)] == [first]
    report = refresh(rebuild=True)
    assert open_snapshot(index).generation == report.generation
    (aside,) = index.glob("CURRENT.*")
    assert read(aside) == pointer
    assert [folder.name for folder in own_generations(index)] == [report.generation]


@pytest.mark.parametrize("name", ["000009-aaaaaa", "999999-ffffff"])
def test_a_pointer_to_what_is_no_generation_costs_no_generation(refresh: Refresh, index: Path, name: str) -> None:
    first = refresh().generation
    mine: Tree = {"generations": {"000009-aaaaaa": {"p.txt": b"mine"}}}
    put(index, mine)
    (index / "CURRENT").write_text(name + "\n")
    with pytest.raises(CorruptIndex, match=rf"{name}.*--rebuild"):
        refresh()
    assert [folder.name for folder in own_generations(index)] == [first]
    refresh(rebuild=True)
    assert holds(index, mine)
    assert len(contents(index)) == 3


@pytest.mark.parametrize("part", [LOCK_NAME, "generations"])
@pytest.mark.parametrize("thing", [Link("outside"), Link("nowhere"), "other"])
def test_what_stands_in_the_place_of_a_part_is_moved_aside_by_a_rebuild_only(
    refresh: Refresh, index: Path, part: str, thing: Thing | str
) -> None:
    refresh()
    place = index / part
    if place.is_dir():
        place.rename(index / "outside")
    else:
        place.unlink()
        put(index / "outside", {"photo": b"mine"})
    other: Thing = {"photo": b"mine"} if part == LOCK_NAME else b"mine"
    put(place, other if isinstance(thing, str) else thing)
    before = read(index)
    with pytest.raises(CorruptIndex, match=rf"{part} is not what belongs there.*--rebuild"):
        refresh()
    assert {**_tree(read(index)), LOCK_NAME: b""} == {**_tree(before), LOCK_NAME: b""}
    assert refresh(rebuild=True).published
    (aside,) = index.glob(f"{part}.*")
    assert read(aside) == _tree(before)[part]
    assert read(index / "outside") == _tree(before)["outside"]


def test_a_generation_that_is_a_link_is_a_damage(refresh: Refresh, index: Path, tmp_path: Path) -> None:
    name = refresh().generation
    folder = generation_folder(index, name)
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    before = read(tmp_path / "elsewhere")
    with pytest.raises(CorruptIndex, match=r"its folder is a link.*--rebuild"):
        open_snapshot(index)
    refresh(rebuild=True)
    assert read(tmp_path / "elsewhere") == before
    assert folder.is_symlink()
    assert open_snapshot(index).generation != name


@pytest.mark.parametrize("thing", [Pipe(), Link("../../outside"), b"{" * 100_000, {}])
def test_a_manifest_that_is_none_neither_blocks_nor_proves_anything(
    refresh: Refresh, corpus_folder: Path, index: Path, thing: Thing
) -> None:
    refresh()
    put(index / "outside", b"mine")
    foreign: Tree = {"generations": {"000000-abcdef": {"manifest.json": thing}}}
    put(index, foreign)
    write_article(corpus_folder, "new.md", "Text.")
    assert refresh().published
    assert holds(index, foreign)


def test_the_lock_is_held_and_let_go_also_when_the_pointer_is_damaged(refresh: Refresh, index: Path) -> None:
    with alone(index), pytest.raises(RefreshRunning), alone(index):
        pass
    refresh()
    (index / "CURRENT").write_text("damaged")
    with pytest.raises(CorruptIndex):
        refresh()
    with FileLock(index / LOCK_NAME, timeout=0):
        pass


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def iterdir(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", iterdir)  # tests may run as root, who may look everywhere
    with pytest.raises(IndexNotWritable, match="Permission denied"):
        check_folder(tmp_path)


def _tree(thing: Thing) -> dict[str, Thing]:
    assert isinstance(thing, dict)
    return thing
