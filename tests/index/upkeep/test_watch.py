import os
import queue
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from watchfiles import watch as watch_for_real

from corpus.errors import DatelineError
from corpus.scan import scan_corpus
from index.errors import MassDeletion, RefreshRunning
from index.upkeep.watch import Pace, watch_corpus

PACE = Pace(quiet=0.3, longest=1.5, between=60.0, tick=0.05, poll=0.2)
SOON = 8.0  # seconds; a busy machine takes its time
NOTHING_FOR = 0.7


class Watch:
    """A watch in a thread, and what it called and told."""

    def __init__(self, articles: Path, pace: Pace = PACE) -> None:
        self.articles, self.stop = articles, threading.Event()
        self.calls: queue.Queue[list[str]] = queue.Queue()
        self.told: queue.Queue[str] = queue.Queue()
        self.errors: list[DatelineError] = []
        self.during: Callable[[], None] = lambda: None
        self.thread = threading.Thread(target=self._run, args=(pace,))

    def _run(self, pace: Pace) -> None:
        watch_corpus(self.articles, self._on_change, self.stop, self.told.put, pace)

    def _on_change(self) -> None:
        names = [f"{file.name} {file.stamp.size}" for file in scan_corpus(self.articles).files]
        self.during()
        if self.errors:
            raise self.errors.pop(0)
        self.calls.put(names)

    def nothing_is_called(self) -> None:
        with pytest.raises(queue.Empty):
            self.calls.get(timeout=NOTHING_FOR)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("A")
    return folder


@pytest.fixture
def start() -> Iterator[Callable[[Watch], Watch]]:
    started: list[Watch] = []

    def run(watch: Watch) -> Watch:
        started.append(watch)
        watch.thread.start()
        return watch

    yield run
    for watch in started:
        watch.stop.set()
        watch.thread.join(SOON)
        assert not watch.thread.is_alive()


Start = Callable[[Watch], Watch]


def test_it_calls_at_the_start_and_then_only_after_changes(folder: Path, start: Start) -> None:
    watch = start(Watch(folder))
    assert watch.calls.get(timeout=SOON) == ["a.txt 1"]
    watch.nothing_is_called()
    (folder / "b.txt").write_text("BB")
    assert watch.calls.get(timeout=SOON) == ["a.txt 1", "b.txt 2"]
    (folder / "a.txt").unlink()
    assert watch.calls.get(timeout=SOON) == ["b.txt 2"]
    (folder / "b.txt").rename(folder / "c.txt")
    assert watch.calls.get(timeout=SOON) == ["c.txt 2"]
    watch.nothing_is_called()


def test_a_folder_that_appears_with_a_file_in_it_is_seen_whole(folder: Path, tmp_path: Path, start: Start) -> None:
    watch = start(Watch(folder))
    watch.calls.get(timeout=SOON)
    moved = tmp_path / "elsewhere" / "deep"
    moved.mkdir(parents=True)
    (moved / "b.txt").write_text("BB")
    (tmp_path / "elsewhere").rename(folder / "sub")
    assert watch.calls.get(timeout=SOON) == ["a.txt 1", "sub/deep/b.txt 2"]
    (folder / "sub" / "deep" / "b.txt").write_text("BBB")
    assert watch.calls.get(timeout=SOON) == ["a.txt 1", "sub/deep/b.txt 3"]


def test_many_changes_are_one_call(folder: Path, start: Start) -> None:
    watch = start(Watch(folder))
    watch.calls.get(timeout=SOON)
    for number in range(300):
        (folder / f"{number}.txt").write_text("x")
    assert len(watch.calls.get(timeout=SOON)) == 301
    watch.nothing_is_called()


def test_a_file_that_grows_is_waited_for(folder: Path, start: Start) -> None:
    watch = start(Watch(folder, Pace(quiet=0.6, longest=30.0, between=60.0, tick=0.05)))
    watch.calls.get(timeout=SOON)
    with (folder / "big.txt").open("w") as stream:
        for _ in range(8):
            stream.write("x" * 10)
            stream.flush()
            time.sleep(0.2)
    assert watch.calls.get(timeout=SOON) == ["a.txt 1", "big.txt 80"]


def test_a_file_that_grows_for_ever_is_not_waited_for_for_ever(folder: Path, start: Start) -> None:
    watch = start(Watch(folder, Pace(quiet=5.0, longest=1.0, between=60.0, tick=0.05)))
    watch.calls.get(timeout=SOON)
    until = time.monotonic() + SOON
    while watch.calls.empty():
        assert time.monotonic() < until
        with (folder / "a.txt").open("a") as stream:
            stream.write("x")
        time.sleep(0.05)


@pytest.mark.parametrize("name", [".hidden", "page_files/style.css", "note.part"])
def test_what_is_no_article_calls_nobody(folder: Path, start: Start, name: str) -> None:
    (folder / "page_files").mkdir()
    watch = start(Watch(folder))
    watch.calls.get(timeout=SOON)
    (folder / name).write_text("x")
    os.utime(folder)
    watch.nothing_is_called()


