"""Shows long work in the terminal."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from corpus.progress import OnProgress, Progress

LINE_EVERY = 10.0  # seconds between two lines of one stage where there is no terminal, as in a log


@contextmanager
def progress_bar() -> Iterator[OnProgress]:
    """Shows progress on standard error: a bar that vanishes in a terminal, now and then a line elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines(console)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Starting", total=None)
        stage = ""

        def show(progress: Progress) -> None:
            nonlocal stage, task
            if progress.stage != stage:
                bar.remove_task(task)
                stage, task = progress.stage, bar.add_task(progress.stage, total=None)
            bar.update(task, completed=progress.done, total=progress.total or None)

        yield show


class _Lines:
    """Writes a line for work that takes long; nothing for work that is soon done."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._next = time.monotonic() + LINE_EVERY

    def __call__(self, progress: Progress) -> None:
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + LINE_EVERY
        count = f": {progress.done:,} of {progress.total:,}" if progress.total else ""
        self._console.print(f"{progress.stage}{count}", highlight=False, markup=False)
