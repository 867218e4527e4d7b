"""The commands that ask: ``dateline ask``, ``dateline compare`` and ``dateline eval``."""

import argparse

from qa.commands import add_ask, add_compare, add_eval


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``ask``, ``compare`` and ``eval``; each sets ``run``: parsed options to exit status."""
    add_ask(subparsers)
    add_compare(subparsers)
    add_eval(subparsers)
