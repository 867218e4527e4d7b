"""Fits which sentence of a passage answers: prints `qa.ranking.fitted.MARK` and `MARK_NAME`, and how well they mark.

Of each passage that answers, among the first that are shown for a question, the softmax over its sentences should fall
on those that answer (as `training.ranker` does with passages). Passages count alike, however many sentences they have.
`MARK` is fitted to MultiHop-RAG, whose questions are long and for several facts, `MARK_NAME` to those of people, who
mostly ask for a name. The other sets are only measured.

It prints for each set how many answers are marked and how much of the text is, with the weights that ship, and with
weights fitted on the other four fifths of the weeks or components.
"""

import argparse
import sys
import tempfile
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize  # type: ignore[import-untyped]  # ships no types

from benchmarks.quality.cases import Case, read_cases, squeezed
from benchmarks.quality.known import gives_answer, holds_answer
from benchmarks.quality.options import LOG_WIDTH, add_data_options
from benchmarks.quality.sets import SETS, QuestionSet
from benchmarks.quality.systems import IndexedCorpus, Shown
from corpus.progress import OnProgress, Progress
from corpus.terminal.progress_bar import progress_bar
from index.encode import load_encoder
from index.settings import IndexSettings
from qa.answer import Conversation
from qa.answerer import DEFAULTS
from qa.ask import Ask
from qa.find import find
from qa.find.reading import Reading
from qa.passage import Passage
from qa.quote.highlight import choose, likelihoods
from qa.quote.sentence_signals import Signal, signals
from qa.quote.sought import Sought
from qa.ranking.fitted import MARK, MARK_NAME
from qa.rerank import RerankerDoor
from qa.retrieve import PassageTerms
from training.examples import FOLDS, group_of

