"""The options that every command has: which articles, and where their index is."""

import argparse
from pathlib import Path

from corpus.terminal import add_articles_option


def add_location_options(parser: argparse.ArgumentParser) -> None:
    """Adds ``--articles`` and ``--index``."""
    add_articles_option(parser)
    parser.add_argument(
        "--index",
        type=Path,
        metavar="DIR",
        help="folder of the index, new or empty at first (default: as in dateline.toml, else one for each folder of "
        "articles, in your user data)",
    )
