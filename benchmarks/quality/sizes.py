"""Shows how often each verdict is right in collections of 5, 50 and 600 articles, and in all of them.

Collections are drawn for the questions: articles that answer, and others that are of the days around, or on the nearest
matters. Each question is asked of its collection, and once more without the articles that answer it. Every collection
has an index of its own, so that words are as rare as they are in it; vectors are taken from the large index.
"""

import argparse
import itertools
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.machine import describe_machine
from benchmarks.quality.built import build, read_lines
from benchmarks.quality.cases import Case, read_cases
from benchmarks.quality.figures import Figures, abstention, answered, average
from benchmarks.quality.forms import FORMS, Form
from benchmarks.quality.options import LOG_WIDTH, add_data_options, add_part_options, part_of
from benchmarks.quality.sets import SETS
from benchmarks.quality.small import Near, Neighbours, Small, collections
from benchmarks.quality.systems import Found, IndexedCorpus, Product, Query
from benchmarks.quality.verdicts import verdicts
from corpus.progress import OnProgress, Progress
from corpus.terminal.progress_bar import progress_bar
from index.encode import load_encoder
from index.settings import IndexSettings

SIZES = (5, 50, 600)
SAMPLE = 60  # questions, for each of which two indexes of five articles are made


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked twice.

    Attributes:
        case: The question.
        whole: What was found for it.
        without: What was found without the articles that answer it.
    """

    case: Case
    whole: Found
    without: Found


def main(arguments: Sequence[str] | None = None) -> int:
    """Asks, counts and prints."""
    args = _parser().parse_args(arguments)
    [questions] = [one for one in SETS if one.name == args.set]
    form, file, articles = FORMS[questions.form], args.data / questions.questions, args.data / questions.articles
    read = [case for case in read_cases(file, part_of(file, args)) if case.answerable]
    console = Console() if sys.stdout.isatty() else Console(width=LOG_WIDTH)
    measured = {}
    with tempfile.TemporaryDirectory() as temporary, progress_bar() as on_progress:
        folder = (args.indexes or Path(temporary)) / questions.corpus / "index"
        corpus = IndexedCorpus.open(articles, folder, load_encoder(IndexSettings(), on_progress), on_progress)
        neighbours, lines = Neighbours(corpus), read_lines(articles)
        cases = [case for case in (neighbours.with_passages(one, form) for one in read) if case.articles]
        for near, size in itertools.product(Near, args.sizes):
            smalls = collections(cases, size, partial(neighbours.others, near=near))
            asked = list(ask_small(smalls, lines, corpus, form, on_progress))
            measured[f"{size:,}, near in {near}"] = figures(form, asked)
        measured["all"] = figures(form, list(ask_all(cases, corpus, form, on_progress)))
    console.print(_table(f"{questions.name}: {len(cases)} questions, by the number of articles", measured))
    console.print(describe_machine())
    return 0


def ask_all(cases: Sequence[Case], corpus: IndexedCorpus, form: Form, on_progress: OnProgress) -> Iterator[Asked]:
    """Asks questions of all articles."""
    product = Product.of(corpus)
    for done, case in enumerate(cases, start=1):
        yield _asked(product, case, case.holders, form)
        on_progress(Progress("all articles", done, len(cases)))


def ask_small(
    smalls: Iterable[Small], lines: Mapping[str, str], large: IndexedCorpus, form: Form, on_progress: OnProgress
) -> Iterator[Asked]:
    """Asks questions of small collections.

    Args:
        smalls: The collections.
        lines: All articles, as `benchmarks.quality.built.read_lines` reads them.
        large: Their index.
        form: The kind of gold.
        on_progress: Told after each collection.
    """
    for made, small in enumerate(smalls, start=1):
        with tempfile.TemporaryDirectory() as folder:
            product = Product.of(build([lines[one] for one in sorted(small.articles)], large, Path(folder)))
            for case in small.cases:
                yield _asked(product, case, small.holders(case), form)
        on_progress(Progress(f"{len(small.articles):,} articles", made, 0))


def figures(form: Form, asked: Sequence[Asked]) -> Figures:
    """Returns how well questions are answered, and how often each verdict is right."""
    cases, whole, without = zip(*((one.case, one.whole, one.without) for one in asked), strict=True)
    graded = [form.grade(case, one) for case, one in zip(cases, whole, strict=True)]
    return {
        **average(graded, [case.identity for case in cases]),
        **answered(whole),
        **abstention("excluded", whole, without),
        **verdicts(form, cases, whole, without),
    }


def _asked(product: Product, case: Case, holders: Iterable[str], form: Form) -> Asked:
    query = Query(case.question, case.before, today=case.asked)
    whole, without = product.find([query, replace(query, exclude=tuple(sorted(holders)))], form.depth)
    return Asked(case, whole, without)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.sizes", description=__doc__)
    add_data_options(parser)
    add_part_options(parser, SAMPLE)
    having = [one.name for one in SETS if one.excluding]
    parser.add_argument("--set", choices=having, default="people", help="set to ask (default: %(default)s)")
    parser.add_argument(
        "--sizes", type=_sizes, default=SIZES, metavar="A,B", help="numbers of articles (default: 5,50,600)"
    )
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(map(int, text.split(",")))
    if min(sizes) < 1:
        raise argparse.ArgumentTypeError(f"{min(sizes)} is not a number of articles")
    return sizes


def _table(title: str, measured: Mapping[str, Figures]) -> Table:
    table = Table("", title=title)
    for name in measured:
        table.add_column(name, justify="right")
    for figure in dict.fromkeys(name for each in measured.values() for name in each):
        values = (each.get(figure) for each in measured.values())
        table.add_row(figure, *("" if value is None else f"{value:.3f}" for value in values))
    return table


if __name__ == "__main__":
    sys.exit(main())
