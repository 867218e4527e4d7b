"""The commands that ask: ``dateline ask``, ``list``, ``compare``, ``quotes`` and ``eval``."""

import argparse

from qa.commands import add_ask, add_compare, add_eval, add_list, add_quotes


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``ask``, ``list``, ``compare``, ``quotes`` and ``eval``; each sets ``run``, options to exit status."""
    add_ask(subparsers)
    add_list(subparsers)
    add_compare(subparsers)
    add_quotes(subparsers)
    add_eval(subparsers)
