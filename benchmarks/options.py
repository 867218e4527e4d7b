"""Options that the benchmarks share."""

import argparse
from pathlib import Path

from corpus.sample import SAMPLE_ARTICLES

SAMPLE_QUESTIONS = Path(__file__).resolve().parent / "sample_questions.jsonl"


def benchmark_parser(description: str) -> argparse.ArgumentParser:
    """Returns a parser that knows ``--articles``, with the sample for a default."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--articles",
        type=Path,
        default=SAMPLE_ARTICLES,
        metavar="PATH",
        help="folder of articles, or one JSONL or CSV file (default: the sample articles)",
    )
    return parser


def add_index_option(parser: argparse.ArgumentParser) -> None:
    """Adds ``--index``."""
    parser.add_argument(
        "--index",
        type=Path,
        metavar="DIR",
        help="an existing index of the articles, which saves the time to make one (default: made for the occasion)",
    )
