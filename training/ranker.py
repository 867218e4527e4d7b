"""Fits the ranking: writes the weights of `qa.ranking.features.Features` to the file that the package ships.

A linear ranking, trained listwise: for each question the softmax over its passages should fall on those that answer
(ListNet with a top-one probability, Cao et al., 2007). No weight is below 0, so that a passage that is looked at
closely never falls behind one that is not. Questions of few words and of many have weights of their own, mixed in
between, fitted together. Follow-ups have weights that were chosen by hand. What a set counts for does not hang on how
many questions it has.

It prints each set as ranked with the weights that ship, and with weights fitted on the other four fifths of the weeks
or components.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize  # type: ignore[import-untyped]  # ships no types

from benchmarks.quality.options import LOG_WIDTH, add_data_options
from benchmarks.quality.sets import SETS
from benchmarks.quality.systems import IndexedCorpus
from corpus.terminal.progress_bar import progress_bar
from index.encode import load_encoder
from index.settings import IndexSettings
from qa.answerer import DEFAULTS
from qa.ranking.features import Features
from qa.ranking.fitted import RANKING
from training.examples import FOLDS, Example, collect

FITTED_ON = ("people", "realtimeqa", "multihop_rag", "sources", "sample", "scifact")
# What a set counts for, against 1: the small ones would be learnt by heart; the last is no news.
COUNTS = {"people": 3.0, "sources": 0.3, "sample": 0.3, "scifact": 0.3}
STEEPNESS = 5.0  # of the softmax: features lie between 0 and 1, and so do the weights, about
REGULARISATION = 0.01
# What a year is worth at least to short questions. Those of the sets were asked within days of what they are about, and
# rank as well with any value up to this one; but the mayor of last year is the mayor, not the one of three years ago.
YEAR = 0.16
SCALE = 0.6  # what words and meaning count together: passages then lie about as far apart as when boosts were chosen
KINDS = ("short", "long")
FIRST = (1, 5)

Weights = NDArray[np.float64]  # shape (number of kinds, number of features)


def main(arguments: Sequence[str] | None = None) -> int:
    """Searches, fits, prints and writes."""
    parser = argparse.ArgumentParser(prog="python -m training.ranker", description=__doc__)
    add_data_options(parser)
    parser.add_argument("--sets", default=",".join(FITTED_ON), help="sets to fit on (default: %(default)s)")
    parser.add_argument("--write", action="store_true", help=f"write the weights to {RANKING}")
    args = parser.parse_args(arguments)
    examples = {}
    with tempfile.TemporaryDirectory() as temporary, progress_bar() as on_progress:
        encoder = load_encoder(IndexSettings(), on_progress)
        for one in SETS:
            if one.name in args.sets.split(","):
                folder = (args.indexes or Path(temporary)) / one.corpus / "index"
                corpus = IndexedCorpus.open(args.data / one.articles, folder, encoder, on_progress)
                examples[one.name] = list(collect(one, corpus, args.data, on_progress))
    weights = scaled(fit(examples))
    console = Console() if sys.stdout.isatty() else Console(width=LOG_WIDTH)
    console.print(_figures(examples), _weights(weights))
    if args.write:
        RANKING.write_text(_written(weights), encoding="utf-8")
    return 0


def share_of(example: Example) -> NDArray[np.float64]:
    """Returns how much of each kind of weights counts for a question, shape (number of kinds,)."""
    long = DEFAULTS.long_share(example.length)
    return np.array([1 - long, long])


def fit(examples: Mapping[str, Sequence[Example]]) -> Weights:
    """Fits the weights to the questions of some sets."""
    teaching = {name: [one for one in own if one.teaches] for name, own in examples.items()}
    items = [(one, COUNTS.get(name, 1.0) / len(own)) for name, own in teaching.items() for one in own]
    total = sum(count for _, count in items)
    most, width = max(len(one.seen) for one, _ in items), len(Features._fields)
    seen, answers = np.zeros((len(items), most, width)), np.zeros((len(items), most), dtype=bool)
    there, shares = np.zeros((len(items), most), dtype=bool), np.array([share_of(one) for one, _ in items])
    for number, (one, _) in enumerate(items):
        seen[number, : len(one.seen)], answers[number, : len(one.seen)] = one.seen, one.answers
        there[number, : len(one.seen)] = True
    counts = np.array([count for _, count in items]) / total
    # As strong for a kind as it has questions: else that of which there are fewer would learn less.
    held = REGULARISATION * (counts @ shares)[:, None]

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(len(KINDS), width)
        scores = STEEPNESS * np.einsum("npk,nk->np", seen, shares @ weights)
        (all_of, share_all), (right, share_right) = _softmax(scores, there), _softmax(scores, answers)
        slope = STEEPNESS * np.einsum("n,np,npk->nk", counts, share_all - share_right, seen)
        value = float(counts @ (all_of - right) + (held * weights**2).sum())
        return value, (shares.T @ slope + 2 * held * weights).ravel()

    start = np.full(len(KINDS) * width, 0.3)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(start))
    return np.asarray(found.x).reshape(len(KINDS), width)


def _softmax(scores: NDArray[np.float64], among: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Returns the logarithm of the summed exponentials of some scores of each row, and the share of each in it."""
    masked = np.where(among, scores, -np.inf)
    top = masked.max(axis=1, keepdims=True)
    shares = np.exp(masked - top)
    total = shares.sum(axis=1, keepdims=True)
    return (top + np.log(total))[:, 0], shares / total


