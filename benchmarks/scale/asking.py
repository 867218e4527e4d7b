"""Asking: from the start of a process to its first answer, the answers after that, and the memory of it all."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.scale.apart import apart, peak_bytes
from index.encode import load_encoder
from index.settings import IndexSettings
from index.store import open_snapshot
from qa.answerer import Answerer
from qa.ask import Ask
from qa.settings import AnswerSettings

Asked = tuple[str, date | None]  # a question, and the day on which it is asked


@dataclass(frozen=True, slots=True)
class Asking:
    """What asking took.

    Attributes:
        opened: Seconds to open the index for reading.
        answerer: Seconds to open it for questions, the model loaded before.
        first: Seconds from the start of a process to its first answer.
        warm: Seconds of each answer after the first.
        peak: Bytes of memory that the process held at most.
        shown: For each answer the places of its passages: article and offset.
    """

    opened: float
    answerer: float
    first: float
    warm: tuple[float, ...]
    peak: int
    shown: tuple[tuple[tuple[str, int], ...], ...]


def measure_asking(index: Path, questions: Sequence[Asked]) -> Asking:
    """Asks all questions of an index, without the model that reads; the first one is asked twice."""
    opened = apart(_open, index)
    return apart(_ask, index, questions, opened)


def open_answerer(index: Path) -> Answerer:
    """Opens an index for questions, without the model that reads."""
    return Answerer(index, load_encoder(IndexSettings()), AnswerSettings(reranker="none"))


def _open(_: float, index: Path) -> float:
    started = time.perf_counter()
    open_snapshot(index)
    return time.perf_counter() - started


def _ask(started: float, index: Path, questions: Sequence[Asked], opened: float) -> Asking:
    load_encoder(IndexSettings())  # loaded once in a process
    before = time.perf_counter()
    answerer = open_answerer(index)
    answerer_opened = time.perf_counter() - before
    answerer.answer(Ask("Which companies were fined by the European Union?"))
    first = time.time() - started
    seconds, shown = [], []
    for question, today in questions:
        before = time.perf_counter()
        answer = answerer.answer(Ask(question, today=today))
        seconds.append(time.perf_counter() - before)
        shown.append(tuple((one.citation.article_id, one.citation.start) for one in answer.passages))
    return Asking(opened, answerer_opened, first, tuple(seconds), peak_bytes(), tuple(shown))
