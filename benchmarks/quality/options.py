"""Options that the commands of this package share."""

import argparse
from datetime import date
from pathlib import Path

from benchmarks.quality.part import Part
from benchmarks.quality.sets import DEVELOPMENT_DATA

LOG_WIDTH = 160  # columns of a table where there is no terminal


def add_data_options(parser: argparse.ArgumentParser) -> None:
    """Adds ``--data`` and ``--indexes``."""
    parser.add_argument(
        "--data",
        type=Path,
        default=DEVELOPMENT_DATA,
        metavar="DIR",
        help="folder of the development data: sources/, data/multihop_rag/, ... (default: %(default)s)",
    )
    parser.add_argument(
        "--indexes", type=Path, metavar="DIR", help="keep the indexes here for the next run (default: temporary)"
    )


def add_part_options(parser: argparse.ArgumentParser, sample: int | None = None) -> None:
    """Adds ``--every``, ``--sample``, ``--since`` and ``--until``.

    Args:
        parser: The parser.
        sample: How many questions are asked where nothing is said; None for all.
    """
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--every", type=_count, metavar="N", help="ask every Nth question")
    told = "all" if sample is None else "%(default)s"
    steps.add_argument(
        "--sample",
        type=_count,
        default=sample,
        metavar="N",
        help=f"ask about N questions of each set, evenly spread over it (default: {told})",
    )
    for name, end in (("--since", "first"), ("--until", "last")):
        parser.add_argument(
            name,
            type=date.fromisoformat,
            metavar="DATE",
            help=f"{end} day of the questions, where a set has their days",
        )


def part_of(questions: Path, args: argparse.Namespace) -> Part:
    """Returns which questions of a file the options of `add_part_options` ask for."""
    if args.sample and not args.every:
        return Part.of(questions, args.sample, args.since, args.until)
    return Part(args.every or 1, args.since, args.until)


def _count(text: str) -> int:
    if (count := int(text)) < 1:
        raise argparse.ArgumentTypeError(f"{count} is not a number from 1 on")
    return count
