"""How the process ends on a signal, wherever it is."""

import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.page.conftest import ROOT
from tests.page.door.test_door import free_port

# A thread that would be in the middle of something when Python ends it, and a block that is left in order.
PROGRAM = """
import threading, time
from page.door.ending import ended_by_signal
threading.Thread(target=time.sleep, args=(60,)).start()
with ended_by_signal():
    try:
        print("up", flush=True)
        time.sleep(60)
    finally:
        print("left in order")
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_leaves_the_block_in_order_and_ends_the_process(number: signal.Signals) -> None:
    process = subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    process.send_signal(number)
    assert process.wait(10) == 0
    assert process.stdout.read() == "left in order\n"
    process.stdout.close()


def test_the_command_ends_in_order_while_it_is_starting(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry stops.", "utf-8")
    port = free_port()
    command = [sys.executable, "app.py", "serve", "--articles", str(tmp_path), "--index", str(tmp_path / "index")]
    process = subprocess.Popen([*command, "--port", str(port)], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 30
    while not is_alive(port):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.terminate()
    _, told = process.communicate(timeout=10)
    assert process.returncode == 0
    assert told.startswith(f"Dateline is at http://127.0.0.1:{port}/")
    assert len(told.splitlines()) == 1


def is_alive(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
            return True
    except (urllib.error.URLError, ConnectionError):
        return False
