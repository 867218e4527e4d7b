"""Counts: whether lists of articles hold what a plain count over all texts finds, and how long they take.

Names and phrases are drawn from the texts themselves, and each is asked for as people ask: "How many articles mention
...?". The plain count reads every text anew with one regular expression.
"""

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.machine import describe_machine
from benchmarks.options import add_index_option, benchmark_parser
from corpus.article import Article
from qa.answerer import Answerer
from qa.ask import Ask
from qa.listing import Page, Where
from qa.opening import open_answerer

NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][a-z]+(?: [A-Z][a-zA-Z-]+){0,2}\b", re.MULTILINE)
PHRASE = re.compile(r"\b[a-z]+ [a-z]+ [a-z]+\b")


@dataclass(frozen=True, slots=True)
class Counted:
    """What came of one question.

    Attributes:
        words: The name or phrase.
        articles: Articles that the list has.
        plain: Articles of the plain count.
        is_equal: Whether they are the same ones, and their mentions as many.
        milliseconds: Time of the answer.
    """

    words: str
    articles: int
    plain: int
    is_equal: bool
    milliseconds: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Counts and prints the table; the exit status is 1 where a count differs."""
    parser = benchmark_parser(__doc__ or "")
    add_index_option(parser)
    parser.add_argument("--number", type=int, default=30, help="names and phrases (default: 30)")
    args = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        answerer = open_answerer(args.articles, args.index or Path(folder) / "index")
        found = (answerer.article(one.article_id) for one in answerer.articles(rows=answerer.holdings().articles))
        articles = [article for article in found if article]
        counts = [_count(words, articles, answerer) for words in _drawn(articles, args.number)]
    table = Table("words", "articles", "plain count", "equal", "ms", title=f"{len(articles):,} articles")
    for one in counts:
        cells = (f"{one.articles:,}", f"{one.plain:,}", "yes" if one.is_equal else "NO", f"{one.milliseconds:.0f}")
        table.add_row(one.words, *cells)
    console = Console()
    console.print(table)
    median = statistics.median(one.milliseconds for one in counts)
    console.print(f"{sum(one.is_equal for one in counts)} of {len(counts)} equal, {median:.0f} ms in the median")
    console.print(describe_machine())
    return 0 if all(one.is_equal for one in counts) else 1


def _drawn(articles: Sequence[Article], number: int) -> list[str]:
    """Draws two names for each phrase, the same from the same articles."""
    dice = random.Random(14)
    drawn: dict[str, None] = {}
    for _ in range(100 * number):
        if len(drawn) == number:
            break
        found = (PHRASE if len(drawn) % 3 == 2 else NAME).findall(dice.choice(articles).text)
        drawn |= dict.fromkeys(dice.sample(found, min(1, len(found))))
    return list(drawn)


def _count(words: str, articles: Sequence[Article], answerer: Answerer) -> Counted:
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)".replace(r"\ ", r"\s+"), re.IGNORECASE)
    plain = {one.article_id: number for one in articles if (number := len(pattern.findall(one.text)))}
    started = time.perf_counter()
    answer = answerer.answer(Ask(f"How many articles mention “{words}”?"))
    took = 1000 * (time.perf_counter() - started)
    inquiry = answer.question.inquiry
    if inquiry is None:
        return Counted(words, 0, len(plain), is_equal=False, milliseconds=took)
    listing = answerer.listing(inquiry, page=Page(rows=None))
    held = {row.quote.citation.article_id for row in listing.rows if row.where is Where.TEXT}
    is_equal = held == plain.keys() and listing.counts.mentions == sum(plain.values())
    return Counted(words, listing.counts.articles, len(plain), is_equal, took)


if __name__ == "__main__":
    sys.exit(main())
