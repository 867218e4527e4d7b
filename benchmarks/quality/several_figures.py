"""Measures sentences that give several figures: which of two sentences' figures are taken to be of the same thing.

Each sentence is an article of its own outlet. Measured are the figures alone, pair by pair, and what `compare` shows.
"""

import json
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from pathlib import Path

from index.encode import Encoder, load_encoder
from index.library import Library
from index.refresh import refresh_index
from index.settings import IndexSettings
from qa.answerer import Answerer
from qa.ask import Ask
from qa.figures import Figure, find_figures
from qa.figures.grouping import are_akin, comparable

SENTENCES = Path(__file__).resolve().parent / "several_figures.jsonl"
OUTLETS = ("Ostrand Post", "Marrow Gazette", "Fell Observer")
_MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")  # [44 per cent|hult]
_DAY = date(2025, 6, 25)


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as a reader judges it.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last.
        thing: What it is of, in a word.
    """

    start: int
    end: int
    thing: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its figures."""

    text: str
    marks: tuple[Mark, ...]

    @classmethod
    def read(cls, marked: str) -> "Sentence":
        """Reads a sentence in which each figure is marked with what it is of."""
        text, marks, last = "", [], 0
        for match in _MARKED.finditer(marked):
            text += marked[last : match.start()]
            marks.append(Mark(len(text), len(text) + len(match[1]), match[2]))
            text, last = text + match[1], match.end()
        return cls(text + marked[last:], tuple(marks))


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of several outlets on one event, and a question for one of their figures.

    Attributes:
        half: ``"fitted"``, or ``"held back"`` for what was written when the code was done.
        question: The question.
        asked: What it asks the figure of.
        sentences: The sentences.
    """

    half: str
    question: str
    asked: str
    sentences: tuple[Sentence, ...]


@dataclass(slots=True)
class Score:
    """Pairs of figures: how many are of the same thing, how many of these were put together, and how many others."""

    right: int = 0
    kept: int = 0
    wrong: int = 0

    def __str__(self) -> str:
        """Returns the score in words."""
        return f"{self.kept} of {self.right} right pairs kept, {self.wrong} of {self.kept + self.wrong} shown are wrong"


def read_groups(path: Path = SENTENCES) -> list[Group]:
    """Reads a file of groups: one JSON object a line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Group(row["half"], row["question"], row["asked"], tuple(map(Sentence.read, row["sentences"]))) for row in rows
    ]


def score_pairs(groups: Sequence[Group]) -> Score:
    """Judges each pair of figures of two sentences by their own words alone."""
    score = Score()
    for group in groups:
        for one, other in combinations(group.sentences, 2):
            for (mark, figure), (its, another) in product(_figures(one), _figures(other)):
                together = bool(figure and another) and _together(figure, another)
                same = mark.thing == its.thing
                score.right += same
                score.kept += same and together
                score.wrong += together and not same
    return score


def _figures(sentence: Sentence) -> Iterator[tuple[Mark, Figure | None]]:
    found = [figure for figure in find_figures(sentence.text, 0, _DAY) if figure.kind != "day"]
    for mark in sentence.marks:
        yield mark, next((figure for figure in found if figure.start < mark.end and mark.start < figure.end), None)


def _together(one: Figure | None, other: Figure | None) -> bool:
    return one is not None and other is not None and comparable(one, other, {}) and are_akin(one, other)


def score_tables(groups: Sequence[Group], folder: Path, encoder: Encoder) -> Score:
    """Judges what is shown side by side when the questions are asked; right are the pairs that a question asks for.

    Args:
        groups: The groups, all of them in one collection.
        folder: An empty folder.
        encoder: The model.
    """
    answerer, score = _opened(groups, folder, encoder), Score()
    for number, group in enumerate(groups):
        shown = False
        for heading in answerer.compare(Ask(group.question)).figures:
            things = [
                _thing(groups, quote.citation.source, quote.highlights[0].start, quote.highlights[0].end)
                for quote in heading.quotes
            ]
            wrong = sum(one != other for one, other in combinations(things, 2))
            wanted = set(things) == {(number, group.asked)}
            score.wrong += wrong or (heading.asked and not wanted)
            shown = shown or (heading.asked and wanted)
        score.right += 1
        score.kept += shown
    return score


def _opened(groups: Sequence[Group], folder: Path, encoder: Encoder) -> Answerer:
    articles = folder / "articles"
    articles.mkdir()
    for number, group in enumerate(groups):
        for outlet, sentence in zip(OUTLETS, group.sentences, strict=False):
            head = (
                f"---\noutlet: {outlet}\ntitle: In brief\ndate: 2025-{number % 12 + 1:02}-{number % 28 + 1:02}\n---\n\n"
            )
            path = articles / f"{number}-{outlet}.md"
            path.write_text(f"{head}{sentence.text} The report is on page two.\n", encoding="utf-8")
    refresh_index(Library(articles, folder / "index"), encoder=encoder)
    return Answerer(folder / "index", encoder)


def _thing(groups: Sequence[Group], source: str, start: int, end: int) -> tuple[int, str]:
    number, outlet = Path(source).stem.split("-", 1)
    sentence = groups[int(number)].sentences[OUTLETS.index(outlet)]
    return int(number), next((one.thing for one in sentence.marks if one.start < end and start < one.end), "")


def main() -> int:
    """Measures both halves and prints them."""
    groups, encoder = read_groups(), load_encoder(IndexSettings())
    for half in dict.fromkeys(group.half for group in groups):
        part = [group for group in groups if group.half == half]
        print(f"several figures, {half}, pair by pair: {score_pairs(part)}")
        with tempfile.TemporaryDirectory() as temporary:
            print(f"several figures, {half}, as shown: {score_tables(part, Path(temporary), encoder)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