def test_a_sidecar_counts(folder: Path, start: Start) -> None:
    watch = start(Watch(folder))
    watch.calls.get(timeout=SOON)
    (folder / "corpus.toml").write_text("version = 1\n")
    assert watch.calls.get(timeout=SOON) == ["a.txt 1"]


def test_a_corpus_of_one_file_is_seen_when_it_is_replaced(folder: Path, start: Start) -> None:
    watch = start(Watch(folder / "a.txt"))
    watch.calls.get(timeout=SOON)
    (folder / "other.txt").write_text("not watched")
    watch.nothing_is_called()
    (folder / "new").write_text("AAA")
    (folder / "new").replace(folder / "a.txt")
    assert watch.calls.get(timeout=SOON) == ["a.txt 3"]


def test_what_changes_during_a_call_is_not_lost(folder: Path, start: Start) -> None:
    watch = Watch(folder)

    def write_once() -> None:
        watch.during = lambda: None
        (folder / "b.txt").write_text("BB")

    watch.during = write_once
    start(watch)
    assert watch.calls.get(timeout=SOON) == ["a.txt 1"]
    assert watch.calls.get(timeout=SOON) == ["a.txt 1", "b.txt 2"]


def test_a_failed_call_is_told_once_and_made_again(folder: Path, start: Start) -> None:
    watch = Watch(folder, Pace(quiet=0.1, longest=1.0, between=0.3, tick=0.05))
    watch.errors = [RefreshRunning("busy"), RefreshRunning("busy")]
    start(watch)
    assert watch.calls.get(timeout=SOON) == ["a.txt 1"]
    assert watch.told.get(timeout=SOON) == "busy"
    assert watch.told.empty()
    watch.nothing_is_called()


def test_files_that_come_back_as_they_were_count_after_a_failed_call(folder: Path, start: Start) -> None:
    (folder / "kept").write_text("BB")
    (folder / "b.txt").symlink_to("kept")
    watch = start(Watch(folder))
    assert watch.calls.get(timeout=SOON) == ["a.txt 1", "b.txt 2"]
    watch.errors = [MassDeletion("Most are gone.")]
    (folder / "b.txt").unlink()
    assert watch.told.get(timeout=SOON) == "Most are gone."
    (folder / "b.txt").symlink_to("kept")
    assert watch.calls.get(timeout=SOON) == ["a.txt 1", "b.txt 2"]


def test_a_folder_that_goes_and_comes_back_is_watched_again(folder: Path, start: Start) -> None:
    watch = start(Watch(folder))
    watch.calls.get(timeout=SOON)
    folder.rename(folder.with_name("gone"))
    assert "articles" in watch.told.get(timeout=SOON)
    folder.mkdir()
    (folder / "b.txt").write_text("BB")
    assert watch.calls.get(timeout=SOON) == ["b.txt 2"]
    (folder / "c.txt").write_text("C")
    assert watch.calls.get(timeout=SOON) == ["b.txt 2", "c.txt 1"]


def test_lost_events_are_made_up_for(folder: Path, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.upkeep.watch._matters", lambda *_: False)
    watch = start(Watch(folder, Pace(quiet=0.1, longest=1.0, between=0.5, tick=0.05)))
    watch.calls.get(timeout=SOON)
    (folder / "b.txt").write_text("BB")
    assert watch.calls.get(timeout=SOON) == ["a.txt 1", "b.txt 2"]


def test_without_events_of_the_system_it_polls_and_says_so(
    folder: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_inotify(*paths: Path, **options: object) -> object:
        if not options["force_polling"]:
            raise OSError(28, "OS file watch limit reached.")
        return watch_for_real(*paths, **options)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr("index.upkeep.watch.watch", no_inotify)
    watch = start(Watch(folder))
    assert "looked at every 0.2 seconds" in watch.told.get(timeout=SOON)
    watch.calls.get(timeout=SOON)
    (folder / "b.txt").write_text("BB")
    assert watch.calls.get(timeout=SOON) == ["a.txt 1", "b.txt 2"]
    watch.nothing_is_called()


def test_it_polls_where_the_environment_asks_for_it(
    folder: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "true")
    watch = start(Watch(folder))
    watch.calls.get(timeout=SOON)
    (folder / "b.txt").write_text("BB")
    assert watch.calls.get(timeout=SOON) == ["a.txt 1", "b.txt 2"]


def test_it_stops_at_once(folder: Path) -> None:
    watch = Watch(folder)
    watch.thread.start()
    watch.calls.get(timeout=SOON)
    started = time.monotonic()
    watch.stop.set()
    watch.thread.join(SOON)
    assert time.monotonic() - started < 1.0


def test_an_error_that_is_not_for_the_user_ends_the_watch(folder: Path) -> None:
    def fail() -> NoReturn:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        watch_corpus(folder, fail, threading.Event(), pace=PACE)
