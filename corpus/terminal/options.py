"""Options that several commands have in common."""

import argparse
from pathlib import Path

from corpus.sample import SAMPLE_ARTICLES


def add_articles_option(parser: argparse.ArgumentParser) -> None:
    """Adds the option that says where the articles are."""
    parser.add_argument(
        "--articles",
        type=Path,
        default=SAMPLE_ARTICLES,
        metavar="PATH",
        help="folder of articles, or one JSONL or CSV file with an article a line (default: the sample articles)",
    )
