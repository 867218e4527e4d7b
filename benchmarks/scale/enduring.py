"""Many refreshes of one article each, with questions all the while: nothing may get lost, slow or large."""

import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from benchmarks.scale.apart import apart, disk_bytes
from benchmarks.scale.asking import Asked, open_answerer
from benchmarks.scale.edit import Editor, word_of
from benchmarks.scale.refreshing import refreshed
from index.library import Library
from index.store import open_snapshot
from qa.ask import Ask

ARTICLES = 100  # that are changed in turn
TENTH = 10


@dataclass(frozen=True, slots=True)
class Enduring:
    """What many refreshes did.

    Attributes:
        refreshes: How many there were.
        wrong: What was found that should not be there, or not found that should, one sentence each.
        answers: How many questions were answered meanwhile.
        idle: Median seconds of a question before the first refresh and after the last one, nothing else going on.
        busy: Median seconds of a question during the first tenth of the refreshes and the last.
        refresh: Median seconds of a refresh in the first tenth and in the last.
        disk: Bytes of the index before the first refresh and after the last one.
        most_disk: The most that it took after a refresh.
    """

    refreshes: int
    wrong: tuple[str, ...]
    answers: int
    idle: tuple[float, float]
    busy: tuple[float, float]
    refresh: tuple[float, float]
    disk: tuple[int, int]
    most_disk: int


def measure_enduring(library: Library, questions: Sequence[Asked], refreshes: int) -> Enduring:
    """Changes so many articles, one after the other, refreshes after each, and looks whether what it says is found."""
    return apart(_endure, library, questions, refreshes)


def _endure(_: float, library: Library, questions: Sequence[Asked], refreshes: int) -> Enduring:
    editor = Editor.of(library.articles, min(ARTICLES, refreshes))
    editor.restore()  # what an interrupted run left
    refreshed(library, None)
    disks = [disk_bytes(library.index)]
    before = apart(_ask_once, library.index, questions)
    wrong: list[str] = []
    seconds: list[float] = []
    try:
        with _asked_meanwhile(library.index, questions) as answered:
            for turn in range(refreshes):
                article_id = editor.edit(turn, word_of(turn))
                seconds.append(refreshed(library, 1).seconds)
                wrong += _missing(library.index, article_id, turn, len(editor.files))
                disks.append(disk_bytes(library.index))
            asked = answered()
        after = apart(_ask_once, library.index, questions)
        wrong += _left(library.index, refreshes, len(editor.files))
    finally:
        editor.restore()
    refreshed(library, None)
    wrong += [f"a question failed: {told}" for told in asked if isinstance(told, str)]
    times = [told for told in asked if not isinstance(told, str)]
    return Enduring(
        refreshes=refreshes,
        wrong=tuple(wrong),
        answers=len(asked),
        idle=(before, after),
        busy=_ends(times),
        refresh=_ends(seconds),
        disk=(disks[0], disks[-1]),
        most_disk=max(disks),
    )


def _missing(index: Path, article_id: str, turn: int, articles: int) -> Iterator[str]:
    """Says what is wrong with an article that was just changed: its note is found, in each way, and no older one."""
    snapshot = open_snapshot(index)
    rows = snapshot.catalog.chunk_rows_of(article_id)
    chunks = snapshot.catalog.chunks(rows)
    word = word_of(turn)
    holding = {row for row in rows if word in chunks[row].text}
    if not holding:
        yield f"refresh {turn}: {article_id} has no passage with its note"
    by_words = {hit.row for hit in snapshot.lexical.search(word, TENTH)}
    if by_words != holding:
        yield f"refresh {turn}: rows {sorted(by_words)} are found for the note that stands in {sorted(holding)}"
    for row in holding:
        if row not in {hit.row for hit in snapshot.dense.search(snapshot.dense.vectors([row])[0], TENTH)}:
            yield f"refresh {turn}: row {row} is not found by its own vector"
    if turn >= articles and (old := snapshot.lexical.search(word_of(turn - articles), TENTH)):
        yield f"refresh {turn}: the older note of {article_id} is still found, in row {old[0].row}"
    counts = {snapshot.catalog.chunk_count(), len(snapshot.dense), len(snapshot.lexical)}
    if len(counts) > 1:
        yield f"refresh {turn}: the parts have different numbers of rows: {sorted(counts)}"
    snapshot.close()


def _left(index: Path, refreshes: int, articles: int) -> Iterator[str]:
    """Says which of all notes are found that are gone, or not found that are there."""
    snapshot = open_snapshot(index)
    for turn in range(refreshes):
        found = bool(snapshot.lexical.search(word_of(turn), 1))
        if found != (turn >= refreshes - articles):
            yield f"in the end: the note of refresh {turn} is {'still' if found else 'no longer'} found"
    snapshot.close()


@contextmanager
def _asked_meanwhile(index: Path, questions: Sequence[Asked]) -> Iterator[Callable[[], list[float | str]]]:
    """Asks in another process for as long as it lasts; gives what ends that and returns the seconds of each answer."""
    mine, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_keep_asking, args=(theirs, index, questions))
    process.start()
    theirs.close()  # else nobody would learn of its end
    mine.recv()  # it has opened the index

    def end() -> list[float | str]:
        mine.send(None)
        return list(mine.recv())

    try:
        yield end
    finally:
        process.kill()
        process.join()


def _keep_asking(pipe: Connection, index: Path, questions: Sequence[Asked]) -> None:
    answerer = open_answerer(index)
    pipe.send(None)
    told: list[float | str] = []
    for question, today in itertools.cycle(questions):
        if pipe.poll():
            break
        started = time.perf_counter()
        try:
            answerer.answer(Ask(question, today=today))
            told.append(time.perf_counter() - started)
        except Exception as error:  # any failure is one, and is reported
            told.append(f"{type(error).__name__}: {error}")
    pipe.send(told)


def _ask_once(_: float, index: Path, questions: Sequence[Asked]) -> float:
    answerer = open_answerer(index)
    answerer.answer(Ask(questions[0][0], today=questions[0][1]))
    seconds = []
    for question, today in questions[1:]:
        started = time.perf_counter()
        answerer.answer(Ask(question, today=today))
        seconds.append(time.perf_counter() - started)
    return median(seconds)


def _ends(seconds: Sequence[float]) -> tuple[float, float]:
    few = max(1, len(seconds) // TENTH)
    return median(seconds[:few]), median(seconds[-few:])
