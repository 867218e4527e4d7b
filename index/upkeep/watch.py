"""Watches the articles: notices that files changed, and waits until they are whole.

What the system tells of files only rings a bell; it leaves things out, such as what lies in a folder that was moved in.
A look at all files decides whether anything changed.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from watchfiles import watch

from corpus.errors import CorpusNotFound, DatelineError
from corpus.scan import SIDECARS, scan_corpus
from corpus.stamp import Stamp

logger = logging.getLogger(__name__)

Look = dict[str, Stamp]  # of each file, by name


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait for what, in seconds.

    Attributes:
        quiet: Without an event before files are taken to be whole.
        longest: Until the articles are looked at although files still change.
        between: Until they are looked at without any event: events get lost, on network drives above all.
        tick: Between two looks at the clock.
        poll: Between two looks at the files where the system tells of no events.
    """

    quiet: float = 2.0
    longest: float = 30.0
    between: float = 300.0
    tick: float = 0.25
    poll: float = 2.0


PACE = Pace()


def watch_corpus(
    articles: Path,
    on_change: Callable[[], None],
    stop: threading.Event,
    tell: Callable[[str], None] = logger.warning,
    pace: Pace = PACE,
) -> None:
    """Calls back after each change of the articles, and once at the start; returns when told to stop.

    A call that fails with a `DatelineError` is told and made again at the next change or look; the same message is
    told once.

    Args:
        articles: The folder of articles, or the one file that holds them.
        on_change: Called in this thread, never twice at a time. What happens meanwhile is not lost.
        stop: Ends the watch within a tick, but not a call that is being made.
        tell: Told in words what the user should know.
        pace: How long to wait for what.
    """
    watcher = _Watcher(articles.absolute(), on_change, stop, tell, pace)
    while not stop.is_set():
        try:
            watcher.run()
        except CorpusNotFound as error:
            watcher.say(str(error))
            stop.wait(pace.poll)


@dataclass(slots=True)
class _Watcher:
    """One watch: the arguments of `watch_corpus`, and its state."""

    articles: Path
    on_change: Callable[[], None]
    stop: threading.Event
    tell: Callable[[str], None]
    pace: Pace
    known: Look | None = None  # the files as of the last call; None when that failed
    polling: bool = False
    told: str = ""

    def run(self) -> None:
        """Watches until told to stop, or until another folder stands in the place of this one.

        Raises:
            CorpusNotFound: The articles are not there.
        """
        before, inode = self._look(), self._inode()
        called = time.monotonic() - self.pace.between  # the first call comes once the watch has begun
        first = last = 0.0  # times of the first and of the last ring since the last look; 0 when nothing rang
        for rang in self._rings():
            now = time.monotonic()
            if rang:
                first, last = first or now, now
                before = self._look()
            waited = first and (now - last >= self.pace.quiet or now - first >= self.pace.longest)
            if not waited and now - called < self.pace.between:
                continue
            after = self._look()
            if after != before and now - first < self.pace.longest:
                before, first, last = after, first or now, now  # a file grows without an event
                continue
            self._call_if_changed(after)
            called, first = time.monotonic(), 0.0
            if self.articles.is_dir() and self._inode() != inode:
                return

    def say(self, message: str) -> None:
        """Tells something, unless it was the last thing told."""
        if message != self.told:
            self.told = message
            self.tell(message)

    def _call_if_changed(self, look: Look) -> None:
        if look == self.known:
            return
        try:
            self.on_change()
        except DatelineError as error:
            self.known = None  # who knows what the index is made of now: files that come back as they were count, too
            self.say(str(error))
        else:
            self.known, self.told = look, ""

    def _look(self) -> Look:
        files = {file.name: file.stamp for file in scan_corpus(self.articles).files}
        folder = self.articles if self.articles.is_dir() else self.articles.parent
        for name in SIDECARS:
            with suppress(OSError):
                files[name] = Stamp.of((folder / name).stat())
        return files

    def _inode(self) -> int:
        try:
            return self.articles.stat().st_ino
        except OSError as error:
            raise CorpusNotFound(f"{self.articles} is not there any more; waiting for it to come back.") from error

    def _rings(self) -> Iterator[bool]:
        """Gives at each tick whether something happened among the files; ends when told to stop."""
        # A file that is replaced as a whole is another file; only its folder tells of that.
        place = self.articles if self.articles.is_dir() else self.articles.parent
        while not self.stop.is_set():
            try:
                for changes in watch(
                    place,
                    watch_filter=None,
                    debounce=1000,
                    step=50,
                    stop_event=self.stop,
                    rust_timeout=round(self.pace.tick * 1000),
                    yield_on_timeout=True,
                    force_polling=True if self.polling else None,
                    poll_delay_ms=round(self.pace.poll * 1000),
                    recursive=self.articles.is_dir(),
                    ignore_permission_denied=True,
                ):
                    yield any(_matters(path, place) for _, path in changes)
                return
            except FileNotFoundError as error:
                raise CorpusNotFound(f"{place} is not there any more; waiting for it to come back.") from error
            except OSError as error:
                if self.polling:
                    raise CorpusNotFound(f"{place} cannot be watched: {error}.") from error
                self.polling = True
                self.say(
                    f"The system does not tell of changes in {place} ({error}), so all files are looked at every "
                    f"{self.pace.poll:g} seconds."
                )


def _matters(path: str, place: Path) -> bool:
    parts = PurePath(path).relative_to(place).parts if path.startswith(str(place)) else (path,)
    return not any(part.startswith(".") or part.endswith("_files") for part in parts)
