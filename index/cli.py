"""The commands of the index: ``dateline index`` and ``dateline status``."""

import argparse
import sys
import threading
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from rich.console import Console

from corpus.errors import BadSettings, Problem
from corpus.metadata.future import future_warnings
from corpus.passed_over import PassedOver
from corpus.terminal import print_json, print_lines, with_options
from corpus.terminal.progress_bar import progress_bar
from index.generation import Holdings
from index.in_force import InForce
from index.library import Library
from index.location import add_location_options
from index.refresh import RefreshReport, refresh_index
from index.store import ENGINES, open_snapshot
from index.upkeep import Changes, Upkeep, read_upkeep
from index.upkeep.watch import watch_corpus

OUTLETS_SHOWN = 12
NAMES_SHOWN = 5
LEFT_OUT_SHOWN = 20

_INDEX = """\
Makes the index of your articles, or brings it up to date: only what changed is read and encoded again. Until the new
index is whole, the old one answers; stopping the command at any moment loses nothing.

  dateline index --articles ~/articles
  dateline index --articles export.jsonl --index /data/export-index
  dateline index --articles ~/articles --watch
  dateline index --rebuild
  dateline index --store lance --convert"""

_INDEX_END = """\
A dateline.toml beside the articles says with which model, in how long passages and where, where that is not to be as
usual; `dateline status --settings` tells what counts.

A file that cannot be read is listed with the reason, and the rest goes on.

exit status: 0 the index is up to date, 1 an error, or a file not read with --strict, 2 a wrong option"""

_STATUS = """\
Tells what the index holds and what changed in the folder of articles since.

  dateline status --articles ~/articles
  dateline status --articles ~/articles --settings"""

