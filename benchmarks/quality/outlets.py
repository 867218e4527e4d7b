"""Measures what each outlet is said to say: figures side by side, same or different, who has a match, how fast.

The sample is measured everywhere; the development sets where their data is.
"""

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from benchmarks.machine import describe_machine
from benchmarks.quality.options import LOG_WIDTH, add_data_options
from corpus.progress import OnProgress
from corpus.sample import SAMPLE_ARTICLES
from corpus.terminal.progress_bar import progress_bar
from index.encode import Encoder, load_encoder
from index.library import Library
from index.refresh import refresh_index
from index.settings import IndexSettings
from qa.answerer import Answerer
from qa.ask import Ask
from qa.compare import FigureGroup
from qa.compare.agreement import likeness
from qa.passage import Passage

HERE = Path(__file__).resolve().parent
Row = dict[str, Any]
Place = tuple[str, int, int]  # file, first code point, the one after the last
Figure = tuple[Place, ...]  # one figure of an outlet, which may give it several times


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Outlets that give different figures for one thing.

    Attributes:
        question: What is asked.
        groups: The figures; those of one group say the same.
        never: Places of figures of another thing, which must not stand beside these.
    """

    question: str
    groups: tuple[tuple[Figure, ...], ...]
    never: tuple[Place, ...]


def read_disagreements(path: Path) -> list[Disagreement]:
    """Reads a file of disagreements: one JSON object a line, with places instead of anybody's words."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Disagreement(
            row["question"],
            tuple(tuple(tuple(map(_place, figure)) for figure in group) for group in row["groups"]),
            tuple(map(_place, row["never"])),
        )
        for row in rows
    ]


def _place(fields: tuple[str, int, int]) -> Place:
    file, start, end = fields
    return file, start, end


def holds(figures: FigureGroup, wanted: Disagreement) -> bool:
    """Says whether a heading holds all figures of a disagreement, grouped rightly."""
    found = [[_at(quote) for quote in group] for group in figures.groups]
    groups = [
        {number for number, group in enumerate(found) for one in group for figure in want if _is(one, figure)}
        for want in wanted.groups
    ]
    whole = all(any(_is(one, figure) for group in found for one in group) for want in wanted.groups for figure in want)
    return whole and all(len(one) == 1 for one in groups) and len(set.union(*groups)) == len(groups)


def beside(figures: FigureGroup, wanted: Disagreement) -> bool:
    """Says whether a heading puts a figure of another thing beside one of a disagreement."""
    places = [_at(quote) for quote in figures.quotes]
    theirs = any(_is(one, figure) for one in places for group in wanted.groups for figure in group)
    return theirs and any(_meet(one, other) for one in places for other in wanted.never)


def _at(quote: Passage) -> Place:
    mark = quote.highlights[0]
    return quote.citation.source, mark.start, mark.end


def _is(one: Place, figure: Figure) -> bool:
    """Compares by overlap: whether "about" belongs to a figure is nothing to be right or wrong in."""
    return any(_meet(one, place) for place in figure)


