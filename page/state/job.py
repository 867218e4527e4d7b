"""One piece of work at a time in the background, with a state that everybody may look at."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

from corpus.errors import DatelineError
from corpus.progress import Progress

T = TypeVar("T")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class JobState(Generic[T]):
    """A moment of a job.

    Attributes:
        running: Whether the work goes on right now.
        progress: Where it is; None before its first word.
        result: What the last run that succeeded returned.
        error: What ended the last run; None when it succeeded or has not ended.
        ended: When the last run ended, local time with its zone.
    """

    running: bool = False
    progress: Progress | None = None
    result: T | None = None
    error: Exception | None = None
    ended: datetime | None = None


class Job(Generic[T]):
    """Runs a function in a thread, never twice at the same time.

    The state is one immutable value that is replaced whole, so any thread may read it without a lock.

    Attributes:
        state: The newest moment.
    """

    def __init__(self, work: Callable[..., T]) -> None:
        """Makes a job that has not begun.

        Args:
            work: Does the work and tells the `OnProgress` that it gets where it is; called in a thread of its own.
        """
        self.state: JobState[T] = JobState()
        self._work = work
        self._starting = threading.Lock()
        self._ended = threading.Condition()

    def start(self, **options: bool) -> bool:
        """Starts the work, unless it is going on.

        Args:
            **options: Passed to the work.

        Returns:
            Whether it started.
        """
        with self._starting:
            if self.state.running:
                return False
            self.state = JobState(running=True, result=self.state.result)
        threading.Thread(target=self._run, kwargs=options, name="dateline-job", daemon=True).start()
        return True

    def wait(self, seconds: float) -> bool:
        """Waits until the work has ended, or for some seconds; returns whether it has ended."""
        with self._ended:
            return self._ended.wait_for(lambda: not self.state.running, timeout=seconds)

    def _run(self, **options: bool) -> None:
        try:
            outcome: JobState[T] = JobState(result=self._work(self._tell, **options))
        except Exception as error:
            known = isinstance(error, DatelineError)
            log.error("%s", error if known else "The work in the background failed.", exc_info=not known)
            outcome = JobState(result=self.state.result, error=error)
        with self._ended:
            self.state = replace(outcome, ended=datetime.now().astimezone())
            self._ended.notify_all()

    def _tell(self, progress: Progress) -> None:
        with self._ended:
            if self.state.running:
                self.state = replace(self.state, progress=progress)
