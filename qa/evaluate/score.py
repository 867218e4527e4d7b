"""How well questions are answered: figures over a file of questions whose answering sentences are known."""

import math
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.progress import OnProgress, Progress
from qa.answer import Answer
from qa.errors import BadQuestionFile
from qa.evaluate.batch import Asker, answer_question
from qa.evaluate.question_file import FiledQuestion, read_questions
from qa.passage import Passage

DEPTH = 10  # passages looked at for each question
CUTOFFS = (1, 4, 5, DEPTH)
_COVERED = 0.5  # share of an evidence sentence that must be marked for a hit


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures over one file. A share is from 0 to 1, and None where there was nothing to take a share of.

    Attributes:
        answerable: Questions with evidence.
        unanswerable: Questions without.
        any_at: For each k, the share of answerable questions with some evidence in the first k passages.
        fraction_at_10: Mean share of a question's evidence sentences found in the first 10 passages.
        mrr_at_10: Mean of 1 / rank of the first passage with evidence, 0 where it is not among the first 10.
        highlight_hit: Of passages that hold evidence, the share in which at least half of one such sentence is marked.
        highlight_share: Mean share of such a passage that is marked: a hit is worth little when all is marked.
        answered: Share of answerable questions that were answered (`Answer.found`).
        refused: Share of unanswerable questions that were not.
        auroc: Chance that an answerable question has a higher confidence than an unanswerable one.
        median_seconds: Median time of an answer.
        slowest_seconds: Longest time of an answer.
    """

    answerable: int
    unanswerable: int
    any_at: dict[int, float | None]
    fraction_at_10: float | None
    mrr_at_10: float | None
    highlight_hit: float | None
    highlight_share: float | None
    answered: float | None
    refused: float | None
    auroc: float | None
    median_seconds: float
    slowest_seconds: float


@dataclass(frozen=True, slots=True)
class _Graded:
    """One answer beside the sentences that should be in it.

    Attributes:
        answer: The answer.
        needed: Number of different evidence sentences.
        ranks: For each one that was found, the rank of the first passage that holds it.
        marks: For each passage that holds evidence, whether it is marked, and the share of the passage that is.
    """

    answer: Answer
    needed: int
    ranks: tuple[int, ...]
    marks: tuple[tuple[bool, float], ...]


def evaluate_file(
    asker: Asker,
    questions: Path,
    on_progress: OnProgress | None = None,
    *,
    sources: Iterable[str] | None = None,
) -> Evaluation:
    """Asks every question and compares the passages with the evidence.

    A line whose turns carry evidence of their own is a conversation: each turn is asked after those before it and
    counts as a question.

    Args:
        asker: Answers the questions.
        questions: A question file (see `qa.evaluate.question_file`) in which each line has its evidence; an empty list
            means that the articles do not answer.
        on_progress: Told after each question.
        sources: Names of the files of all articles, to check those that evidence names; None for no check.

    Returns:
        The figures.

    Raises:
        BadQuestionFile: The file cannot be read, or a line (which is named) does not say what its evidence is,
            names a file that no article comes from, or cannot be asked.
    """
    files = None if sources is None else {name for source in sources for name in (source, source.partition("#")[0])}
    asked = [question for line in read_questions(questions) for question in _turns(line)]
    needed = [_needed(question, files) for question in asked]
    graded = []
    for done, question in enumerate(asked, start=1):
        graded.append(_grade(answer_question(asker, question, DEPTH), needed[done - 1]))
        if on_progress:
            on_progress(Progress("Asking", done, len(asked)))
    return _figures(graded)


def _turns(line: FiledQuestion) -> Iterator[FiledQuestion]:
    if not any(turn.evidence is not None for turn in line.turns):
        yield line
        return
    for number, turn in enumerate(line.turns):
        yield replace(line, question=turn.question, turns=line.turns[:number], evidence=turn.evidence)


def _needed(question: FiledQuestion, files: Container[str] | None) -> frozenset[frozenset[str]]:
    """Returns the different evidence sentences, each as its spellings without white space."""
    if question.evidence is None:
        raise BadQuestionFile(
            f'{question.place}: without "evidence" the answer to “{question.question}” cannot be judged. List the '
            "sentences that answer it, or give an empty list when the articles do not."
        )
    for evidence in question.evidence:
        if files is not None and evidence.file and evidence.file not in files:
            raise BadQuestionFile(
                f"{question.place}: no article comes from the file {evidence.file!r}. Name it as `dateline check` "
                'does, or leave "file" out.'
            )
    return frozenset(
        frozenset(_squeezed(text) for text in (evidence.sentence, evidence.plain) if text)
        for evidence in question.evidence
    )


def _grade(answer: Answer, needed: frozenset[frozenset[str]]) -> _Graded:
    found: dict[frozenset[str], int] = {}
    marks = []
    for rank, passage in enumerate(answer.passages[:DEPTH], start=1):
        text = _squeezed(passage.text)
        held = [sentence for sentence in needed if any(spelling in text for spelling in sentence)]
        for sentence in held:
            found.setdefault(sentence, rank)
        if held:
            marks.append(_marked(passage, text, held))
    return _Graded(answer, len(needed), tuple(found.values()), tuple(marks))


def _squeezed(text: str) -> str:
    """Removes all white space: exports and evidence files differ in it, and in nothing else."""
    return "".join(text.split())


def _marked(passage: Passage, text: str, held: Sequence[frozenset[str]]) -> tuple[bool, float]:
    offset = passage.citation.start
    spans = [
        (len(_squeezed(passage.text[: mark.start - offset])), len(_squeezed(passage.text[: mark.end - offset])))
        for mark in passage.highlights
    ]
    covered = {position for start, end in spans for position in range(start, end)}
    evidence = [(text.index(spelling), len(spelling)) for one in held for spelling in one if spelling in text]
    hit = any(len(covered & set(range(start, start + size))) >= _COVERED * size for start, size in evidence)
    return hit, len(covered) / len(text)


def _figures(graded: Sequence[_Graded]) -> Evaluation:
    answerable = [one for one in graded if one.needed]
    unanswerable = [one for one in graded if not one.needed]
    firsts = [min(one.ranks, default=math.inf) for one in answerable]
    marks = [mark for one in answerable for mark in one.marks]
    seconds = [one.answer.seconds for one in graded]
    return Evaluation(
        answerable=len(answerable),
        unanswerable=len(unanswerable),
        any_at={k: _mean(first <= k for first in firsts) for k in CUTOFFS},
        fraction_at_10=_mean(len(one.ranks) / one.needed for one in answerable),
        mrr_at_10=_mean(1 / first for first in firsts),
        highlight_hit=_mean(hit for hit, _ in marks),
        highlight_share=_mean(share for _, share in marks),
        answered=_mean(one.answer.found for one in answerable),
        refused=_mean(not one.answer.found for one in unanswerable),
        auroc=_auroc([one.answer.confidence for one in answerable], [one.answer.confidence for one in unanswerable]),
        median_seconds=statistics.median(seconds),
        slowest_seconds=max(seconds),
    )


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return statistics.fmean(known) if known else None


def _auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """Area under the ROC curve as the Mann-Whitney statistic: pairs in the right order, ties counting half."""
    if not positive or not negative:
        return None
    below = sorted(negative)
    wins = sum((bisect_left(below, score) + bisect_right(below, score)) / 2 for score in positive)
    return wins / (len(positive) * len(below))
