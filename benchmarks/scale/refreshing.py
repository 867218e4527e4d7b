"""Refreshing after one article changed, in a process that has the model loaded, as a running server has."""

import time
from dataclasses import dataclass

from benchmarks.scale.apart import apart, peak_bytes
from benchmarks.scale.edit import Editor, word_of
from corpus.progress import Progress
from index.encode import load_encoder
from index.library import Library
from index.refresh import refresh_index
from index.settings import IndexSettings


@dataclass(frozen=True, slots=True)
class Refresh:
    """One refresh.

    Attributes:
        seconds: Its time.
        parts: Seconds up to the moment at which the user is told of each of its stages, from the stage before; a stage
            is told of when its first unit of work is done.
    """

    seconds: float
    parts: dict[str, float]


@dataclass(frozen=True, slots=True)
class Refreshing:
    """Refreshes, each after one article changed.

    Attributes:
        changed: Each of them.
        nothing: One after which nothing had changed.
        peak: Bytes of memory that the process held at most.
    """

    changed: tuple[Refresh, ...]
    nothing: Refresh
    peak: int


def measure_refreshing(library: Library, runs: int) -> Refreshing:
    """Changes so many articles, one after the other, and refreshes after each; in the end all are as they were.

    Raises:
        SystemExit: A refresh did something else than it should.
    """
    return apart(_refresh, library, runs)


def _refresh(_: float, library: Library, runs: int) -> Refreshing:
    editor = Editor.of(library.articles, runs + 1)
    load_encoder(library.settings)
    changed = []
    editor.restore()  # what an interrupted run left
    try:
        refreshed(library, None)  # looks once more at what was written within the last seconds before the making
        for turn in range(runs + 1):
            editor.edit(turn, word_of(turn))
            changed.append(refreshed(library, 1))
        nothing = refreshed(library, 0)
    finally:
        editor.restore()
    refreshed(library, runs + 1)
    return Refreshing(tuple(changed[1:]), nothing, peak_bytes())


def refreshed(library: Library, changed: int | None) -> Refresh:
    """Refreshes, and makes sure that so many articles had changed, if that is known, and none came or went."""
    begun: dict[str, float] = {}

    def told(progress: Progress) -> None:
        begun.setdefault(progress.stage, time.perf_counter())

    encoder = load_encoder(IndexSettings())
    started = time.perf_counter()
    report = refresh_index(library, encoder=encoder, on_progress=told)
    ended = time.perf_counter()
    if report.added or report.removed or changed not in (None, report.changed):
        raise SystemExit(f"{library.index}: {changed} articles were changed, and the refresh says: {report.line()}.")
    names = [*(f"until “{name}”" for name in begun), "until the end"]
    starts = [started, *begun.values()]
    parts = {name: after - at for name, at, after in zip(names, starts, [*starts[1:], ended], strict=True)}
    return Refresh(ended - started, parts)
