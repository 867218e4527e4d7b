"""Fits the confidence: prints `qa.fitted.ANSWER` and how well they tell answered questions from others.

Logistic regression on three signals (`qa.quote.confidence.Signals`), on the questions of MultiHop-RAG, at most a few
of each component, with and without the articles that answer them; its questions that nothing answers; and those of the
five sources and of the sample. Each of these sets counts alike, and in each set answered
questions as much as others.
"""

import argparse
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # ships no types
from sklearn.metrics import roc_auc_score  # type: ignore[import-untyped]  # ships no types

from benchmarks.quality.cases import Case, read_cases
from benchmarks.quality.options import LOG_WIDTH, add_data_options
from benchmarks.quality.sets import SETS, QuestionSet
from benchmarks.quality.signals import signals
from benchmarks.quality.systems import IndexedCorpus, Product, Query
from corpus.progress import OnProgress, Progress
from corpus.terminal.progress_bar import progress_bar
from index.encode import load_encoder
from index.settings import IndexSettings
from qa.answerer import DEFAULTS
from qa.fitted import ANSWER, Regression
from qa.quote import Signals

FITTED_ON = ("multihop_rag", "sources", "sample")
PER_COMPONENT = 4  # MultiHop-RAG asks of one event 481 times


@dataclass(frozen=True, slots=True)
class Example:
    """One question that was asked: what the answer looked like, and whether the articles do answer."""

    signals: Signals
    answered: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Asks, fits and prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.fit_confidence", description=__doc__)
    add_data_options(parser)
    parser.add_argument("--sets", default=",".join(FITTED_ON), help="sets to fit on (default: %(default)s)")
    args = parser.parse_args(arguments)
    chosen = [one for one in SETS if one.name in args.sets.split(",")]
    with tempfile.TemporaryDirectory() as temporary, progress_bar() as on_progress:
        encoder = load_encoder(IndexSettings(), on_progress)
        examples = {}
        for one in chosen:
            folder = (args.indexes or Path(temporary)) / one.corpus / "index"
            corpus = IndexedCorpus.open(args.data / one.articles, folder, encoder, on_progress)
            examples[one.name] = list(collect(one, corpus, args.data, on_progress))
    fitted = fit(list(examples.values()))
    console = Console() if sys.stdout.isatty() else Console(width=LOG_WIDTH)
    console.print(_table(examples, fitted))
    for label, shown in (("fitted", fitted), ("shipped", ANSWER)):
        weights = ", ".join(f"{name} {weight:.2f}" for name, weight in shown.weights.items())
        console.print(f"{label}: intercept {shown.intercept:.2f}, {weights}", highlight=False)
    return 0


def collect(questions: QuestionSet, corpus: IndexedCorpus, data: Path, on_progress: OnProgress) -> Iterator[Example]:
    """Asks the questions of a set and, where the set says so, again without the articles that answer."""
    product = Product.of(corpus)
    cases = few_of_each(read_cases(data / questions.questions))
    asked = [(Query(case.question, case.before), case.answerable) for case in cases]
    if questions.excluding:
        asked += [
            (Query(case.question, case.before, tuple(sorted(case.articles))), False)
            for case in cases
            if case.answerable
        ]
    for done, (query, answered) in enumerate(asked, start=1):
        yield Example(signals(product.ask(query), corpus), answered)
        on_progress(Progress(questions.name, done, len(asked)))


def few_of_each(cases: Sequence[Case]) -> list[Case]:
    """Returns the first few answerable questions of each component, and all others."""
    seen: Counter[str] = Counter()
    kept = []
    for case in cases:
        seen[case.component] += case.answerable
        if not case.answerable or seen[case.component] <= PER_COMPONENT:
            kept.append(case)
    return kept


def fit(sets: Sequence[Sequence[Example]]) -> Regression:
    """Fits the constants; each set counts alike, and in it both outcomes."""
    examples = [example for one in sets for example in one]
    weights = []
    for one in sets:
        counts = Counter(example.answered for example in one)
        weights += [1 / counts[example.answered] for example in one]
    signals = [example.signals for example in examples]
    seen = np.array([(one.score, one.coverage, one.pairs) for one in signals])
    # Scaled to a mean of 1, so that the solver's tolerance means the same for any number of questions.
    scaled = np.array(weights) / np.mean(weights)
    model = LogisticRegression(C=np.inf).fit(seen, [example.answered for example in examples], sample_weight=scaled)
    return Regression(float(model.intercept_[0]), dict(zip(ANSWER.weights, map(float, model.coef_[0]), strict=True)))


def _table(examples: Mapping[str, Sequence[Example]], fitted: Regression) -> Table:
    columns = ("constants", "AUROC", "answered", "refused")
    table = Table("set", "answered, others", *columns, title=f"threshold {DEFAULTS.may_threshold}")
    for name, own in examples.items():
        others = [other for other in examples if other != name]
        fits = {"shipped": ANSWER, "fitted": fitted}
        if others:
            fits["fitted on the other sets"] = fit([examples[other] for other in others])
        counts = Counter(example.answered for example in own)
        for label, one in fits.items():
            table.add_row(name, f"{counts[True]}, {counts[False]}", label, *_figures(own, one))
    return table


def _figures(examples: Sequence[Example], fitted: Regression) -> list[str]:
    least = float(np.log(DEFAULTS.may_threshold / (1 - DEFAULTS.may_threshold)))
    seen = [example.signals for example in examples]
    logits = [fitted.logit(score=one.score, coverage=one.coverage, pairs=one.pairs) for one in seen]
    truth = [example.answered for example in examples]
    right = [
        statistics.fmean((z >= least) == t for z, t in zip(logits, truth, strict=True) if t is kind)
        for kind in (True, False)
    ]
    return [f"{value:.3f}" for value in (roc_auc_score(truth, logits), *right)]


if __name__ == "__main__":
    sys.exit(main())