def scaled(weights: Weights) -> Weights:
    """Scales each kind so that words and meaning together count as much as boosts were chosen for."""
    by_search = [Features._fields.index(name) for name in ("words", "meaning", "nearest")]
    totals = weights[:, by_search].sum(axis=1, keepdims=True)
    learnt = SCALE * weights / np.where(totals > 0, totals, 1.0)
    year, short = Features._fields.index("year"), KINDS.index("short")
    learnt[short, year] = max(learnt[short, year], YEAR)
    return np.asarray(learnt)


def figures(examples: Sequence[Example], scores: Sequence[NDArray[np.float64]]) -> list[float]:
    """Returns the share of questions with an answer among the first 1 and 5, and the mean reciprocal rank up to 10."""
    ranks = []
    for one, score in zip(examples, scores, strict=True):
        hits = np.flatnonzero(one.answers[np.argsort(-score, kind="stable")][:10])
        ranks.append(hits[0] + 1 if len(hits) else np.inf)
    at = np.array(ranks)
    return [*(float((at <= most).mean()) for most in FIRST), float((1 / at).mean())]


def scores_of(example: Example, weights: Weights) -> NDArray[np.float64]:
    """Scores the passages of a question, shape (n,)."""
    return example.seen @ (share_of(example) @ weights)


def _figures(examples: Mapping[str, Sequence[Example]]) -> Table:
    shipped = np.array([DEFAULTS.short, DEFAULTS.long])
    left_out = [
        fit({name: [one for one in own if one.fold != fold] for name, own in examples.items()}) for fold in range(FOLDS)
    ]
    table = Table("set", "questions", "weights", *(f"answer@{most}" for most in FIRST), "MRR@10")
    for name, own in examples.items():
        ways = {"shipped": [shipped] * len(own), "fitted on other folds": [left_out[one.fold] for one in own]}
        for label, weights in ways.items():
            scores = [scores_of(one, each) for one, each in zip(own, weights, strict=True)]
            table.add_row(name, str(len(own)), label, *(f"{value:.3f}" for value in figures(own, scores)))
    return table


def _weights(weights: Weights) -> Table:
    table = Table("feature", *KINDS)
    for name, *values in zip(Features._fields, *weights, strict=True):
        table.add_row(name, *(f"{value:.2f}" for value in values))
    return table


def _written(weights: Weights) -> str:
    by_kind = {
        kind: {name: round(float(value), 3) for name, value in zip(Features._fields, own, strict=True)}
        for kind, own in zip(KINDS, weights, strict=True)
    }
    return json.dumps(by_kind, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main())
