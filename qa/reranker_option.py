"""The option of every command that answers: which model reads the first passages."""

import argparse

from qa.settings import OWN_RERANKER


def add_reranker_option(parser: argparse.ArgumentParser) -> None:
    """Adds ``--reranker``."""
    parser.add_argument(
        "--reranker",
        metavar="MODEL",
        help="the model that reads the first passages: “dateline”, “none”, or folder or name of a cross-encoder of "
        f"sentence-transformers on this machine (default: as in dateline.toml, else {OWN_RERANKER})",
    )
