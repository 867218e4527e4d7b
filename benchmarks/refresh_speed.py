"""Refreshing: ``dateline index`` as a fresh process after one article changed, and after nothing did."""

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.command import CommandRun, run_dateline
from benchmarks.machine import describe_machine
from benchmarks.options import add_index_option, benchmark_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints the table."""
    parser = benchmark_parser(__doc__ or "")
    add_index_option(parser)
    parser.add_argument("--runs", type=int, default=3, help="runs of each kind (default: 3)")
    args = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        articles, index = Path(temporary) / args.articles.name, Path(temporary) / "index"
        _copy(args.articles, articles)
        if args.index:
            shutil.copytree(args.index, index)
        first = refresh(articles, index)
        unchanged = [refresh(articles, index) for _ in range(args.runs)]
        changed = []
        for run in range(args.runs):
            change_one(articles, f"This sentence was added by run {run} of a benchmark.")
            changed.append(refresh(articles, index))
    title = f"{_field(first, 'articles'):,} articles, {_field(first, 'chunks'):,} chunks"
    table = Table("after", "median", "slowest", "changed", "encoded", "peak memory", title=title)
    for name, runs in (("a changed article", changed), ("no change", unchanged)):
        table.add_row(f"{name}, {len(runs)} runs", *_figures(runs))
    console = Console()
    console.print(table)
    console.print(describe_machine())
    return 0


def refresh(articles: Path, index: Path) -> CommandRun:
    """Runs ``dateline index``, whose output is its report as JSON."""
    return run_dateline("index", "--json", "--articles", articles, "--index", index)


def change_one(articles: Path, sentence: str) -> None:
    """Adds a sentence to one article.

    Args:
        articles: A JSONL file, or a folder that holds a text or Markdown file or a JSONL file.
        sentence: What to add.

    Raises:
        SystemExit: When there is no such file.
    """
    files = [articles] if articles.is_file() else sorted(path for path in articles.rglob("*") if path.is_file())
    for file in files:
        if file.suffix in (".md", ".txt"):
            lines = file.read_bytes().splitlines(keepends=True)
            # The longest line is sure to be part of the text; what stands at either end may be left out of it.
            longest = max(range(len(lines)), key=lambda i: len(lines[i]))
            lines[longest] = lines[longest].rstrip() + f" {sentence}\n".encode()
            file.write_bytes(b"".join(lines))
            return
        if file.suffix == ".jsonl":
            _change_record(file, sentence)
            return
    raise SystemExit(f"{articles} holds no .txt, .md or .jsonl file, one of which this benchmark changes.")


def _change_record(file: Path, sentence: str) -> None:
    first, _, rest = file.read_text(encoding="utf-8").partition("\n")
    record = json.loads(first)
    text = max((name for name, value in record.items() if isinstance(value, str)), key=lambda name: len(record[name]))
    record[text] += f"\n\n{sentence}"
    file.write_text(json.dumps(record, ensure_ascii=False) + "\n" + rest, encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy2(source, target)


def _figures(runs: Sequence[CommandRun]) -> list[str]:
    seconds = [run.seconds for run in runs]
    return [
        f"{median(seconds):.2f} s",
        f"{max(seconds):.2f} s",
        _range([_field(run, "changed") for run in runs]),
        _range([_field(run, "embedded") for run in runs]),
        f"{max(run.peak_bytes for run in runs) / 2**20:.0f} MiB",
    ]


def _field(run: CommandRun, name: str) -> int:
    return int(json.loads(run.output)[name])


def _range(counts: Sequence[int]) -> str:
    return f"{min(counts)}" if min(counts) == max(counts) else f"{min(counts)} to {max(counts)}"


if __name__ == "__main__":
    sys.exit(main())
