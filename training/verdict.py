"""Fits the confidence, and finds its thresholds: prints `qa.ranking.fitted.ANSWER`, `ANSWERS` and `MAY`.

Logistic regression on what is seen of the first passages (`qa.quote.Signals`), whether the answer stands among the
first five: for questions asked whole and without the articles that answer them, of all articles and, for some of those
that people asked, of collections of 5 and of 50. In each set both outcomes count alike.

The thresholds are those from which, on weeks and components left out, the articles answer in as many cases as is
aimed at, and below which they do not.
"""

import argparse
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # ships no types
from sklearn.metrics import roc_auc_score  # type: ignore[import-untyped]  # ships no types

from benchmarks.quality.built import build, read_lines
from benchmarks.quality.cases import Case, read_cases
from benchmarks.quality.forms import FORMS, Form
from benchmarks.quality.options import LOG_WIDTH, add_data_options, add_part_options, part_of
from benchmarks.quality.sets import SETS, QuestionSet
from benchmarks.quality.small import Near, Neighbours, collections
from benchmarks.quality.systems import Found, IndexedCorpus, Shown
from corpus.progress import OnProgress, Progress
from corpus.terminal.progress_bar import progress_bar
from index.encode import load_encoder
from index.settings import IndexSettings
from qa.answer import Conversation
from qa.answerer import DEFAULTS
from qa.ask import Ask
from qa.find import find
from qa.find.reading import Reading
from qa.question import Filters
from qa.quote import Signals
from qa.quote.confidence import weighed
from qa.ranking.fitted import ANSWER, Regression
from qa.rerank import RerankerDoor
from training.examples import FOLDS, group_of

FITTED_ON = ("people", "multihop_rag", "sources", "sample")
SIZES = {5: 60, 50: 60}  # articles of a small collection, and how many questions are asked of such
PER_COMPONENT = 4  # MultiHop-RAG asks of one event 481 times
COUNTS = {"people": 2.0, "sources": 0.5, "sample": 0.5}
AIMED_AT = 0.87  # cases in which a verdict is right; a little more than is promised
DEPTH = 10
REGULARISATION = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """One question that was asked.

    Attributes:
        group: What it shares with others; see `training.examples.group_of`.
        signals: What was seen of the first passages.
        whole: Whether the articles that answer were among those searched.
        shown: Whether the answer stands among the first five passages.
        near: Whether it stands among the first ten.
    """

    group: str
    signals: Signals
    whole: bool
    shown: bool
    near: bool

    @property
    def values(self) -> list[float]:
        """The signals that count."""
        return [*weighed(self.signals).values()]

    @property
    def fold(self) -> int:
        """The fold to which its group belongs."""
        return zlib.crc32(self.group.encode()) % FOLDS


