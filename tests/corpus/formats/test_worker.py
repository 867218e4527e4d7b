import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.draft import Draft, Hints, Parsed
from corpus.formats.worker import IsolatedParser, Worker
from corpus.metadata.merge import Metadata

ROOT = Path(__file__).resolve().parents[3]
HERE = "tests.corpus.formats.test_worker"


def echo(data: bytes, _hints: Hints) -> Parsed:
    print("libraries print things")  # noqa: T201  (that is what the test is about)
    return Parsed((Draft(f"{os.getpid()} {data.decode()}", Metadata()),))


def hang(_data: bytes, _hints: Hints) -> Parsed:
    while True:
        time.sleep(0.01)


def swallow(_data: bytes, _hints: Hints) -> Parsed:
    return Parsed((Draft("x" * 10_000_000_000, Metadata()),))


def die(_data: bytes, _hints: Hints) -> Parsed:
    os._exit(3)


def refuse(_data: bytes, _hints: Hints) -> Parsed:
    raise UnreadableFile("holds nothing")


def fail(_data: bytes, _hints: Hints) -> Parsed:
    raise ZeroDivisionError("division\nby zero")


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker(seconds=1)
    yield worker
    worker.close()


def ask(worker: Worker, function: str, data: bytes = b"text") -> str:
    return worker.run(IsolatedParser(HERE, function), data, Hints()).drafts[0].text


def test_one_process_reads_all_files(worker: Worker) -> None:
    first, second = ask(worker, "echo", b"one").split(), ask(worker, "echo", b"two").split()
    assert (first[1], second[1]) == ("one", "two")
    assert first[0] == second[0] != str(os.getpid())


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        ("hang", "takes more than 1 seconds"),
        ("swallow", "too much memory"),
        ("die", "makes its reader fail"),
        ("refuse", "^holds nothing$"),
        ("fail", "^cannot be parsed: ZeroDivisionError: division by zero$"),
    ],
)
def test_a_bad_file_is_told_and_the_next_one_is_read(worker: Worker, function: str, reason: str) -> None:
    started = time.monotonic()
    with pytest.raises(UnreadableFile, match=reason):
        ask(worker, function)
    assert time.monotonic() - started < 5
    assert ask(worker, "echo").endswith("text")


def test_what_is_missing_is_named_with_the_extra_that_brings_it(worker: Worker) -> None:
    with pytest.raises(UnreadableFile, match=r'needs nowhere, which is not installed: pip install "dateline\[pdf\]"'):
        worker.run(IsolatedParser("nowhere", "parse", "pdf"), b"", Hints())


def test_a_closed_worker_leaves_no_process_and_starts_again(worker: Worker) -> None:
    pid = int(ask(worker, "echo").split()[0])
    worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert int(ask(worker, "echo").split()[0]) != pid


def test_the_worker_ends_with_its_program_however_that_ends() -> None:
    script = (
        "import os; from corpus.formats.draft import Hints; from corpus.formats.worker import IsolatedParser\n"
        f"print(IsolatedParser({HERE!r}, 'echo')(b'x', Hints()).drafts[0].text, flush=True)\n"
        "os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    pid = int(done.stdout.split()[0])
    deadline = time.monotonic() + 5
    while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_program_without_a_main_guard_may_read_pages(tmp_path: Path) -> None:
    program = tmp_path / "unguarded.py"
    program.write_text(
        "from corpus.formats.draft import Hints\nfrom corpus.formats.kinds import HTML\n"
        "from tests.corpus.pages import page\n"
        "print('read', len(HTML.parse(page().encode(), Hints()).drafts))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "read 1\n"
