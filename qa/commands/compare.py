"""The command that compares: ``dateline compare``."""

import argparse

from rich.console import Console

from corpus.terminal import print_json
from corpus.terminal.progress_bar import progress_bar
from index.location import add_location_options
from qa.ask import Ask
from qa.commands.options import (
    OPERATORS,
    add_filter_options,
    add_today_option,
    read_filter_options,
    warn_of_changes,
    write,
)
from qa.opening import open_answerer
from qa.render.csv import comparisons_to_csv
from qa.render.json import comparison_to_dict
from qa.render.markdown import comparison_to_markdown
from qa.render.provenance import provenance, provenance_to_dict, provenance_to_markdown, searched
from qa.render.terminal import render_comparison
from qa.reranker_option import add_reranker_option

_COMPARE = """\
Shows what each outlet says to a question: its best sentence, figures side by
side where they are of the same thing, and who reported first. It judges
nothing: every line is a quotation with its source.

  dateline compare "How long did the second day of the talks last?"
  dateline compare "Why was the bridge closed?" --since 2026-03-01
  dateline compare "How many fish died?" --csv > fish.csv"""

_COMPARE_END = f"""\
{OPERATORS}

An outlet is shown where one of its passages matches. For the others it says
that no matching passage was found, which does not mean that they did not
report. Copies of one text count as one independent text.

exit status: 0 whether the articles answer or not ("verdict" in --json tells),
1 an error, 2 a wrong option"""


def add_compare(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``compare``, which sets ``run`` as all commands do."""
    parser = subparsers.add_parser(
        "compare",
        help="show what each outlet says to a question",
        description=_COMPARE,
        epilog=_COMPARE_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("question", help="the question, in quotation marks")
    add_filter_options(parser)
    add_today_option(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")
    form.add_argument("--markdown", action="store_true", help="print Markdown, every quotation with its full source")
    add_reranker_option(parser)
    add_location_options(parser)
    parser.set_defaults(run=_compare)


def _compare(args: argparse.Namespace) -> int:
    with progress_bar() as on_progress:
        answerer = open_answerer(args.articles, args.index, on_progress, reranker=args.reranker)
    comparison = answerer.compare(Ask(args.question, filters=read_filter_options(args), today=args.today))
    question = comparison.answer.question
    given = provenance(answerer.holdings(), [searched(question, answerer.count(question.filters))])
    if args.json:
        print_json({**comparison_to_dict(comparison), "provenance": provenance_to_dict(given)})
    elif args.csv:
        write(comparisons_to_csv([comparison], given))
    elif args.markdown:
        write(f"{comparison_to_markdown(comparison)}\n{provenance_to_markdown(given)}")
    else:
        Console(highlight=False).print(render_comparison(comparison))
    warn_of_changes(args)
    return 0
