"""Saved web pages: how often outlet, day, headline and author are right, what of the text is there, and how fast.

The gold file has one JSON object a line: the file's name, ``outlets`` (any of which is right), ``title``, ``date`` and
``author`` (null or empty when nobody knows), ``must_have`` and ``must_not_have`` (pieces of text).
"""

import argparse
import json
import re
import sys
import time
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.machine import describe_machine
from corpus.article import Article
from corpus.complete import complete_article
from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.html import parse_html
from corpus.metadata import Sidecar

_QUOTES = str.maketrans("’‘“”«»", '\'\'""""')


@dataclass(slots=True)
class Score:
    """Right answers and all answers, by what was asked, and the wrong ones in words."""

    right: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def count(self, name: str, right: bool, miss: str) -> None:
        """Counts one answer."""
        self.asked[name] = self.asked.get(name, 0) + 1
        self.right[name] = self.right.get(name, 0) + right
        if right == (name == "must not have"):
            self.misses.append(f"{name}: {miss}")

    def share(self, name: str) -> float:
        """Returns the share of right answers."""
        return self.right[name] / self.asked[name]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip(), formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path, help="the gold file")
    parser.add_argument("pages", type=Path, help="the folder of pages")
    parser.add_argument("--misses", action="store_true", help="print what is wrong, too")
    args = parser.parse_args(arguments)
    score = score_pages(args.gold, args.pages)
    console = Console()
    table = Table("what", "share", "of", title=f"{score.asked['outlet']} pages")
    for name, asked in score.asked.items():
        table.add_row(name, f"{100 * score.share(name):.1f} %", str(asked))
    table.add_row("pages per second of one core", f"{score.asked['outlet'] / score.seconds:.1f}", "")
    console.print(table)
    if args.misses:
        console.print("\n".join(score.misses), markup=False, highlight=False)
    console.print(describe_machine())
    return 0


def score_pages(gold: Path, pages: Path) -> Score:
    """Reads the pages of a gold file and compares."""
    score = Score()
    for line in gold.read_text("utf-8").splitlines():
        expected = json.loads(line)
        data = (pages / expected["file"]).read_bytes()
        started = time.process_time()
        article = _read(data, expected["file"])
        score.seconds += time.process_time() - started
        _compare(score, expected, article)
    return score


def _read(data: bytes, name: str) -> Article:
    try:
        (draft,) = parse_html(data, Hints()).drafts
        return complete_article(draft, name, Sidecar())
    except UnreadableFile as error:
        return Article(name, "", "", str(error), name, "")


def _compare(score: Score, expected: Mapping[str, Any], article: Article) -> None:
    page = expected["file"]
    outlets = {_fold(outlet) for outlet in expected["outlets"]}
    score.count("outlet", _fold(article.outlet) in outlets, f"{page}: {article.outlet}, not {expected['outlets']}")
    if expected["date"]:
        right = str(article.published) == expected["date"]
        score.count("day", right, f"{page}: {article.published}, not {expected['date']}")
    if expected["title"]:
        given, wanted = _fold(article.title), _fold(expected["title"])
        score.count("headline", bool(given) and (given in wanted or wanted in given), f"{page}: {article.title}")
    if expected["author"]:
        names = expected["author"] if isinstance(expected["author"], list) else [expected["author"]]
        wanted_words, words = _words(" ".join(names)), _words(" ".join(article.authors))
        right = bool(words) and (words <= wanted_words or wanted_words <= words)
        score.count("author", right, f"{page}: {article.authors}, not {names}")
    text = _plain(article.text)
    for name in ("must have", "must not have"):
        for piece in expected[name.replace(" ", "_")]:
            score.count(name, _plain(piece) in text, f"{page}: {piece}")


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split())


def _fold(text: str) -> str:
    return _plain(text).casefold()


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", _fold(text))) - {"and", "und"}


if __name__ == "__main__":
    sys.exit(main())
