"""What a workspace in a folder does beyond what all of them do."""

import time
from pathlib import Path

import pytest
from filelock import FileLock

from index.errors import WorkspaceUnusable
from index.workspace import folder as module
from index.workspace.folder import LOCK_NAME, WORKSPACE_NAME, FolderWorkspace
from index.workspace.workspace import MOST_BYTES
from tests.index.newsroom import Refresh, write_article
from tests.index.workspace.writer import LENGTH, NAME, start, version
from tests.trees import Link, Pipe, Thing, Tree, put, read

LEFT = ".dateline-0123456789abcdef.part"


@pytest.fixture
def workspace(tmp_path: Path) -> FolderWorkspace:
    return FolderWorkspace(tmp_path / "workspace")


def refuse(_: str | None) -> str:
    pytest.fail("there is nothing to edit")


def test_nothing_is_made_before_something_is_kept(workspace: FolderWorkspace, tmp_path: Path) -> None:
    workspace.read(NAME)
    assert read(tmp_path) == {}
    workspace.change(NAME, lambda _: "one")
    assert read(tmp_path) == {"workspace": {NAME: b"one", LOCK_NAME: b""}}


def test_a_document_that_stays_the_same_is_not_written_again(workspace: FolderWorkspace, tmp_path: Path) -> None:
    workspace.change(NAME, lambda _: "one")
    before = (tmp_path / "workspace" / NAME).stat()
    workspace.change(NAME, lambda text: text)
    assert (tmp_path / "workspace" / NAME).stat() == before


@pytest.mark.parametrize(
    ("thing", "reason"),
    [
        (b"\xff\xfe", "it is no text in UTF-8"),
        (b"half of \xf0\x9f\x97", "it is no text in UTF-8"),
        (b"x" * (MOST_BYTES + 1), "it has more than 16,777,216 bytes"),
        (Link("../outside.txt"), "it is a link, a folder or a pipe, not a file"),
        (Link("nowhere"), "it is a link, a folder or a pipe, not a file"),
        (Pipe(), "it is a link, a folder or a pipe, not a file"),
        ({"photo": b"mine"}, "it is a link, a folder or a pipe, not a file"),
    ],
)
def test_what_cannot_be_read_is_said_and_left_as_it_is(
    workspace: FolderWorkspace, tmp_path: Path, thing: Thing, reason: str
) -> None:
    tree: Tree = {"outside.txt": b"mine", "workspace": {NAME: thing, LOCK_NAME: b""}}
    put(tmp_path, tree)
    message = rf"workspace/{NAME} cannot be read: {reason}\. It was left as it is\. Mend it .* then try again\."
    with pytest.raises(WorkspaceUnusable, match=message):
        workspace.read(NAME)
    with pytest.raises(WorkspaceUnusable, match=message):
        workspace.change(NAME, refuse)
    assert read(tmp_path) == tree


@pytest.mark.parametrize("tree", [{"workspace": b"mine"}, {"workspace": {LOCK_NAME: {"photo": b"mine"}}}])
def test_what_stands_in_the_way_is_said_and_left_as_it_is(
    workspace: FolderWorkspace, tmp_path: Path, tree: Tree
) -> None:
    put(tmp_path, tree)
    with pytest.raises(WorkspaceUnusable, match=r"workspace cannot be written: .* then try again\."):
        workspace.change(NAME, refuse)
    assert read(tmp_path) == tree


def test_a_disk_that_is_full_keeps_what_was_there(workspace: FolderWorkspace, tmp_path: Path) -> None:
    workspace.change(NAME, lambda _: version(1))
    before = read(tmp_path)
    with start("fill", "folder", tmp_path / "workspace", str(LENGTH // 2)) as process:
        assert process.stdout
        said = process.stdout.read()
    assert f"workspace/{NAME} cannot be written: " in said
    assert "It is as it was. See that there is room on the disk" in said
    assert read(tmp_path) == before


def test_a_folder_that_may_not_be_written_is_said(
    workspace: FolderWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace_file(path: Path, _: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(module, "replace_file", replace_file)  # tests may run as root, who may write everywhere
    with pytest.raises(WorkspaceUnusable, match=r"Permission denied.*Dateline may write there"):
        workspace.change(NAME, lambda _: "one")
    assert read(tmp_path) == {"workspace": {LOCK_NAME: b""}}


def test_a_document_that_grows_too_large_stays_as_it_was(workspace: FolderWorkspace) -> None:
    largest = "\u00e9" * (MOST_BYTES // 2)
    workspace.change(NAME, lambda _: largest)
    with pytest.raises(
        WorkspaceUnusable, match=r"more than 16,777,216 bytes, so it was left as it is\. Give it another"
    ):
        workspace.change(NAME, lambda text: f"{text}.")
    assert workspace.read(NAME) == largest


def test_who_waits_too_long_for_another_process_says_so(
    workspace: FolderWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.1)
    workspace.change(NAME, lambda _: "one")
    # A descriptor of its own, as another process has one.
    with FileLock(tmp_path / "workspace" / LOCK_NAME), pytest.raises(WorkspaceUnusable, match="by another process"):
        workspace.change(NAME, refuse)
    assert workspace.read(NAME) == "one"


def test_what_killed_writers_left_is_cleared_away_and_nothing_else(workspace: FolderWorkspace, tmp_path: Path) -> None:
    mine: Tree = {"notes.part": b"mine", ".dateline-x.part": {"photo": b"mine"}, ".dateline-y.part": Link("notes.part")}
    put(tmp_path / "workspace", {**mine, LEFT: b"half"})
    workspace.change(NAME, lambda _: "one")
    assert read(tmp_path / "workspace") == {**mine, NAME: b"one", LOCK_NAME: b""}


@pytest.mark.parametrize("options", [{}, {"rebuild": True}])
def test_a_refresh_leaves_the_workspace_alone(
    refresh: Refresh, corpus_folder: Path, index: Path, options: dict[str, bool]
) -> None:
    workspace = FolderWorkspace(index / WORKSPACE_NAME)
    workspace.change("cases.jsonl", lambda _: "{}\n")
    put(index / WORKSPACE_NAME, {"generations": {"000001-abcdef.tmp": {"made-by-dateline": b""}}, LEFT: b"half"})
    before, since = read(index), time.time_ns()
    for number in range(3):  # the third sweeps away what the first made
        write_article(corpus_folder, "new.md", f"Text {number}.")
        assert refresh(**options).published
    after = read(index)
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert after[WORKSPACE_NAME] == before[WORKSPACE_NAME]
    assert all(path.lstat().st_mtime_ns <= since for path in (index / WORKSPACE_NAME).rglob("*"))


def test_a_change_in_the_midst_of_a_refresh_is_kept(refresh: Refresh, index: Path) -> None:
    workspace = FolderWorkspace(index / WORKSPACE_NAME)
    refresh(on_progress=lambda _: workspace.change(NAME, lambda text: f"{text or ''}x"))
    assert set(workspace.read(NAME) or "") == {"x"}
