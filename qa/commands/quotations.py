"""The command that lists what somebody says: ``dateline quotes``."""

import argparse

from rich.console import Console

from corpus.terminal import print_json
from corpus.terminal.progress_bar import progress_bar
from index.location import add_location_options
from qa.commands.options import add_filter_options, read_filter_options, warn_of_changes, write
from qa.opening import open_answerer
from qa.question import Question
from qa.render.provenance import provenance, provenance_to_dict, provenance_to_markdown, searched
from qa.render.sayings import render_sayings, sayings_to_csv, sayings_to_dict, sayings_to_markdown

_QUOTES = """\
Lists what somebody says in your articles, every quotation with its speaker and
its source, the newest first.

  dateline quotes "Boris Ahl"
  dateline quotes Ahl --about "the market hall" --since 2025-01-01
  dateline quotes "the mayor" --outlet "Ostrand Post"
  dateline quotes "Boris Ahl" --csv > ahl.csv"""

_QUOTES_END = """\
A quotation is what stands in quotation marks of any kind, or a sentence that
reports what was said ("Ahl said that ..."), which is called "reported". Who
said it is told from the nearest words that do: "..." said Ahl; Ahl, the trader,
told the Post: "..."; Ahl disagreed. "...", he said. Titles and words that only
stand in quotation marks are no quotations. No model decides, so some are missed,
and where a text leaves it open, a quotation may be given to the wrong person:
read the place before you quote.

A surname finds all who have it; "the mayor" finds whom an article calls so.
Words that several articles repeat are listed once, with all of them.

exit status: 0 whether there are quotations or not, 1 an error, 2 a wrong option"""


def add_quotes(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``quotes``, which sets ``run`` as all commands do."""
    parser = subparsers.add_parser(
        "quotes",
        help="list what somebody says, every quotation with its source",
        description=_QUOTES,
        epilog=_QUOTES_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", help="who, in quotation marks")
    parser.add_argument("--about", default="", metavar="WORDS", help="only what is said on this")
    add_filter_options(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")
    form.add_argument("--markdown", action="store_true", help="print Markdown, every quotation with its full source")
    add_location_options(parser)
    parser.set_defaults(run=_quotes)


def _quotes(args: argparse.Namespace) -> int:
    with progress_bar() as on_progress:
        answerer = open_answerer(args.articles, args.index, on_progress)
    filters = read_filter_options(args)
    found = answerer.quotations(args.name, args.about, filters)
    asked = f"{args.name} {args.about}".strip()
    search = searched(Question(asked, asked, filters=filters), answerer.count(filters))
    given = provenance(answerer.holdings(), [search])
    if args.json:
        print_json({**sayings_to_dict(found), "provenance": provenance_to_dict(given)})
    elif args.csv:
        write(sayings_to_csv(found, given))
    elif args.markdown:
        write(f"{sayings_to_markdown(found)}\n{provenance_to_markdown(given)}")
    else:
        Console(highlight=False).print(render_sayings(found))
    warn_of_changes(args)
    return 0
