"""The end of a server: in order on SIGTERM and on Ctrl+C, wherever the process is then."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


class _Ended(BaseException):
    """A signal asked for the end."""


@contextmanager
def ended_by_signal() -> Iterator[None]:
    """Has SIGTERM and Ctrl+C end what stands in the block, by raising there, and then the process with status 0.

    Call it in the main thread.
    """
    before = {number: signal.signal(number, _end) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    except _Ended:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        # Threads may be at work in libraries written in C++. Python would end them in the middle, which they do not
        # survive: the process would abort.
        os._exit(0)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(*_: object) -> NoReturn:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)  # it is ending already
    raise _Ended
