"""What every kind of workspace keeps to."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.workspace import Workspace
from tests.index.workspace.kinds import KINDS
from tests.index.workspace.writer import NAME, WRITES, constant, start, version
from tests.trees import read

KILLS = 36

HOSTILE = (
    *("", ".", "..", "../a.txt", "/etc/passwd", "a/b.txt", "a\\b.txt", "c:a.txt", "a.txt:stream", "~.txt", "-rf.txt"),
    *("A.txt", "a.TXT", "\u00e9.txt", "a\u0661.txt", "a.txt\n", "\na.txt", "a\0.txt", "a .txt", "a.txt ", "a.txt."),
    *(
        ".lock",
        ".a.txt",
        "a",
        "a.b.txt",
        "con.txt",
        "nul.txt",
        "com1.txt",
        "a" * 65 + ".txt",
        "a." + "b" * 9,
        "%2e.txt",
    ),
)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def opened(kind: str, tmp_path: Path) -> Callable[[], Workspace]:
    return lambda: KINDS[kind](tmp_path / "workspace")


def test_a_document_is_there_for_whoever_opens_the_workspace_next(opened: Callable[[], Workspace]) -> None:
    assert opened().read(NAME) is None
    opened().change(NAME, lambda text: "one\n" if text is None else "two\n")
    assert opened().read(NAME) == "one\n"
    opened().change(NAME, lambda text: f"{text}two\n")
    opened().change("other.txt", lambda _: "")
    assert (opened().read(NAME), opened().read("other.txt")) == ("one\ntwo\n", "")
    opened().change(NAME, lambda _: None)
    opened().change(NAME, lambda text: text)
    assert (opened().read(NAME), opened().read("other.txt")) == (None, "")
    opened().change(NAME, lambda text: f"{text} again")
    assert opened().read(NAME) == "None again"


@settings(deadline=None, max_examples=30)
@given(texts=st.lists(st.text(), max_size=3))
def test_every_text_comes_back_to_the_letter(texts: list[str]) -> None:
    for workspace_of in KINDS.values():
        with TemporaryDirectory() as folder:
            workspace = workspace_of(Path(folder) / "workspace")
            for text in [*texts, "\ufeffa\r\nb\rc\n\u2028\0"]:
                workspace.change(NAME, constant(text))
                assert workspace.read(NAME) == text


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_may_lead_elsewhere_is_refused(opened: Callable[[], Workspace], name: str, tmp_path: Path) -> None:
    workspace = opened()
    before = read(tmp_path)
    with pytest.raises(ValueError, match="is no name of a document"):
        workspace.read(name)
    with pytest.raises(ValueError, match="is no name of a document"):
        workspace.change(name, lambda _: "mine")
    assert read(tmp_path) == before


def test_an_edit_that_fails_changes_nothing_and_hinders_nobody(opened: Callable[[], Workspace]) -> None:
    def edit(_: str | None) -> str:
        raise OSError("of the edit itself")

    workspace = opened()
    workspace.change(NAME, lambda _: "one")
    with pytest.raises(OSError, match=r"^of the edit itself$"):
        workspace.change(NAME, edit)
    assert workspace.read(NAME) == "one"
    workspace.change(NAME, lambda text: f"{text} two")
    assert workspace.read(NAME) == "one two"


def test_of_two_processes_that_write_at_once_no_change_is_lost(
    opened: Callable[[], Workspace], kind: str, tmp_path: Path
) -> None:
    with start("add", kind, tmp_path / "workspace", "a") as one, start("add", kind, tmp_path / "workspace", "b") as two:
        pass
    assert (one.returncode, two.returncode) == (0, 0)
    lines = (opened().read(NAME) or "").splitlines()
    for who in "ab":
        assert [line for line in lines if line[0] == who] == [f"{who} {number}" for number in range(WRITES)]
    assert len(lines) == 2 * WRITES


def test_a_writer_that_is_killed_leaves_one_version_whole(
    opened: Callable[[], Workspace], kind: str, tmp_path: Path
) -> None:
    chance, number, seen = random.Random(time.monotonic_ns()), 0, set()
    for _ in range(KILLS):
        with start("replace", kind, tmp_path / "workspace", str(number)) as process:
            assert process.stdout
            assert process.stdout.readline() == "Writing\n"
            time.sleep(0.05 * chance.random())
            process.kill()
        text = opened().read(NAME) or ""
        found = int(text.partition("\n")[0])
        assert text == version(found)
        assert found >= number
        seen.add(found - number)
        number = found + 1
        opened().change(NAME, constant(version(number)))  # nobody waits for the dead
        number += 1
    assert len(seen) > 1  # else every kill came at the same moment
