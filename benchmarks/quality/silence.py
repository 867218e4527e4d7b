"""Asks what an outlet says of matters on which it has something, and of others on which it has nothing.

``named_outlets.jsonl`` holds our questions; which outlet has something was found by a search of the texts for the
matter's words, and read. The articles of ``sample`` come with the project, those of other sets where their data is.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from benchmarks.machine import describe_machine
from benchmarks.quality.options import LOG_WIDTH, add_data_options
from benchmarks.quality.sets import SETS
from corpus.terminal.progress_bar import progress_bar
from index.encode import load_encoder
from index.library import Library
from index.refresh import refresh_index
from index.settings import IndexSettings
from qa.answerer import Answerer
from qa.ask import Ask

NAMED = Path(__file__).resolve().parent / "named_outlets.jsonl"


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """A question that asks for one outlet's articles.

    Attributes:
        set: Name of the set whose articles are asked.
        question: What is asked.
        outlet: Display name of the outlet.
        has: Whether it has anything on the matter.
        held_back: Whether the question had no part in making what it measures.
    """

    set: str
    question: str
    outlet: str
    has: bool
    held_back: bool


def read_named(path: Path = NAMED) -> list[NamedOutlet]:
    """Reads the questions."""
    return [NamedOutlet(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def is_right(answerer: Answerer, asked: NamedOutlet) -> bool:
    """Says whether an outlet that has something is found, and one that has nothing is said to have nothing."""
    answer = answerer.answer(Ask(asked.question))
    named = [one.name for one in answer.silent] + list(answer.listing.silent if answer.listing else ())
    silent = asked.outlet in named
    return answer.found and not silent if asked.has else silent and not answer.found


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures what is there and prints it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.silence", description=__doc__)
    add_data_options(parser)
    args = parser.parse_args(arguments)
    console = Console() if sys.stdout.isatty() else Console(width=LOG_WIDTH)
    named = read_named()
    right: dict[NamedOutlet, bool] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for name, answerer in _answerers(args.data, args.indexes or Path(temporary), {one.set for one in named}):
            right |= {one: is_right(answerer, one) for one in named if one.set == name}
    for one, is_so in right.items():
        console.print(f"  {'yes' if is_so else 'no '}  {one.question}", highlight=False, markup=False)
    for has, words in ((True, "found where the outlet has something"), (False, "said to have nothing")):
        for held_back, half in ((False, "development"), (True, "held back")):
            told = [is_so for one, is_so in right.items() if (one.has, one.held_back) == (has, held_back)]
            console.print(f"{words}, {half}: {sum(told)} of {len(told)}")
    console.print(describe_machine())
    return 0


def _answerers(data: Path, indexes: Path, names: set[str]) -> Iterator[tuple[str, Answerer]]:
    """Yields an answerer for each set whose articles are there."""
    with progress_bar() as on_progress:
        encoder = load_encoder(IndexSettings(), on_progress)
        for one in SETS:
            if one.name in names and (data / one.articles).exists():
                index = indexes / one.corpus / "index"
                refresh_index(Library(data / one.articles, index), encoder=encoder, on_progress=on_progress)
                yield one.name, Answerer(index, encoder)


if __name__ == "__main__":
    sys.exit(main())
