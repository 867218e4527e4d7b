import json
import logging
import random
import time
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from index.workspace import FolderWorkspace
from index.workspace.folder import LOCK_NAME
from page.chat.saved import save_turn
from page.passage.earlier_feedback import move_earlier
from page.passage.feedback import REJECTED, TEST_CASES, Feedback, Verdict
from qa.answerer import Answerer
from qa.evaluate.score import evaluate_file
from tests.trees import Link, Thing, Tree, put, read

PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])  # which takes seconds, once
KILLS = 48
QUESTION = "How many jobs go with the Marlin?"

# What is beside it makes it an index, though one that was never finished.
EARLIER: Tree = {
    "refresh.lock": b"",
    "feedback": {TEST_CASES: b'{"question": "One?"}\n# a note\n\n{"question": "One?"}', REJECTED: b"{}\n"},
}


@pytest.fixture
def index(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    put(folder, EARLIER)
    return folder


@pytest.fixture
def workspace(index: Path) -> FolderWorkspace:
    return FolderWorkspace(index / "workspace")


def feedback(tree: Tree) -> Tree:
    inner = tree["feedback"]
    assert isinstance(inner, dict)
    return inner


def start_up(index: Path, gate: Event) -> None:
    """Does in a process of its own what a server does when it starts, once the gate is open."""
    gate.wait()
    move_earlier(index, FolderWorkspace(index / "workspace"))


def starting(index: Path, gate: Event) -> ForkServerProcess:
    process = PROCESSES.Process(target=start_up, args=(index, gate))
    process.start()
    return process


def test_what_readers_said_before_is_in_the_workspace_to_the_byte(index: Path, workspace: FolderWorkspace) -> None:
    for _ in range(2):
        move_earlier(index, workspace)
        assert read(index) == {"refresh.lock": b"", "workspace": {**feedback(EARLIER), LOCK_NAME: b""}}


def test_where_nothing_was_said_nothing_is_made(tmp_path: Path) -> None:
    move_earlier(tmp_path / "index", FolderWorkspace(tmp_path / "index" / "workspace"))
    put(tmp_path / "index", {"refresh.lock": b"", "feedback": {}})
    move_earlier(tmp_path / "index", FolderWorkspace(tmp_path / "index" / "workspace"))
    assert read(tmp_path) == {"index": {"refresh.lock": b"", "feedback": {}}}


@pytest.mark.parametrize(
    ("there", "then"),
    [
        ("", '{"question": "One?"}\n# a note\n{"question": "One?"}\n'),
        ("new\n", 'new\n{"question": "One?"}\n# a note\n{"question": "One?"}\n'),
        ("new", 'new\n{"question": "One?"}\n# a note\n{"question": "One?"}\n'),
        ("# a note\n\nnew\n", '# a note\n\nnew\n{"question": "One?"}\n{"question": "One?"}\n'),
        ('# a note\n{"question": "One?"}', '# a note\n{"question": "One?"}'),
    ],
)
def test_what_an_earlier_version_added_since_comes_below(
    index: Path, workspace: FolderWorkspace, there: str, then: str
) -> None:
    workspace.change(TEST_CASES, lambda _: there)
    move_earlier(index, workspace)
    assert workspace.read(TEST_CASES) == then
    assert not (index / "feedback").exists()


def test_a_verdict_of_before_still_counts_and_can_be_taken_back(answerer: Answerer, tmp_path: Path) -> None:
    index = tmp_path / "index"
    answer = answerer.ask(QUESTION)
    said = {"turn": save_turn(answer).model_dump(), "rank": 1, "verdict": "answers", "earlier": []}
    Feedback(FolderWorkspace(index / "feedback")).record(Verdict.model_validate(said), answer)
    workspace = FolderWorkspace(index / "workspace")
    move_earlier(index, workspace)
    assert evaluate_file(answerer, index / "workspace" / TEST_CASES).any_at[1] == 1.0
    Feedback(workspace).record(Verdict.model_validate({**said, "verdict": "withdrawn"}), answer)
    assert workspace.read(TEST_CASES) == ""


@pytest.mark.parametrize(
    ("thing", "said"),
    [(b"\xff\xfe", "'utf-8' codec can't decode"), (b"x" * (16 * 2**20 + 1), "more than 16,777,216 bytes")],
)
def test_what_cannot_be_moved_stays_and_hinders_nothing_else(
    index: Path, workspace: FolderWorkspace, caplog: pytest.LogCaptureFixture, thing: bytes, said: str
) -> None:
    (index / "feedback" / TEST_CASES).write_bytes(thing)
    with caplog.at_level(logging.WARNING):
        move_earlier(index, workspace)
    assert f"What readers said in {index / 'feedback' / TEST_CASES} could not be moved" in caplog.text
    assert said in caplog.text
    assert read(index / "feedback") == {TEST_CASES: thing}
    assert workspace.read(REJECTED) == "{}\n"


@pytest.mark.parametrize("thing", [Link("mine.jsonl"), {"photo": b"mine"}])
def test_what_is_no_file_stays(index: Path, workspace: FolderWorkspace, thing: Thing) -> None:
    (index / "feedback" / TEST_CASES).unlink()
    put(index / "feedback", {TEST_CASES: thing, "mine.jsonl": b"mine"})
    move_earlier(index, workspace)
    assert read(index / "feedback") == {TEST_CASES: thing, "mine.jsonl": b"mine"}


def test_nothing_is_taken_out_of_a_folder_of_somebody_else(
    index: Path, workspace: FolderWorkspace, caplog: pytest.LogCaptureFixture
) -> None:
    (index / "notes.txt").write_text("mine")
    before = read(index)
    move_earlier(index, workspace)
    assert "holds other things ('notes.txt') and no index" in caplog.text
    assert read(index) == before


def test_servers_that_start_at_once_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    text = "".join(json.dumps({"question": f"{number}?"}) + "\n" for number in range(20_000)).encode()
    for number in range(5):
        index, gate = tmp_path / str(number), PROCESSES.Event()
        put(index, {"refresh.lock": b"", "feedback": {TEST_CASES: text, REJECTED: text}})
        processes = [starting(index, gate) for _ in range(3)]
        gate.set()
        for process in processes:
            process.join()
        assert [process.exitcode for process in processes] == [0, 0, 0]
        assert read(index) == {"refresh.lock": b"", "workspace": {TEST_CASES: text, REJECTED: text, LOCK_NAME: b""}}


def test_a_server_that_is_killed_meanwhile_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    chance, halfway = random.Random(time.monotonic_ns()), 0
    texts = {name: f"{name}\n".encode() + b"x" * 1_000_000 + b"\n" for name in (TEST_CASES, REJECTED)}
    for number in range(KILLS):
        index, gate = tmp_path / str(number), PROCESSES.Event()
        put(index, {"refresh.lock": b"", "feedback": texts})
        process = starting(index, gate)
        gate.set()
        time.sleep(0.04 * chance.random())
        process.kill()
        process.join()
        found = list(index.rglob("*.jsonl"))
        assert {path.name: path.read_bytes() for path in found} == texts
        assert all(path.read_bytes() == texts[path.name] for path in found)
        halfway += (index / "workspace").exists() and (index / "feedback").exists()
        move_earlier(index, FolderWorkspace(index / "workspace"))
        assert read(index / "workspace") == {**texts, LOCK_NAME: b""}
        # Where the kill came at the very end, the folder itself is left, which harms nobody.
        assert not any((index / "feedback").glob("*"))
    assert halfway  # else every kill came too early or too late to prove anything
