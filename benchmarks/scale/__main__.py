"""How Dateline grows: one command that makes collections of several sizes in several stores, and measures them.

The articles are those of a set and copies of them, in other words and with vectors a little away from theirs, so that
nothing is encoded but the set itself. Each store has its own index; the articles of a size are shared.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from rich.console import Console

from benchmarks.machine import describe_machine
from benchmarks.quality.cases import read_cases
from benchmarks.quality.options import LOG_WIDTH
from benchmarks.quality.part import Part
from benchmarks.quality.sets import DEVELOPMENT_DATA, SETS
from benchmarks.scale.apart import disk_bytes
from benchmarks.scale.asking import Asked, measure_asking
from benchmarks.scale.enduring import measure_enduring
from benchmarks.scale.finding import measure_finding, share_of_first
from benchmarks.scale.made import make
from benchmarks.scale.refreshing import measure_refreshing
from benchmarks.scale.report import Measured, json_of, table_of
from benchmarks.scale.size import Size
from corpus.terminal.progress_bar import progress_bar
from index.library import Library
from index.store import ENGINES, FolderStore

MAGNITUDES = {"k": 1000, "m": 1_000_000}
NEWS = ("people", "multihop_rag")  # sets of which both articles and questions are taken


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes what is missing, measures and prints."""
    args = _parser().parse_args(arguments)
    [articles] = [args.data / one.articles for one in SETS if one.name == args.set]
    sizes = [Size(args.out / args.set, passages) for passages in args.sizes]
    with progress_bar() as on_progress:
        make(articles, sizes, args.stores, on_progress)
    if not args.measures:
        return 0
    measured = [_measured(size, store, args) for size in sizes for store in args.stores]
    measured = [one for _, group in groupby(measured, lambda one: one.size) for one in _compared(list(group))]
    console = Console() if sys.stdout.isatty() else Console(width=LOG_WIDTH)
    for wrong in (wrong for one in measured if one.enduring for wrong in one.enduring.wrong):
        console.print(f"[red]{wrong}")
    console.print(table_of(measured))
    machine = describe_machine()
    console.print(machine)
    if args.json:
        args.json.write_text(json_of(measured, machine), encoding="utf-8")
    return 0


def _measured(size: Size, store: str, args: argparse.Namespace) -> Measured:
    index, library = size.index(store), Library(size.articles, size.index(store))
    published = FolderStore(index).published()
    manifest = published.manifest
    published.close()
    found = Measured(store, size.name, manifest.articles, manifest.chunks, disk_bytes(index))
    if "ask" in args.measures:
        found = replace(found, asking=measure_asking(index, questions(args.data, args.questions)))
    if "find" in args.measures:
        found = replace(found, finding=measure_finding(index, questions(args.data, args.searches)))
    if "refresh" in args.measures:
        found = replace(found, refreshing=measure_refreshing(library, args.runs))
    if "endure" in args.measures:
        asked = questions(args.data, args.questions)
        found = replace(found, enduring=measure_enduring(library, asked, args.refreshes))
    return found


def _compared(measured: Sequence[Measured]) -> list[Measured]:
    """Compares the words that the stores of one size find with those of the first."""
    [first, *others] = measured
    return [
        first,
        *(
            replace(other, same_words=share_of_first(other.finding, first.finding))
            if other.finding and first.finding
            else other
            for other in others
        ),
    ]


def questions(data: Path, number: int) -> list[Asked]:
    """Returns about so many questions, spread over the sets, which take turns."""
    files = [data / one.questions for one in SETS if one.name in NEWS]
    read = [read_cases(file, Part.of(file, -(-number // len(files)))) for file in files]
    return [(case.question, case.asked) for cases in zip(*read, strict=False) for case in cases]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument(
        "--data",
        type=Path,
        default=DEVELOPMENT_DATA,
        metavar="DIR",
        help="folder of the development data (default: %(default)s)",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="keep the collections here")
    parser.add_argument("--set", choices=NEWS, default="people", help="articles to copy (default: %(default)s)")
    parser.add_argument("--sizes", type=_sizes, default="10k,100k", metavar="A,B", help="passages (default: 10k,100k)")
    parser.add_argument("--stores", type=_stores, default="faiss", metavar="A,B", help="stores (default: faiss)")
    parser.add_argument(
        "--measures",
        type=_measures,
        default="ask,find,refresh",
        metavar="A,B",
        help=f"of {', '.join(MEASURES)}, or none (default: %(default)s)",
    )
    parser.add_argument("--questions", type=int, default=60, metavar="N", help="questions to ask (default: 60)")
    parser.add_argument("--searches", type=int, default=200, metavar="N", help="questions to search (default: 200)")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="refreshes of one article (default: 5)")
    parser.add_argument("--refreshes", type=int, default=1000, metavar="N", help="refreshes to endure (default: 1,000)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures here")
    return parser


MEASURES = ("ask", "find", "refresh", "endure")


def _measures(text: str) -> tuple[str, ...]:
    measures = () if text == "none" else tuple(part.strip() for part in text.split(","))
    return _known(measures, MEASURES)


def _stores(text: str) -> tuple[str, ...]:
    return _known(tuple(part.strip() for part in text.split(",")), tuple(ENGINES))


def _known(names: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    if unknown := [name for name in names if name not in known]:
        raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(known)}")
    return names


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(_passages(part.strip().lower()) for part in text.split(","))


def _passages(text: str) -> int:
    number, magnitude = (text[:-1], MAGNITUDES[text[-1]]) if text[-1:] in MAGNITUDES else (text, 1)
    try:
        passages = round(float(number) * magnitude)
    except ValueError:
        passages = 0
    if passages < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of passages, such as 100k")
    return passages


if __name__ == "__main__":
    sys.exit(main())
