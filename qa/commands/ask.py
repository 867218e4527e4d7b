"""The command that asks: ``dateline ask``."""

import argparse
from pathlib import Path

from rich.console import Console

from corpus.terminal import print_json
from corpus.terminal.progress_bar import progress_bar
from index.location import add_location_options
from qa.answer import Conversation
from qa.arrangement import Arrangement, By
from qa.ask import Ask
from qa.commands.options import (
    OPERATORS,
    add_filter_options,
    add_today_option,
    positive,
    read_filter_options,
    warn_of_changes,
)
from qa.errors import BadQuestion
from qa.evaluate import answer_file
from qa.opening import open_answerer
from qa.render.json import answer_to_dict
from qa.render.terminal import render_answer
from qa.render.wording import counted
from qa.reranker_option import add_reranker_option

_ASK = """\
Answers a question with passages of your articles, word for word. The index is
made first where there is none yet.

  dateline ask "How long did the second day of the talks last?"
  dateline ask "Who paid?" --outlet "Quay Courier" --since 2026-02-01 --top 3
  dateline ask 'What was "difficult but businesslike"?'
  dateline ask 'ferry (quay OR harbour) -protest author:velt'
  dateline ask "And in 2025?" --turns "What did the council decide on the quay in 2024?"
  dateline ask --batch questions.jsonl --out answers.jsonl"""


_ASK_END = f"""\
An answer begins with its verdict: the articles answer, may answer, or do not.
Passages that bear on the question have a number; the nearest material below
them is no answer.

Passages that hold "quoted words" come first. An outlet named in a question is
preferred; with --outlet nothing else is searched. Newer articles are preferred
on the day of the question (--today) unless it is about the past, names a time
or asks for an order.

A small model reads the first passages with the question and orders them;
--reranker takes another one in its place, or none.

--turns are the questions before, oldest first. A question that cannot stand
alone ("Who opposed it?", "And the Quay Courier?") takes from them what it does
not say itself: subject, time, outlets, speaker. One that names its own subject
takes nothing. What was carried over is said.

{OPERATORS}

A line of a --batch file is {{"id": "1", "question": "..."}} and may add "turns"
(a list of earlier questions), "outlets", "without_outlets" and "authors"
(lists), "since", "until", "exclude" (a list of article ids) and "today" (the
day of the question). Answers keep the order of the questions; a line that
cannot be asked gets an "error" in its place.

exit status: 0 whether the articles answer or not ("verdict" in --json tells),
1 an error or a line of a batch that was not answered, 2 a wrong option"""


def add_ask(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``ask``, which sets ``run`` as all commands do."""
    parser = subparsers.add_parser(
        "ask",
        help="answer a question in the terminal, or many from a file",
        description=_ASK,
        epilog=_ASK_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("question", nargs="?", help="the question, in quotation marks")
    asked.add_argument("--batch", type=Path, metavar="IN.jsonl", help="answer every question of a file; needs --out")
    parser.add_argument("--out", type=Path, metavar="OUT.jsonl", help="where the answers of --batch go, one a line")
    parser.add_argument(
        "--turns", nargs="+", default=[], metavar="QUESTION", help="the questions before it, which a follow-up leans on"
    )
    parser.add_argument("--top", type=positive, metavar="N", help="show at most N passages")
    parser.add_argument(
        "--order",
        choices=[by.value for by in By],
        default=By.BEST.value,
        help="the order of the passages; %(default)s if not given",
    )
    parser.add_argument("--one-per-article", action="store_true", help="show only the best passage of each article")
    add_filter_options(parser)
    add_today_option(parser)
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    parser.add_argument("--explain", action="store_true", help="say under each passage why it is there")
    add_reranker_option(parser)
    add_location_options(parser)
    parser.set_defaults(run=_ask)


def _ask(args: argparse.Namespace) -> int:
    if args.batch is None:
        return _ask_one(args)
    if args.out is None:
        raise BadQuestion("Say where the answers go: --batch IN.jsonl --out OUT.jsonl.")
    if args.explain:
        raise BadQuestion("--explain is for one question; ask it without --batch.")
    if args.outlet or args.author or args.since or args.until or args.today or args.turns:
        keys = '"turns", "outlets", "authors", "since", "until", "exclude", "today"'
        raise BadQuestion(f"A batch takes its filters from its lines: {keys}.")
    with progress_bar() as on_progress:
        answerer = open_answerer(args.articles, args.index, on_progress, reranker=args.reranker)
        report = answer_file(answerer, args.batch, args.out, args.top, on_progress)
    console = Console(stderr=True, soft_wrap=True, markup=False, highlight=False)
    for words in (*report.warnings, *report.problems):
        console.print(words)
    console.print(f"{counted(report.answered, 'answer')} written to {args.out}.")
    if report.problems:
        console.print(f"{counted(len(report.problems), 'line')} not answered, with the error there instead.")
    return 1 if report.problems else 0


def _ask_one(args: argparse.Namespace) -> int:
    if args.out is not None:
        raise BadQuestion("--out is for the answers of --batch.")
    with progress_bar() as on_progress:
        answerer = open_answerer(args.articles, args.index, on_progress, reranker=args.reranker)
    before = Conversation(tuple(args.turns))
    arrangement = Arrangement(By(args.order), args.one_per_article)
    answer = answerer.answer(Ask(args.question, before, read_filter_options(args), args.top, args.today, arrangement))
    if args.json:
        print_json(answer_to_dict(answer, explained=args.explain))
    else:
        Console(highlight=False).print(render_answer(answer, explained=args.explain))
    warn_of_changes(args)
    return 0