_STATUS_END = """\
--settings prints all settings as a dateline.toml: kept beside the articles under this name, it sets them. It needs no
index."""


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``index`` and ``status``; each sets ``run``, which takes the parsed options and returns the exit status.

    ``status --settings`` needs what is in force (`index.in_force.InForce`) beside the options, as ``in_force``.
    """
    shape = argparse.RawDescriptionHelpFormatter
    index = subparsers.add_parser(
        "index",
        help="make the index or bring it up to date",
        description=_INDEX,
        epilog=_INDEX_END,
        formatter_class=shape,
    )
    add_location_options(index)
    anew = index.add_mutually_exclusive_group()
    anew.add_argument("--rebuild", action="store_true", help="read and encode everything anew")
    anew.add_argument(
        "--convert", action="store_true", help="move the index to the store named, encoding nothing again"
    )
    index.add_argument(
        "--store",
        choices=sorted(ENGINES),
        help="what keeps the index: faiss for up to some 100,000 passages, lance for more (default: what keeps it now; "
        "at first what dateline.toml says, else faiss)",
    )
    index.add_argument("--verify", action="store_true", help="compare every file's bytes, not its time and size")
    index.add_argument("--allow-mass-delete", action="store_true", help="go on if most articles are gone")
    index.add_argument("--strict", action="store_true", help="exit with status 1 if a file could not be read")
    index.add_argument("--watch", action="store_true", help="go on and refresh after each change, until Ctrl-C")
    index.add_argument("--json", action="store_true", help="print the report as JSON (with --watch, each of them)")
    index.set_defaults(run=_index)
    status = subparsers.add_parser(
        "status",
        help="tell what the index holds and what changed since",
        description=_STATUS,
        epilog=_STATUS_END,
        formatter_class=shape,
    )
    add_location_options(status)
    status.add_argument("--settings", action="store_true", help="print every setting and where it comes from instead")
    status.add_argument("--json", action="store_true", help="print it as JSON")
    status.set_defaults(run=_status)


def _index(args: argparse.Namespace) -> int:
    report = _refresh(args, rebuild=args.rebuild, convert=args.convert)
    _show(report, args)
    if args.watch:
        _watch(args, report)
    return 1 if args.strict and report.problems else 0


def _refresh(args: argparse.Namespace, *, rebuild: bool = False, convert: bool = False) -> RefreshReport:
    if convert and not args.store:
        raise BadSettings("--convert moves the index to another store: name that with --store.")
    with progress_bar() as on_progress:
        return refresh_index(
            Library.of(args.articles, args.index),
            verify=args.verify,
            rebuild=rebuild,
            allow_mass_delete=args.allow_mass_delete,
            store=args.store,
            convert=convert,
            on_progress=on_progress,
        )


def _watch(args: argparse.Namespace, report: RefreshReport) -> None:
    """Refreshes after each change, and shows each refresh that did or found something."""
    console = Console(stderr=True, soft_wrap=True)
    problems = report.problems

    def refresh_again() -> None:
        nonlocal problems
        report = _refresh(args)
        if report.published or report.problems != problems:
            problems = report.problems
            _show(report, args)

    def tell(message: str) -> None:
        console.print(f"dateline: {message}", markup=False, highlight=False)

    tell(f"Watching {args.articles}; Ctrl-C ends it.")
    watch_corpus(args.articles, refresh_again, threading.Event(), tell)


def _show(report: RefreshReport, args: argparse.Namespace) -> None:
    if args.json:
        passed_over = [passed.to_dict() for passed in report.passed_over]
        print_json({**asdict(report), "passed_over": passed_over, "articles": report.articles})
    else:
        lines = [report.line(), *_not_indexed_lines(report), *_note_lines(report.warnings)]
        print_lines(with_options(line, args.articles, args.index) for line in lines)
    sys.stdout.flush()  # who follows a watch through a pipe waits for each report


def _status(args: argparse.Namespace) -> int:
    if args.settings:
        return _show_settings(args.in_force, args.json)
    library = Library.of(args.articles, args.index)
    holdings, upkeep = open_snapshot(library.index).holdings(), read_upkeep(library)
    if args.json:
        passed_over = [passed.to_dict() for passed in upkeep.passed_over]
        built = holdings.built.isoformat()
        print_json({**asdict(holdings), **asdict(upkeep), "passed_over": passed_over, "built": built})
    else:
        lines = [*_holdings_lines(holdings), f"{'since then:':<12}{_changes_text(upkeep.changes)}"]
        lines += _not_indexed_lines(upkeep)
        lines += _note_lines(future_warnings(holdings.ahead))
        print_lines(with_options(line, args.articles, args.index) for line in lines)
    return 0


def _show_settings(in_force: InForce, as_json: bool) -> int:
    if as_json:
        print_json(in_force.to_dict())
    else:
        print_lines(in_force.lines())
    return 0


def _holdings_lines(holdings: Holdings) -> list[str]:
    outlets = sorted(holdings.outlets.items(), key=lambda entry: (-entry[1], entry[0]))
    shown = [f"{name} {count:,}" for name, count in outlets[:OUTLETS_SHOWN]]
    more = [f"and {len(outlets) - OUTLETS_SHOWN:,} more"] if len(outlets) > OUTLETS_SHOWN else []
    fields = {
        "articles": f"{holdings.articles:,} in {len(outlets):,} outlets, {holdings.chunks:,} passages",
        "outlets": ", ".join([*shown, *more]),
        "dates": f"{holdings.first} to {holdings.last}" if holdings.first else "none known",
        "made from": holdings.corpus,
        "index": f"{holdings.index} ({holdings.size / 1e6:,.1f} MB, store {holdings.store})",
        "generation": f"{holdings.generation}, made {holdings.built.astimezone():%Y-%m-%d %H:%M}",
        "model": holdings.model,
    }
    return [f"{name + ':':<12}{text}" for name, text in fields.items()]


def _changes_text(changes: Changes | None) -> str:
    if changes is None:
        return "the articles are not there now; the index still answers"
    if not changes:
        return "nothing changed"
    parts = [
        *(_named(names, kind) for kind, names in _changed_files(changes) if names),
        *["corpus.toml or sources.csv changed"] * changes.sidecar,
        *["the settings changed: all passages will be made anew"] * changes.settings,
    ]
    return "; ".join(parts) + " (run `dateline index`)"


def _changed_files(changes: Changes) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("new", changes.new), ("changed", changes.changed), ("gone", changes.gone)


def _named(names: tuple[str, ...], kind: str) -> str:
    more = ", ..." if len(names) > NAMES_SHOWN else ""
    return f"{len(names):,} {kind} ({', '.join(names[:NAMES_SHOWN])}{more})"


def _note_lines(notes: Iterable[str]) -> list[str]:
    return [f"  note: {note}" for note in notes]


def _problem_lines(problems: Iterable[Problem]) -> list[str]:
    return [f"  not read: {problem.source}: {problem.reason}" for problem in problems]


def _passed_over_lines(passed_over: Iterable[PassedOver]) -> list[str]:
    return [f"  passed over: {passed.line()}" for passed in passed_over]


def _left_out_lines(left_out: Sequence[Problem]) -> list[str]:
    lines = [f"  left out: {problem.source}: {problem.reason}" for problem in left_out[:LEFT_OUT_SHOWN]]
    more = len(left_out) - LEFT_OUT_SHOWN
    return [*lines, f"  left out: {more:,} more"] if more > 0 else lines


def _not_indexed_lines(told: RefreshReport | Upkeep) -> list[str]:
    return [
        *_problem_lines(told.problems),
        *_left_out_lines(told.left_out),
        *_passed_over_lines(told.passed_over),
    ]
