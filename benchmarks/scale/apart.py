"""Runs a measurement in a process of its own, where memory and the time to open count."""

import multiprocessing
import re
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import TypeVar

from benchmarks.command import MAXRSS_UNIT
from corpus.errors import DatelineError

T = TypeVar("T")


def apart(function: Callable[..., T], *args: object) -> T:
    """Calls a function in a fresh process.

    Args:
        function: Gets the time at which the process was started, in seconds since 1970.
        args: Its other arguments.

    Raises:
        SystemExit: Dateline could not do what it was to do; the message is its own.
    """
    with ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_called, function, time.time(), *args).result()


def _called(function: Callable[..., T], started: float, *args: object) -> T:
    try:
        return function(started, *args)
    except DatelineError as error:
        raise SystemExit(str(error)) from error  # not every error can be sent to another process


def peak_bytes() -> int:
    """Returns the most memory that this process held at one moment."""
    status = Path("/proc/self/status")
    if status.is_file() and (peak := re.search(r"VmHWM:\s*(\d+) kB", status.read_text())):
        return int(peak[1]) * 1024
    return getrusage(RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT


def disk_bytes(folder: Path) -> int:
    """Returns what a folder takes of the disk; a file with several names counts once."""
    infos = (path.lstat() for path in folder.rglob("*") if path.is_file())
    return sum({info.st_ino: info.st_blocks * 512 for info in infos}.values())
