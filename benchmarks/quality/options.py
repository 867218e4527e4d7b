"""Options that the commands of this package share."""

import argparse
from pathlib import Path

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
