"""What the commands that ask have in common: filters, output, and a word on articles that changed meanwhile."""

import argparse
import sys
from contextlib import suppress
from datetime import date

from rich.console import Console

from corpus.errors import DatelineError
from corpus.terminal import with_options
from index.library import Library
from index.upkeep import read_upkeep
from qa.errors import BadDay
from qa.question import Filters
from qa.understand import read_day

OPERATORS = """\
A question may hold operators, which decide the articles that are searched:
  -word, NOT word          without the articles that hold it
  a AND b, a OR b, ( )     only articles of which it is true; in capitals
  ferr*, "two words"~5     a word that begins so; words near each other
  outlet:NAME -outlet:NAME author:NAME -author:NAME
  since:2026-02-18 until:2026-02    with that day, month or year
  after:2026-02-18 before:2026      without it"""


def add_filter_options(parser: argparse.ArgumentParser) -> None:
    """Adds ``--outlet``, ``--author``, ``--since`` and ``--until``."""
    parser.add_argument("--outlet", action="append", default=[], metavar="NAME", help="only this outlet; repeatable")
    parser.add_argument(
        "--author", action="append", default=[], metavar="NAME", help="only articles by this author; repeatable"
    )
    parser.add_argument("--since", type=_day, metavar="DAY", help="only from this day on, such as 2026-02-18")
    parser.add_argument("--until", type=_day, metavar="DAY", help="only up to this day")


def add_today_option(parser: argparse.ArgumentParser) -> None:
    """Adds ``--today``."""
    parser.add_argument(
        "--today",
        type=_day,
        metavar="DAY",
        help="the day of the question, from which “last week” and the age of articles are counted (default: today)",
    )


def read_filter_options(args: argparse.Namespace) -> Filters:
    """Returns what these options fix."""
    return Filters(outlets=tuple(args.outlet), authors=tuple(args.author), since=args.since, until=args.until)


def warn_of_changes(args: argparse.Namespace) -> None:
    """Says when the articles are not what was asked any more: an answer from an old index looks like any other."""
    with suppress(DatelineError):  # the answer stands; what is wrong with the folder `dateline status` tells
        changes = read_upkeep(Library.of(args.articles, args.index)).changes
        if changes:
            note = "The articles have changed since; `dateline index` reads what is new."
            if changes.settings:
                note = "The settings have changed since; `dateline index` makes all passages anew."
            shown = with_options(note, args.articles, args.index)
            Console(stderr=True, soft_wrap=True).print(shown, markup=False, highlight=False)


def _day(text: str) -> date:
    try:
        return read_day(text)
    except BadDay as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def positive(text: str) -> int:
    """Reads a number from 1 up."""
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)


def write(text: str) -> None:
    """Writes a text to standard output; a character that its encoding lacks is replaced."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding).replace("\r\n", "\n"))
