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
        error: What ended the last run that has ended; None when it succeeded. It stays while the next one goes on.
        ended: When the last run ended, local time with its zone.
        runs: How many runs have ended; they are numbered from 1.
        succeeded: Number of the last run that succeeded, 0 when none has.
    """

    running: bool = False
    progress: Progress | None = None
    result: T | None = None
    error: BaseException | None = None
    ended: datetime | None = None
    runs: int = 0
    succeeded: int = 0


class Job(Generic[T]):
    """Runs a function in a thread, never twice at the same time, and forgets nobody who asks for it meanwhile.

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
        self._next: dict[str, bool] | None = None  # allowed to the run that was asked for during this one
        self._changed = threading.Condition()

    def start(self) -> bool:
        """Starts the work, unless it is going on.

        Returns:
            Whether it started.
        """
        with self._changed:
            if self.state.running:
                return False
            self._begin({})
            return True

    def request(self, **allowed: bool) -> int:
        """Asks for a run that begins after this call: at once, or when the one that goes on has ended.

        However many ask during one run, one more follows it. What any of them allows is allowed to that run, and to no
        other.

        Args:
            **allowed: Passed to the work.

        Returns:
            Number of the run.
        """
        with self._changed:
            if not self.state.running:
                self._begin(allowed)
                return self.state.runs + 1
            waiting = self._next or {}
            self._next = {name: allowed.get(name, False) or waiting.get(name, False) for name in allowed | waiting}
            return self.state.runs + 2

    def wait(self, seconds: float | None = None, *, run: int | None = None) -> bool:
        """Waits until no work goes on.

        Args:
            seconds: How long at most; None for as long as it takes.
            run: Number of a run; once it has succeeded, or a later one has, nothing more is waited for.

        Returns:
            Whether it came to that.
        """
        with self._changed:
            return self._changed.wait_for(
                lambda: not self.state.running or (run is not None and run <= self.state.succeeded), timeout=seconds
            )

    def _begin(self, allowed: dict[str, bool]) -> None:
        threading.Thread(target=self._run, args=(allowed,), name="dateline-job", daemon=True).start()
        self.state = replace(self.state, running=True, progress=None)

    def _run(self, allowed: dict[str, bool] | None) -> None:
        while allowed is not None:
            outcome = self._try(allowed)
            with self._changed:
                allowed, self._next = self._next, None
                self.state = replace(outcome, running=allowed is not None)
                self._changed.notify_all()

    def _try(self, allowed: dict[str, bool]) -> JobState[T]:
        """Does the work once and returns the state after it."""
        run = self.state.runs + 1
        try:
            state = JobState(result=self._work(self._tell, **allowed), succeeded=run)
        except BaseException as error:  # a panic in a library written in Rust is no Exception
            if not isinstance(error, DatelineError):  # the others are told in words by whoever waits for the work
                log.exception("The work in the background failed.")
            state = replace(self.state, error=error, progress=None)
        return replace(state, runs=run, ended=datetime.now().astimezone())

    def _tell(self, progress: Progress) -> None:
        with self._changed:
            if self.state.running:
                self.state = replace(self.state, progress=progress)