def main(arguments: Sequence[str] | None = None) -> int:
    """Asks, fits and prints."""
    parser = argparse.ArgumentParser(prog="python -m training.verdict", description=__doc__)
    add_data_options(parser)
    add_part_options(parser)
    parser.add_argument("--sets", default=",".join(FITTED_ON), help="sets to fit on (default: %(default)s)")
    args = parser.parse_args(arguments)
    examples: dict[str, list[Example]] = {}
    with tempfile.TemporaryDirectory() as temporary, progress_bar() as on_progress:
        encoder = load_encoder(IndexSettings(), on_progress)
        for one in [each for each in SETS if each.name in args.sets.split(",")]:
            folder, file = (args.indexes or Path(temporary)) / one.corpus / "index", args.data / one.questions
            corpus = IndexedCorpus.open(args.data / one.articles, folder, encoder, on_progress)
            cases = few_of_each(read_cases(file, part_of(file, args)))
            examples[one.name] = list(collect(one, cases, corpus, on_progress))
            if one.form == "answers":
                lines = read_lines(args.data / one.articles)
                for size, number in SIZES.items():
                    some = cases[:: max(1, len(cases) // number)]
                    examples[f"{one.name} of {size}"] = list(collect_small(one, some, size, corpus, lines, on_progress))
    console = Console() if sys.stdout.isatty() else Console(width=LOG_WIDTH)
    report(examples, console)
    return 0


def report(examples: Mapping[str, Sequence[Example]], console: Console) -> None:
    """Prints the fit, its thresholds, and what they give on folds left out."""
    left_out = {name: np.zeros(len(own)) for name, own in examples.items()}
    for fold in range(FOLDS):
        fitted = fit({name: [one for one in own if one.fold != fold] for name, own in examples.items()})
        for name, own in examples.items():
            for number, one in enumerate(own):
                if one.fold == fold:
                    left_out[name][number] = probability(fitted, one)
    may, answers = thresholds(examples, left_out)
    table = Table("set", "asked", "AUROC whole", "AUROC shown", "answers right", "no right", "answers", "may", "no")
    for name, own in examples.items():
        table.add_row(name, str(len(own)), *_figures(own, left_out[name], may, answers))
    console.print(table)
    final = fit(examples)
    weights = ", ".join(f"{name} {weight:.2f}" for name, weight in final.weights.items())
    console.print(f"intercept {final.intercept:.2f}, {weights}; MAY {may:.2f}, ANSWERS {answers:.2f}", highlight=False)


def collect(
    questions: QuestionSet, cases: Sequence[Case], corpus: IndexedCorpus, on_progress: OnProgress
) -> Iterator[Example]:
    """Asks questions whole and, where the set says so, without the articles that answer."""
    reading, door, form = Reading.of(corpus.snapshot), RerankerDoor(), FORMS[questions.form]
    for done, case in enumerate(cases, start=1):
        yield _asked(case, reading, corpus, door, form)
        if case.answerable and questions.excluding:
            yield _asked(case, reading, corpus, door, form, case.holders)
        on_progress(Progress(questions.name, done, len(cases)))


def collect_small(
    questions: QuestionSet,
    cases: Sequence[Case],
    size: int,
    corpus: IndexedCorpus,
    lines: Mapping[str, str],
    on_progress: OnProgress,
) -> Iterator[Example]:
    """Asks questions of small collections, whole and without the articles that answer."""
    form, neighbours, door = FORMS[questions.form], Neighbours(corpus), RerankerDoor()
    answered = [one for one in (neighbours.with_passages(case, form) for case in cases) if one.articles]
    for near in Near:
        for made, small in enumerate(collections(answered, size, partial(neighbours.others, near=near)), start=1):
            with tempfile.TemporaryDirectory() as folder:
                own = build([lines[one] for one in sorted(small.articles)], corpus, Path(folder))
                reading = Reading.of(own.snapshot)
                for case in small.cases:
                    yield _asked(case, reading, own, door, form)
                    yield _asked(case, reading, own, door, form, small.holders(case))
            on_progress(Progress(f"{size} articles, near in {near}", made, 0))


def few_of_each(cases: Sequence[Case]) -> list[Case]:
    """Returns the first few answerable questions of each component, and all others."""
    seen: dict[str, int] = {}
    kept = []
    for case in cases:
        seen[case.component] = seen.get(case.component, 0) + case.answerable
        if not case.answerable or seen[case.component] <= PER_COMPONENT:
            kept.append(case)
    return kept


def _asked(
    case: Case,
    reading: Reading,
    corpus: IndexedCorpus,
    door: RerankerDoor,
    form: Form,
    exclude: Iterable[str] = (),
) -> Example:
    left_out = tuple(sorted(exclude))
    ask = Ask(case.question, Conversation(case.before), Filters(exclude=left_out), DEPTH, case.asked)
    found = find(reading.question(ask), reading, corpus.encoder, DEFAULTS, DEPTH, door)
    passages = tuple(map(Shown.of, found.answer.passages))
    whole = case.answerable and not left_out
    seen = Found(passages, 0.0, 0.0)
    shown, near = (whole and form.shows(case, seen, most) for most in (5, DEPTH))
    return Example(group_of(case), found.signals, whole, shown, near)


def fit(examples: Mapping[str, Sequence[Example]]) -> Regression:
    """Fits the regression; in each set both outcomes count alike."""
    seen, shown, counts = [], [], []
    for name, own in examples.items():
        right = sum(one.shown for one in own)
        for one in own:
            alike = right if one.shown else len(own) - right
            seen.append(one.values)
            shown.append(one.shown)
            counts.append(COUNTS.get(name, 1.0) / alike)
    values, weights = np.array(seen), np.array(counts)
    centre, width = values.mean(axis=0), values.std(axis=0) + 1e-9
    model = LogisticRegression(C=REGULARISATION, max_iter=1000)
    model.fit((values - centre) / width, shown, sample_weight=weights / weights.mean())
    slopes = model.coef_[0] / width
    intercept = float(model.intercept_[0] - slopes @ centre)
    return Regression(intercept, dict(zip(ANSWER.weights, map(float, slopes), strict=True)))


def probability(fitted: Regression, example: Example) -> float:
    """Returns the confidence that a regression has."""
    return float(1 / (1 + np.exp(-fitted.logit(**weighed(example.signals)))))


def thresholds(
    examples: Mapping[str, Sequence[Example]], confidences: Mapping[str, NDArray[np.float64]]
) -> tuple[float, float]:
    """Returns the thresholds of `may` and of `answers`, on questions that people asked of all articles."""
    name = "people" if "people" in examples else next(iter(examples))
    own, sure = examples[name], confidences[name]
    order = np.argsort(-sure)
    shown, missing = np.array([one.shown for one in own])[order], ~np.array([one.near for one in own])[order]
    right = np.cumsum(shown) / np.arange(1, len(own) + 1)
    wrong = (np.cumsum(missing[::-1]) / np.arange(1, len(own) + 1))[::-1]
    fewest = max(10, len(own) // 50)
    answers = [float(sure[order[i]]) for i in range(fewest, len(own)) if right[i] >= AIMED_AT]
    may = [float(sure[order[i]]) for i in range(len(own) - fewest) if wrong[i] >= AIMED_AT]
    return max(may, default=0.0), min(answers, default=1.0)


def _figures(own: Sequence[Example], sure: NDArray[np.float64], may: float, answers: float) -> Iterator[str]:
    whole, shown = np.array([one.whole for one in own]), np.array([one.shown for one in own])
    missing = ~np.array([one.near for one in own])
    for truth in (whole, shown):
        yield f"{roc_auc_score(truth, sure):.3f}" if 0 < truth.mean() < 1 else ""
    yes, no = sure >= answers, sure < may
    yield f"{shown[yes].mean():.3f}" if yes.any() else ""
    yield f"{missing[no].mean():.3f}" if no.any() else ""
    yield from (f"{share:.2f}" for share in (yes.mean(), (~yes & ~no).mean(), no.mean()))


if __name__ == "__main__":
    sys.exit(main())
