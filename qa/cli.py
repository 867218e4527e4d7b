"""The commands that ask: ``dateline ask``, ``list``, ``compare``, ``quotes``, ``news`` and ``eval``."""

import argparse

from qa.commands import add_ask, add_compare, add_eval, add_list, add_news, add_quotes


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the commands; each sets ``run``, which takes the parsed options and returns the exit status."""
    add_ask(subparsers)
    add_list(subparsers)
    add_compare(subparsers)
    add_quotes(subparsers)
    add_news(subparsers)
    add_eval(subparsers)
