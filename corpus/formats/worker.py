"""Reads files that may take too long or too much memory in a process of their own, which can be ended.

Parsers of web pages, PDF files and the like are large libraries that meet hostile input. One worker process reads one
file after the other; it is started when the first such file comes, ended when a file takes too long, and stopped when
it has nothing to do. Only this module's messages cross the border, so a crash there is an unreadable file here.
"""

import atexit
import faulthandler
import importlib
import os
import pickle
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed, Parser

SECONDS_LIMIT = 30.0  # for one file
MEMORY_LIMIT = 2_000_000_000  # bytes of address space, where the system can limit it
_IDLE_SECONDS = 20.0  # after which a worker without work is stopped: it holds some 150 MB
_ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]); from corpus.formats.worker import serve; serve(float(sys.argv[2]))"
)


@dataclass(frozen=True, slots=True)
class IsolatedParser:
    """A parser that runs in the worker; its module is imported there only.

    Attributes:
        module: Name of the module.
        function: Name of the parser in it.
        extra: The extra of this package that installs what it needs; empty when nothing more is needed.
    """

    module: str
    function: str
    extra: str = ""

    def __call__(self, data: bytes, hints: Hints) -> Parsed:
        """Parses a file in the worker: in this process where it is the worker, as for what is attached to a mail.

        Raises:
            UnreadableFile: The file gives no article, or takes more than its time or memory.
        """
        return _given(_parse(self, data, hints)) if _IN_WORKER.is_set() else _WORKER.run(self, data, hints)


class Worker:
    """One process that reads files; a new one when the last one ended.

    Args:
        seconds: Most time for one file.
    """

    def __init__(self, seconds: float = SECONDS_LIMIT) -> None:
        """Starts nothing yet."""
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._idle = threading.Timer(0, self.close)

    def run(self, parser: IsolatedParser, data: bytes, hints: Hints) -> Parsed:
        """Has a file read by the worker.

        Raises:
            UnreadableFile: The parser says so, or the worker ended before it was done.
        """
        with self._lock:
            self._idle.cancel()
            started = time.monotonic()
            try:
                answer = self._ask((parser, data, hints))
            except BaseException:  # Ctrl-C: the answer that is still to come must not be taken for the next file's
                self._stop()
                raise
            if answer is None:
                self._stop()
                late = time.monotonic() - started >= self._seconds
                raise UnreadableFile(
                    f"takes more than {self._seconds:.0f} seconds to read; it is too large or damaged"
                    if late
                    else "makes its reader fail (damaged, or it needs too much memory)"
                )
            self._idle = threading.Timer(_IDLE_SECONDS, self.close)
            self._idle.daemon = True
            self._idle.start()
        return _given(answer)

    def close(self) -> None:
        """Stops the process, if there is one; the next file starts another."""
        with self._lock:
            self._idle.cancel()
            self._stop()

    def _ask(self, request: tuple[IsolatedParser, bytes, Hints]) -> Parsed | str | None:
        process = self._running()
        guard = threading.Timer(self._seconds + 5, process.kill)  # in case the worker cannot end itself
        guard.daemon = True
        guard.start()
        try:
            pickle.dump(request, cast(BinaryIO, process.stdin))
            cast(BinaryIO, process.stdin).flush()
            return cast(Parsed | str, pickle.load(cast(BinaryIO, process.stdout)))
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        finally:
            guard.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            command = [sys.executable, "-c", _PROGRAM, str(_ROOT), str(self._seconds)]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()  # it keeps nothing that could be lost
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    cast(BinaryIO, stream).close()


def serve(seconds: float) -> None:
    """Reads files until the other side closes: the worker's whole life.

    A file that takes too long ends the process, from a thread that no parser can hold up, and even when the process
    that asked is gone.
    """
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    _IN_WORKER.set()
    os.dup2(2, 1)  # what a library prints must not get among the answers
    _limit_memory()
    while True:
        try:
            parser, data, hints = pickle.load(requests)
        except EOFError:
            return
        faulthandler.dump_traceback_later(seconds, exit=True)
        answer = _parse(parser, data, hints)
        faulthandler.cancel_dump_traceback_later()
        pickle.dump(answer, answers)
        answers.flush()


def _parse(parser: IsolatedParser, data: bytes, hints: Hints) -> Parsed | str:
    try:
        parse = cast(Parser, getattr(importlib.import_module(parser.module), parser.function))
    except ImportError as error:
        package = f'pip install "dateline[{parser.extra}]"' if parser.extra else "pip install dateline"
        return f"needs {error.name}, which is not installed: {package}"
    try:
        return parse(data, hints)
    except UnreadableFile as error:
        return str(error)
    except MemoryError:
        return "needs too much memory to read"
    except RecursionError:
        return "is nested too deeply"
    except Exception as error:  # libraries fail on damaged files in ways that nobody lists
        return f"cannot be parsed: {type(error).__name__}: {' '.join(str(error).split())[:200]}"


def _given(answer: Parsed | str) -> Parsed:
    if isinstance(answer, str):
        raise UnreadableFile(answer)
    return answer


def _limit_memory() -> None:
    try:
        resource = importlib.import_module("resource")
    except ImportError:
        return  # Windows has no such limit
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


_IN_WORKER = threading.Event()
_WORKER = Worker()
atexit.register(_WORKER.close)
