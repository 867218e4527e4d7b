"""Runs the ``dateline`` command as its users do, as a fresh process, and measures it."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes; see getrusage(2) of each system


@dataclass(frozen=True, slots=True)
class CommandRun:
    """One run of the command.

    Attributes:
        seconds: From its start to its end.
        peak_bytes: The most memory it held at one moment (resident set).
        output: What it wrote to standard output.
    """

    seconds: float
    peak_bytes: int
    output: str


def run_dateline(*arguments: str | Path) -> CommandRun:
    """Runs ``dateline`` with some arguments.

    Raises:
        SystemExit: When it fails; its own message goes to standard error.
    """
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    with tempfile.TemporaryFile(mode="w+", encoding="utf-8") as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)  # the usage of this one child; RUSAGE_CHILDREN mixes them all
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}.")
        output.seek(0)
        return CommandRun(seconds, usage.ru_maxrss * MAXRSS_UNIT, output.read())
