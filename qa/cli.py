"""The commands that ask: ``dateline ask``, ``dateline list``, ``dateline compare`` and ``dateline eval``."""

import argparse

from qa.commands import add_ask, add_compare, add_eval, add_list


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``ask``, ``list``, ``compare`` and ``eval``; each sets ``run``: parsed options to exit status."""
    add_ask(subparsers)
    add_list(subparsers)
    add_compare(subparsers)
    add_eval(subparsers)