MEASURED = ("people", "multihop_rag", "sources", "sample")
SHOWN = 5  # passages
PER_GROUP = 60  # examples: MultiHop-RAG asks of one event 481 times
# Weights that are chosen by hand: few questions ask why, or for votes; no answer is a label; and length is a price,
# which no fit can know.
CHOSEN = ("told", "label", "length")
CHOSEN_LONG = (*CHOSEN, "gives", "heading")  # of long questions it is not told what kind of answer they ask for
REGULARISATION = 0.005


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that answers a question.

    Attributes:
        group: What its question shares with others: a week, or a component.
        named: Whether the question asks for a name.
        passage: The passage.
        seen: The signals of its sentences.
        answers: Which of them answer.
    """

    group: str
    named: bool
    passage: PassageTerms
    seen: Mapping[str, Signal]
    answers: NDArray[np.bool_]

    @property
    def fold(self) -> int:
        """The fold to which its group belongs, from 0."""
        return zlib.crc32(self.group.encode()) % FOLDS


def main(arguments: Sequence[str] | None = None) -> int:
    """Asks, fits and prints."""
    parser = argparse.ArgumentParser(prog="python -m training.marks", description=__doc__)
    add_data_options(parser)
    parser.add_argument("--sets", default=",".join(MEASURED), help="sets to ask (default: %(default)s)")
    args = parser.parse_args(arguments)
    examples = {}
    with tempfile.TemporaryDirectory() as temporary, progress_bar() as on_progress:
        encoder = load_encoder(IndexSettings(), on_progress)
        for one in SETS:
            if one.name in args.sets.split(","):
                folder = (args.indexes or Path(temporary)) / one.corpus / "index"
                corpus = IndexedCorpus.open(args.data / one.articles, folder, encoder, on_progress)
                examples[one.name] = few_of_each(collect(one, corpus, args.data, on_progress))
    console = Console() if sys.stdout.isatty() else Console(width=LOG_WIDTH)
    console.print(table(examples))
    for name, weights in zip(("MARK", "MARK_NAME"), fit(examples), strict=True):
        console.print(name, {signal: round(weight, 2) for signal, weight in weights.items()}, highlight=False)
    return 0


def collect(questions: QuestionSet, corpus: IndexedCorpus, data: Path, on_progress: OnProgress) -> Iterator[Example]:
    """Asks the answerable questions of a set and gives the passages that answer."""
    reading, door = Reading.of(corpus.snapshot), RerankerDoor()
    cases = [case for case in read_cases(data / questions.questions) if case.answerable]
    for done, case in enumerate(cases, start=1):
        question = reading.question(Ask(case.question, Conversation(case.before), today=case.asked))
        found = find(question, reading, corpus.encoder, DEFAULTS, SHOWN, door)
        sought = Sought.of(question, found.weights, found.vectors, corpus.snapshot.lexical)
        rows = {
            (one.chunk.article_id, one.chunk.start): one
            for one in reading.passages.read([candidate.row for candidate in found.candidates]).values()
        }
        for shown in found.answer.passages:
            passage = rows[shown.citation.article_id, shown.citation.start]
            if (example := example_of(case, shown, passage, sought)) is not None:
                yield example
        on_progress(Progress(questions.name, done, len(cases)))


def example_of(case: Case, shown: Passage, passage: PassageTerms, sought: Sought) -> Example | None:
    """Makes an example of a passage; None where none of its sentences answers."""
    cited = shown.citation
    sentences = [shown.text[start:end] for start, end in passage.spans]
    answers = np.zeros(len(sentences), dtype=bool)
    if case.sentences:
        answers |= [_is_gold(case, sentence) for sentence in sentences]
    elif gives_answer(case, Shown(shown.text, cited.article_id, None, cited.title, cited.published)):
        answers |= [holds_answer(case, sentence) for sentence in sentences]
    if not answers.any():
        return None
    seen = signals(passage, sought, cited.outlet, cited.title)
    return Example(group_of(case), sought.asks_name, passage, seen, answers)


def few_of_each(examples: Iterator[Example]) -> list[Example]:
    """Returns the first examples of each group."""
    kept: dict[str, list[Example]] = {}
    for one in examples:
        if len(own := kept.setdefault(one.group, [])) < PER_GROUP:
            own.append(one)
    return [one for own in kept.values() for one in own]


def fit(examples: Mapping[str, Sequence[Example]]) -> tuple[dict[str, float], dict[str, float]]:
    """Fits `MARK` and `MARK_NAME`, each to its set; without that, the weights are those that ship."""
    return (
        _fit(examples.get("multihop_rag", ()), MARK, CHOSEN_LONG),
        _fit(examples.get("people", ()), MARK_NAME, CHOSEN),
    )


def table(examples: Mapping[str, Sequence[Example]]) -> Table:
    """Returns how well each set is marked."""
    left_out = [
        fit({name: [one for one in own if one.fold != fold] for name, own in examples.items()}) for fold in range(FOLDS)
    ]
    shown = Table("set", "passages", "weights", "marked", "of the text")
    for name, own in examples.items():
        ways = {"shipped": [(MARK, MARK_NAME)] * len(own), "fitted on other folds": [left_out[one.fold] for one in own]}
        for label, weights in ways.items():
            figures = [_marked(one, each[one.named]) for one, each in zip(own, weights, strict=True)]
            shown.add_row(name, str(len(own)), label, *(f"{value:.3f}" for value in np.mean(figures, axis=0)))
    return shown


def _is_gold(case: Case, sentence: str) -> bool:
    text = squeezed(sentence)
    return any(gold in text or (len(text) > 30 and text in gold) for spelled in case.sentences for gold in spelled)


def _fit(examples: Sequence[Example], shipped: Mapping[str, float], chosen: Collection[str]) -> dict[str, float]:
    names = [name for name in shipped if name not in chosen]
    fixed = {name: weight for name, weight in shipped.items() if name in chosen}
    if not examples:
        return dict(shipped)
    seen = [np.stack([one.seen[name] for name in names], axis=1) for one in examples]
    starts = np.cumsum([0, *(len(one) for one in seen[:-1])])
    lengths = [len(one) for one in seen]
    every, answers = np.concatenate(seen), np.concatenate([one.answers for one in examples])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = np.exp(every @ weights)
        total, right = np.add.reduceat(odds, starts), np.add.reduceat(odds * answers, starts)
        share = odds * (1 / np.repeat(total, lengths) - answers / np.repeat(right, lengths))
        value = float(np.mean(np.log(total) - np.log(right)) + REGULARISATION * (weights**2).sum())
        return value, share @ every / len(examples) + 2 * REGULARISATION * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {**dict(zip(names, map(float, found.x), strict=True)), **fixed}


def _marked(example: Example, weights: Mapping[str, float]) -> tuple[float, float]:
    """Returns whether a sentence that answers is marked, and the share of the text that is."""
    likely = likelihoods(example.seen, weights)
    chosen = choose(example.passage, likely, named=example.named)
    spans = example.passage.spans
    length = sum(spans[number][1] - spans[number][0] for number in chosen)
    return float(example.answers[chosen].any()), length / len(example.passage.chunk.text)


if __name__ == "__main__":
    sys.exit(main())
