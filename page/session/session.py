"""A session of the server: what every open tab shares, from its start to its end."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from corpus.errors import DatelineError
from corpus.progress import OnProgress, Progress
from index.refresh import RefreshReport
from index.upkeep import Upkeep
from page.errors import NotReady, RefreshFailed, in_words
from page.session.job import Job
from qa.answerer import Answerer

log = logging.getLogger(__name__)

LOOK_AGAIN = timedelta(seconds=10)  # after a look at the files; an idle tab asks a little less often than that
QUIET, PAUSE, LONGEST_WAIT = 1.0, 0.05, 20.0  # seconds: see `Session.quiet`
QUICK = 0.3  # seconds that a look at a folder of some thousand files takes at the most


@dataclass(frozen=True, slots=True)
class Example:
    """A question to begin with.

    Attributes:
        asked: The question.
        about: How many outlets answer it, and of which days; empty where that is not told.
    """

    asked: str
    about: str = ""


Suggest = Callable[[Answerer], tuple[Example, ...]]


class Refresh(Protocol):
    """Brings an index up to date; `index.refresh.run.refresh_index` does, with its folders fixed."""

    def __call__(
        self, *, on_progress: OnProgress, allow_mass_delete: bool = False, rebuild: bool = False
    ) -> RefreshReport:
        """Refreshes, and tells where it is."""
        ...


class Session:
    """The answerer, once it is loaded, and the work that goes on behind the page.

    Attributes:
        loading: Opens the answerer; builds the index first where there is none.
        refreshing: Brings the index up to date; the old one answers meanwhile. Whoever changed the articles, or knows
            that they changed, requests a run: only one that begins afterwards is sure to see the change.
        suggesting: Finds questions to begin with.
        looking: Looks at the files, for what changed since the refresh.
        changed: What the last refresh did that changed anything, and when it ended; None when there was none.
        asked: When somebody last wanted something of the answerer, as `time.monotonic` tells it.
    """

    def __init__(
        self,
        open_answerer: Callable[[OnProgress], Answerer],
        refresh: Refresh,
        suggest: Suggest = lambda _: (),
        look: Callable[[], Upkeep] | None = None,
    ) -> None:
        """Makes a session where nothing has begun.

        Args:
            open_answerer: Loads the model and the index; slow, called in a thread.
            refresh: Refreshes the index; slow, called in a thread.
            suggest: Finds questions that the articles answer; called in a thread whenever they have changed.
            look: Tells what changed on the disk since the refresh; called in a thread every now and then.
        """
        self._open_answerer = open_answerer
        self._refresh_index = refresh
        self._suggest = suggest
        self._look_at_files = look
        self.loading: Job[Answerer] = Job(self._load)
        self.refreshing: Job[RefreshReport] = Job(self._refresh)
        self.changed: tuple[RefreshReport, datetime] | None = None
        self.asked = 0.0
        self.suggesting: Job[tuple[Example, ...]] = Job(self._find_examples)
        self.looking: Job[Upkeep | None] = Job(self._look)

    @property
    def answers(self) -> Answerer | None:
        """Whoever answers; None until it is loaded."""
        return self.loading.state.result

    def opened(self) -> Answerer:
        """Returns whoever answers.

        Raises:
            NotReady: The articles are not loaded yet, or cannot be.
        """
        if self.answers is not None:
            return self.answers
        progress, error = self.progress(), self.loading.state.error
        if progress:
            raise NotReady(f"Still getting ready ({progress.stage}).")
        raise NotReady(in_words(error) if error else "The articles are not loaded yet.")

    @property
    def examples(self) -> tuple[Example, ...]:
        """Questions to begin with; none until they are found."""
        return self.suggesting.state.result or ()

    def progress(self) -> Progress | None:
        """Returns where the work behind the page is, None when there is none."""
        for job in (self.loading, self.refreshing):
            if job.state.running:
                return job.state.progress or Progress("Starting", 0, 0)
        return None

    def upkeep(self, generation: str) -> Upkeep | None:
        """Returns what there is to do about a generation, None until somebody has looked, and has it looked at again.

        A look that takes long is not waited for; it tells whoever asks next.

        Args:
            generation: Name of the one that answers.
        """
        state = self.looking.state
        is_old = state.ended is None or datetime.now().astimezone() - state.ended > LOOK_AGAIN
        is_of_another = state.result is not None and state.result.generation != generation
        if (is_old or is_of_another) and self._look_at_files and not self.refreshing.state.running:
            self.looking.start()
            self.looking.wait(QUICK)
        upkeep = self.looking.state.result
        return upkeep if upkeep and upkeep.generation == generation else None

    def quiet(self) -> None:
        """Waits until nobody has wanted anything for a moment, but not for ever: for work that may wait."""
        waited = 0.0
        while time.monotonic() - self.asked < QUIET and waited < LONGEST_WAIT:
            time.sleep(PAUSE)
            waited += PAUSE

    def follow(self) -> None:
        """Brings the index up to date; returns when a refresh that began after the call has succeeded.

        Raises:
            RefreshFailed: None has succeeded, and none goes on.
        """
        run = self.refreshing.request()
        self.refreshing.wait(run=run)
        state = self.refreshing.state
        if state.error and state.succeeded < run:
            raise RefreshFailed(in_words(state.error)) from state.error

    def _load(self, on_progress: OnProgress) -> Answerer:
        try:
            answers = self._open_answerer(on_progress)
        except DatelineError as error:
            log.error("%s", error)  # perhaps nobody has the page open
            raise
        self.suggesting.request()
        return answers

    def _look(self, _: OnProgress) -> Upkeep | None:
        with suppress(DatelineError):  # what is wrong with the files is told by the refresh that meets it
            return self._look_at_files() if self._look_at_files else None
        return None

    def _refresh(self, on_progress: OnProgress, **allowed: bool) -> RefreshReport:
        self.loading.wait()  # it may be making the index
        report = self._refresh_index(on_progress=on_progress, **allowed)
        if self.answers is None:  # the index could not be opened at the start; perhaps it can be now
            self.loading.start()
        elif report.published:
            self.suggesting.request()
        if report.published:
            self.changed = report, datetime.now().astimezone()
        return report

    def _find_examples(self, _: OnProgress) -> tuple[Example, ...]:
        self.loading.wait(60)
        return self._suggest(self.answers) if self.answers else ()
