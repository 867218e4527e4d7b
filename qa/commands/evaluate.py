"""The command that measures: ``dateline eval``."""

import argparse
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from corpus.terminal import print_json
from corpus.terminal.progress_bar import progress_bar
from index.location import add_location_options
from qa.evaluate import evaluate_file
from qa.evaluate.table import render_evaluation
from qa.opening import open_answerer
from qa.reranker_option import add_reranker_option

_EVAL = """\
Asks every question of a file and tells how often the sentences that answer it
are among the first passages.

  dateline eval questions.jsonl --articles ~/articles"""


_EVAL_END = """\
A line is {"question": "...", "evidence": [{"sentence": "..."}]}: the sentences
that answer, as they stand in the articles ("file" may name where). An empty list means that the
articles do not answer. "turns" are earlier questions of the conversation.

exit status: 0 the figures are printed, 1 an error, 2 a wrong option"""


def add_eval(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``eval``, which sets ``run`` as all commands do."""
    parser = subparsers.add_parser(
        "eval",
        help="measure how well the questions of a file are answered",
        description=_EVAL,
        epilog=_EVAL_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("questions", type=Path, metavar="FILE.jsonl", help="questions with their evidence")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    add_reranker_option(parser)
    add_location_options(parser)
    parser.set_defaults(run=_eval)


def _eval(args: argparse.Namespace) -> int:
    with progress_bar() as on_progress:
        answerer = open_answerer(args.articles, args.index, on_progress, reranker=args.reranker)
        evaluation = evaluate_file(answerer, args.questions, on_progress, sources=answerer.sources())
    if args.json:
        print_json(asdict(evaluation))
    else:
        Console(highlight=False).print(render_evaluation(evaluation))
    return 0
