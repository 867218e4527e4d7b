"""The ``dateline`` command; ``python app.py`` is ``dateline serve``."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.logging import RichHandler

import page.cli
from corpus.errors import DatelineError
from corpus.terminal import with_options
from page.settings import settings_in_force

ERROR, INTERRUPTED = 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command.

    Args:
        argv: Arguments without the program's name; None for those of the process.

    Returns:
        Exit status: 0, 1 for an error that was shown, 130 when interrupted.
    """
    given = sys.argv[1:] if argv is None else argv
    args = _parser(serve_alone=[*given[:1]] == ["serve"]).parse_args(given)
    logging.basicConfig(
        level=logging.INFO if args.verbose else logging.WARNING,
        format="%(message)s",
        handlers=[RichHandler(console=Console(stderr=True), show_time=False, show_path=False)],
    )
    try:
        args.in_force = settings_in_force(args.articles, getattr(args, "index", None))  # or nothing runs
        status: int = args.run(args)
    except DatelineError as error:
        message = with_options(str(error), getattr(args, "articles", None), getattr(args, "index", None))
        Console(stderr=True, soft_wrap=True).print(f"dateline: {message}", markup=False, highlight=False)
        return ERROR
    except KeyboardInterrupt:
        Console(stderr=True, soft_wrap=True).print("dateline: stopped", markup=False, highlight=False)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone, as `head` does; nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERROR
    return status


def _parser(*, serve_alone: bool = False) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dateline",
        description="Ask questions of the news articles you collected; get the passages themselves, word for word.",
        epilog="`dateline COMMAND --help` explains a command.",
    )
    parser.add_argument("--verbose", action="store_true", help="tell more of what is going on")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    if not serve_alone:
        _add_other_commands(commands)
    page.cli.add_commands(commands)
    return parser


def _add_other_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    import corpus.cli
    import index.cli
    import qa.cli

    for layer in (corpus.cli, index.cli, qa.cli):
        layer.add_commands(commands)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["serve"]))
