"""The first run on a machine, from nothing but what is installed: no model converted, no index, no network."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.sample import SAMPLE_ARTICLES
from tests.corpus.reading import read_folder
from tests.unplugged import TRIED, TRIED_THE_NETWORK

ROOT = Path(__file__).resolve().parents[1]
ANSWERS = 0

pytestmark = pytest.mark.model


@dataclass(frozen=True)
class FirstRun:
    """What the commands wrote.

    Attributes:
        home: The home folder, empty before.
        index: ``dateline index``, which converts the model.
        ask: ``dateline ask``.
        status: ``dateline status``.
    """

    home: Path
    index: dict[str, object]
    ask: dict[str, object]
    status: dict[str, object]


def without_network() -> list[str]:
    """Returns the start of a command line that takes the network away, where this system lets us."""
    if shutil.which("unshare"):
        for option in ("-rn", "-n"):  # as anybody, as root
            if subprocess.run(["unshare", option, "true"], capture_output=True, check=False).returncode == 0:
                return ["unshare", option]
    return []


def start(home: Path, *command: str, cut_off: list[str]) -> subprocess.CompletedProcess[str]:
    """Runs a command with a home of its own and nothing of our environment."""
    folders = {"HOME": "", "XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data", "TMPDIR": "tmp"}
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    for name, folder in folders.items():
        (home / folder).mkdir(exist_ok=True)
        environment[name] = str(home / folder)
    return subprocess.run(
        [*cut_off, sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> FirstRun:
    """Indexes and asks the sample without a network; where it cannot be taken away, only watched."""
    home, cut_off = tmp_path_factory.mktemp("home"), without_network()

    def dateline(*arguments: str) -> dict[str, object]:
        done = start(home, "-m", "tests.unplugged", *arguments, "--json", cut_off=cut_off)
        assert done.returncode == ANSWERS, done.stderr
        assert TRIED not in done.stderr  # a process that this one started says so, too, and its end is not seen here
        written: dict[str, object] = json.loads(done.stdout)
        return written

    return FirstRun(
        home,
        index=dateline("index"),
        ask=dateline("ask", "How long did the second day of the Geneva talks last?"),
        status=dateline("status"),
    )


def test_the_sample_is_indexed(first_run: FirstRun) -> None:
    assert first_run.index["articles"] == first_run.index["added"] == len(read_folder(SAMPLE_ARTICLES))
    assert first_run.index["embedded"]


def test_the_model_was_converted_and_is_the_fast_one(first_run: FirstRun) -> None:
    assert list((first_run.home / "cache" / "dateline" / "models").glob("*/model.bin"))


def test_a_question_is_answered(first_run: FirstRun) -> None:
    assert first_run.ask["found"] is True
    passages = first_run.ask["passages"]
    assert isinstance(passages, list)
    assert any("two hours" in passage["text"] for passage in passages)


def test_the_status_is_told(first_run: FirstRun) -> None:
    assert first_run.status["articles"] == first_run.index["articles"]


def test_the_network_is_really_gone(tmp_path: Path) -> None:
    cut_off = without_network()
    if not cut_off:
        pytest.skip("this system does not let a test take the network away; its use is watched all the same")
    look = "print(*[line.split(':')[0].strip() for line in open('/proc/net/dev').readlines()[2:]])"
    assert start(tmp_path, "-c", look, cut_off=cut_off).stdout.split() == ["lo"]


@pytest.mark.parametrize(
    "use",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('host.invalid', 80)",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))",
        "urllib.request.urlopen('http://127.0.0.1:9')",
    ],
)
def test_a_use_of_the_network_is_found_even_when_its_failure_is_caught(tmp_path: Path, use: str) -> None:
    script = (
        "import contextlib, socket, urllib.request\n"
        "from tests.unplugged import unplug\n"
        f"unplug()\nwith contextlib.suppress(Exception):\n    {use}"
    )
    done = start(tmp_path, "-c", script, cut_off=[])
    assert done.returncode == TRIED_THE_NETWORK
    assert f"{TRIED} socket." in done.stderr


def test_a_use_of_the_network_by_another_process_is_found(tmp_path: Path) -> None:
    script = (
        "import multiprocessing, socket\n"
        "from tests.unplugged import unplug\n"
        "unplug()\n"
        "multiprocessing.get_context('fork').Process(target=socket.getaddrinfo, args=('host.invalid', 80)).start()"
    )
    done = start(tmp_path, "-c", script, cut_off=[])
    assert f"{TRIED} socket." in done.stderr


def test_nothing_is_left_in_the_home_but_what_is_dateline_s(first_run: FirstRun) -> None:
    """Libraries that report keep who they are and what they counted in a folder of their own."""
    folders = {path.relative_to(first_run.home).as_posix() for path in first_run.home.glob("*/*")}
    assert {path.name for path in first_run.home.iterdir()} == {"cache", "data", "tmp"}
    assert {folder for folder in folders if not folder.startswith("tmp/")} == {"cache/dateline", "data/dateline"}
