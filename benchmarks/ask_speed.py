"""Asking: cold, as a fresh process, and warm, inside one process."""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.command import CommandRun, run_dateline
from benchmarks.machine import describe_machine
from benchmarks.options import SAMPLE_QUESTIONS, add_index_option, benchmark_parser
from corpus.terminal.progress_bar import progress_bar
from qa.answerer import Answerer
from qa.evaluate import read_questions
from qa.evaluate.batch import answer_question
from qa.evaluate.question_file import FiledQuestion
from qa.opening import open_answerer


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints the table."""
    parser = benchmark_parser(__doc__ or "")
    add_index_option(parser)
    parser.add_argument(
        "--questions", type=Path, default=SAMPLE_QUESTIONS, metavar="FILE.jsonl", help="questions to ask while warm"
    )
    parser.add_argument("--runs", type=int, default=5, help="fresh processes (default: 5)")
    parser.add_argument("--limit", type=int, default=300, help="most questions to ask while warm (default: 300)")
    args = parser.parse_args(arguments)
    questions = read_questions(args.questions)[: args.limit]
    with tempfile.TemporaryDirectory() as temporary:
        index = args.index or Path(temporary) / "index"
        with progress_bar() as on_progress:
            answerer = open_answerer(args.articles, index, on_progress)
        warm = ask_warm(answerer, questions)
        holdings = answerer.holdings()
        cold = [
            run_dateline("ask", questions[run % len(questions)].question, "--articles", args.articles, "--index", index)
            for run in range(args.runs)
        ]
    console = Console()
    console.print(_table(cold, warm, f"{holdings.articles:,} articles, {holdings.chunks:,} chunks"))
    console.print(describe_machine())
    return 0


def ask_warm(answerer: Answerer, questions: Sequence[FiledQuestion]) -> list[float]:
    """Asks questions one after the other.

    Args:
        answerer: Answers them.
        questions: At least one; the first is asked once more before, to open what is opened at the first question.

    Returns:
        Seconds of each.
    """
    answer_question(answerer, questions[0])
    return [_seconds(answerer, question) for question in questions]


def _seconds(answerer: Answerer, question: FiledQuestion) -> float:
    started = time.perf_counter()
    answer_question(answerer, question)
    return time.perf_counter() - started


def _table(cold: Sequence[CommandRun], warm: Sequence[float], title: str) -> Table:
    table = Table("asking", "median", "p95", "p99", "slowest", "peak memory", title=title)
    seconds = [run.seconds for run in cold]
    peak = max(run.peak_bytes for run in cold)
    table.add_row(
        f"cold, {len(cold)} runs",
        f"{median(seconds):.2f} s",
        "",
        "",
        f"{max(seconds):.2f} s",
        f"{peak / 2**20:.0f} MiB",
    )
    milliseconds = np.array(warm) * 1000
    figures = [*np.percentile(milliseconds, (50, 95, 99)), milliseconds.max()]
    table.add_row(f"warm, {len(warm)} questions", *(f"{figure:.1f} ms" for figure in figures), "")
    return table


if __name__ == "__main__":
    sys.exit(main())