def _meet(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def balanced(threshold: float, scores: NDArray[np.floating], same: NDArray[np.bool_]) -> float:
    """Returns the balanced accuracy of calling pairs the same from a threshold on."""
    said = scores >= threshold
    return float((said[same].mean() + (~said[~same]).mean()) / 2)


def leave_one_out(sets: Sequence[tuple[NDArray[np.floating], NDArray[np.bool_]]]) -> float:
    """Returns the mean balanced accuracy over questions, each at the threshold that is best for all the others."""
    found = []
    for number, (scores, same) in enumerate(sets):
        others = [one for other, one in enumerate(sets) if other != number]
        tried = np.quantile(np.concatenate([one for one, _ in others]), np.linspace(0, 1, 400))
        best = max(tried, key=lambda threshold: np.mean([balanced(threshold, *one) for one in others]))
        found.append(balanced(float(best), scores, same))
    return float(np.mean(found))


def same_or_different(path: Path, encoder: Encoder, field: str) -> tuple[float, float]:
    """Measures grouping on NAnCo: ours, and the cosine of the model alone.

    Args:
        path: The answers.
        encoder: The model.
        field: ``"answer"`` for the answers, ``"paragraph"`` for the paragraphs they stand in.
    """
    questions: dict[str, list[Row]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        questions[(row := json.loads(line))["question_id"]].append(row)
    ours, alone = [], []
    for rows in questions.values():
        vectors, question = encoder.encode([row[field] for row in rows]), encoder.encode([rows[0]["question"]])[0]
        pairs = tuple(np.array(list(combinations(range(len(rows)), 2))).T)
        groups = np.array([row["group"] for row in rows])
        same = groups[pairs[0]] == groups[pairs[1]]
        ours.append((likeness(vectors, question)[pairs], same))
        alone.append(((vectors @ vectors.T)[pairs], same))
    return leave_one_out(ours), leave_one_out(alone)


def triples(path: Path, answerer: Answerer) -> tuple[float, float]:
    """Measures BASIL: from one outlet's headline, the share of events with both other outlets' reports in the view.

    Returns:
        The share, and the mean number of articles of other events in the view.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    event = {(row["outlet"], " ".join(row["title"].split())): row["event"] for row in rows}
    both, others = [], []
    for row in rows:
        if not row["title"].strip():
            continue
        comparison = answerer.compare(Ask(row["title"]))
        reports = (*comparison.timeline, *comparison.undated)
        cited = {(one.outlet, one.title) for report in reports for one in (report.citation, *report.same_text)}
        right = {place[0] for place in cited if event.get(place) == row["event"]} - {row["outlet"]}
        both.append(len(right) == 2)
        others.append(sum(event.get(place) != row["event"] for place in cited))
    return float(np.mean(both)), float(np.mean(others))


def milliseconds_added(answerer: Answerer, questions: Iterable[str]) -> float:
    """Returns the median time that a comparison takes after its answer, on questions asked before."""
    asked = list(questions)
    for question in asked:
        answerer.compare(Ask(question))
    return 1000 * median(answerer.compare(Ask(question)).seconds for question in asked)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures what is there and prints it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.outlets", description=__doc__)
    add_data_options(parser)
    args = parser.parse_args(arguments)
    console = Console() if sys.stdout.isatty() else Console(width=LOG_WIDTH)
    with tempfile.TemporaryDirectory() as temporary, progress_bar() as on_progress:
        encoder = load_encoder(IndexSettings(), on_progress)
        indexes = args.indexes or Path(temporary)
        for name, articles in (("sample", SAMPLE_ARTICLES), ("sources", args.data / "sources")):
            if articles.exists():
                _print_disagreements(console, name, _opened(articles, indexes / name, encoder, on_progress))
        if (answers := args.data / "data" / "nanco" / "answers.jsonl").is_file():
            for field in ("answer", "paragraph"):
                ours, alone = same_or_different(answers, encoder, field)
                console.print(f"NAnCo, {field}s: balanced accuracy {ours:.3f}, of the model alone {alone:.3f}")
        if (reports := args.data / "data" / "basil" / "articles.jsonl").is_file():
            both, others = triples(reports, _opened(reports, indexes / "basil", encoder, on_progress))
            console.print(f"BASIL: both other outlets in the view {both:.3f}; articles of other events {others:.2f}")
    console.print(describe_machine())
    return 0


def _opened(articles: Path, index: Path, encoder: Encoder, on_progress: OnProgress) -> Answerer:
    refresh_index(Library(articles, index), encoder=encoder, on_progress=on_progress)
    return Answerer(index, encoder)


def _print_disagreements(console: Console, name: str, answerer: Answerer) -> None:
    wanted = read_disagreements(HERE / f"disagreements_{name}.jsonl")
    tables = [(one, answerer.compare(Ask(one.question)).figures) for one in wanted]
    right = [any(holds(figures, one) for figures in table) for one, table in tables]
    wrong = sum(beside(figures, one) for one, table in tables for figures in table)
    for one, placed in zip(wanted, right, strict=True):
        console.print(f"  {'yes' if placed else 'no '}  {one.question}", highlight=False, markup=False)
    added = milliseconds_added(answerer, (one.question for one in wanted))
    console.print(f"{name}: {sum(right)} of {len(right)} placed, {wrong} wrongly beside; {added:.1f} ms added")


if __name__ == "__main__":
    sys.exit(main())
