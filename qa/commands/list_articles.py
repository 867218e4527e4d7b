"""The command that lists: ``dateline list``."""

import argparse

from rich.console import Console

from corpus.terminal import print_json
from corpus.terminal.progress_bar import progress_bar
from index.location import add_location_options
from qa.collection import read_inquiry
from qa.commands.options import add_filter_options, positive, read_filter_options, warn_of_changes, write
from qa.listing import Page
from qa.opening import open_answerer
from qa.question import Question
from qa.render.csv import listing_to_csv
from qa.render.json import listing_to_dict
from qa.render.markdown import listing_to_markdown
from qa.render.provenance import provenance, provenance_to_dict, provenance_to_markdown, searched
from qa.render.terminal import render_listing

ROWS = 20  # of a page in the terminal

_LIST = """\
Lists the articles that hold some words, every one of them, newest first, each
with the sentence that holds them; without words, all articles. No search and no
model decides: the texts are read, and what is counted is said.

  dateline list "Lindqvist Lines"
  dateline list '"the ferry" or "the bridge"' --outlet "Quay Courier"
  dateline list --since 2026-03-01 --until 2026-03-31
  dateline list "Marlin ferry" --csv > ferry.csv"""

_LIST_END = """\
Words count as they stand, side by side and whole ("bridge" is not "bridges");
capitals and small letters are alike, but for words in capitals: "US" is not
"us". "A and B" are both to be in the text, unless "A and B" is one name there;
"A or B" asks for either. Articles with the words in the headline alone are
counted apart, and those that hold all of the words in another form or order
come last.

`dateline ask "How many articles mention Lindqvist Lines?"` gives the same.

exit status: 0 whether there are articles or not, 1 an error, 2 a wrong option"""


def add_list(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``list``, which sets ``run`` as all commands do."""
    parser = subparsers.add_parser(
        "list",
        help="list the articles that hold some words, or all",
        description=_LIST,
        epilog=_LIST_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("words", nargs="?", default="", help="the words, in quotation marks; none for all articles")
    add_filter_options(parser)
    parser.add_argument("--oldest-first", action="store_true", help="begin with the oldest article")
    parser.add_argument(
        "--limit", type=positive, metavar="N", help=f"articles of a page: {ROWS} in the terminal, else all in one"
    )
    parser.add_argument("--page", type=positive, default=1, metavar="N", help="which page of them")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")
    form.add_argument("--markdown", action="store_true", help="print Markdown, every quotation with its full source")
    add_location_options(parser)
    parser.set_defaults(run=_list)


def _list(args: argparse.Namespace) -> int:
    with progress_bar() as on_progress:
        answerer = open_answerer(args.articles, args.index, on_progress)
    whole = (args.json or args.csv or args.markdown) and args.page == 1
    rows = args.limit or (None if whole else ROWS)
    page = Page((args.page - 1) * (rows or 0), rows, newest_first=not args.oldest_first)
    filters = read_filter_options(args)
    listing = answerer.listing(read_inquiry(args.words), filters, page)
    asked = args.words or "All articles"
    search = searched(Question(asked, asked, filters=filters), listing.counts.searched)
    given = provenance(answerer.holdings(), [search])
    if args.json:
        print_json({**listing_to_dict(listing), "provenance": provenance_to_dict(given)})
    elif args.csv:
        write(listing_to_csv(listing, given))
    elif args.markdown:
        write(f"{listing_to_markdown(listing)}\n{provenance_to_markdown(given)}")
    else:
        Console(highlight=False).print(render_listing(listing))
    warn_of_changes(args)
    return 0
