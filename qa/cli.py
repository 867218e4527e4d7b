"""The commands that ask: ``dateline ask``, ``dateline compare`` and ``dateline eval``."""

import argparse

from qa.commands.ask import add_ask
from qa.commands.compare import add_compare
from qa.commands.evaluate import add_eval


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``ask``, ``compare`` and ``eval``; each sets ``run``: parsed options to exit status."""
    add_ask(subparsers)
    add_compare(subparsers)
    add_eval(subparsers)
