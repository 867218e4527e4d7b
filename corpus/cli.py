"""The command of the articles themselves: ``dateline check``."""

import argparse
from pathlib import Path

from corpus.check import Check, check_corpus
from corpus.check.report import check_lines, check_to_dict
from corpus.check.stub import sidecar_stub
from corpus.errors import BadSidecar
from corpus.metadata.sidecar import toml_path
from corpus.terminal import add_articles_option, print_json, print_lines
from corpus.terminal.progress_bar import progress_bar

_CHECK = """\
Shows what Dateline makes of your articles: outlet, date, headline and author of each with the place where it was
found, what is doubtful, which lines were left out, and which articles have the same text. It needs no index.

  dateline check --articles ~/articles
  dateline check --articles ~/articles --init-sidecar
  dateline check --articles export.jsonl --json > check.json

  dropped    a line that the page printed around the article; it is not part of the text
  repeated   a line that the outlet prints with article after article; it stays in the text, but no passage quotes it
  copy       another outlet has the same text
  version    the same outlet has the same text, as after an update"""

_CHECK_END = """\
exit status: 0 done, 1 an error, or a warning or a file not used with --strict, 2 a wrong option"""


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``check``; it sets ``run``, which takes the parsed options and returns the exit status."""
    check = subparsers.add_parser(
        "check",
        help="show what is known of each article, and what is doubtful",
        description=_CHECK,
        epilog=_CHECK_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_articles_option(check)
    form = check.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print it as JSON")
    form.add_argument(
        "--init-sidecar",
        action="store_true",
        help="write a corpus.toml to fill in beside the articles; one that is there is never changed",
    )
    check.add_argument("--text", action="store_true", help="with --json: the text of each article too")
    check.add_argument("--strict", action="store_true", help="exit with status 1 on any warning or unused file")
    check.set_defaults(run=_check)


def _check(args: argparse.Namespace) -> int:
    with progress_bar() as on_progress:
        check = check_corpus(args.articles, on_progress)
    if args.json:
        print_json(check_to_dict(check, with_text=args.text))
    elif args.init_sidecar:
        _write_stub(args.articles, check)
    else:
        print_lines(check_lines(check))
    doubtful = check.problems or any(found.warnings for found in check.articles)
    return 1 if args.strict and doubtful else 0


def _write_stub(articles: Path, check: Check) -> None:
    stub = sidecar_stub(found.article for found in check.articles)
    path = toml_path(articles)
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(stub)
    except FileExistsError as error:
        raise BadSidecar(
            f"{path} is there already and was not changed. Move it away to get a new one, or run `dateline check` to "
            "see what is unknown."
        ) from error
    except OSError as error:
        raise BadSidecar(f"{path} cannot be written: {error.strerror}.") from error
    count = stub.splitlines().count("[[article]]")
    print_lines([f"{path} was written; entries to fill in: {count:,}."])
