"""The table of articles in a real browser: opened, searched, narrowed and sorted in a collection of so many articles.

The collection is made of the given articles and of copies of them in other words (see `benchmarks.scale`).
"""

import random
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page
from rich.console import Console

from benchmarks.browser import Row, chromium, new_page, started, table_of, timed, wait_until
from benchmarks.machine import describe_machine
from benchmarks.options import benchmark_parser
from benchmarks.scale.made import make
from benchmarks.scale.renamed import WORD
from benchmarks.scale.size import Size
from corpus.terminal.progress_bar import progress_bar
from index.encode import load_encoder
from index.library import Library
from index.refresh import refresh_index
from index.settings import IndexSettings
from index.store import open_snapshot

_STORE = "faiss"
_COUNT = "#articles .counts a.go"
_TABLE = "#articles .found:not([data-old]) .all tbody tr"
_MARK_OLD = "document.querySelectorAll('#articles .found').forEach((one) => one.setAttribute('data-old', ''))"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints the table."""
    parser = benchmark_parser(__doc__ or "")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="keep the collection here")
    parser.add_argument("--count", type=int, default=28_000, help="about how many articles (default: 28,000)")
    parser.add_argument("--runs", type=int, default=10, help="times that the table is opened (default: 10)")
    parser.add_argument("--words", type=int, default=40, help="words to find (default: 40)")
    args = parser.parse_args(arguments)
    size = _made(args.articles, args.out, args.count)
    words = _drawn(size, args.words)
    options = ("--articles", size.articles, "--index", size.index(_STORE))
    with chromium() as browser, started(*options) as url:
        wait_until(url, "/readyz")
        rows = [_openings(browser, url, args.runs), *_uses(browser, url, words)]
    console = Console(width=120)
    console.print(table_of("articles", rows))
    console.print(describe_machine())
    return 0


def _made(articles: Path, out: Path, count: int) -> Size:
    """Makes the collection, where it is not there."""
    with progress_bar() as on_progress:
        base = out / "base"
        refresh_index(
            Library(articles, base), encoder=load_encoder(IndexSettings(), on_progress), on_progress=on_progress
        )
        manifest = open_snapshot(base).manifest
        size = Size(out, count * manifest.chunks // manifest.articles)
        make(articles, [size], [_STORE], on_progress)
    return size


def _drawn(size: Size, number: int) -> list[str]:
    """Draws words of headlines, by turns one and two that stand side by side."""
    dice = random.Random(7)
    snapshot = open_snapshot(size.index(_STORE))
    headlines = [one.title for one in snapshot.catalog.articles()]
    snapshot.close()
    return list(_words(dice.sample(headlines, number), dice))


def _words(headlines: Sequence[str], dice: random.Random) -> Iterator[str]:
    for number, headline in enumerate(headlines):
        words = WORD.findall(headline) or ["news"]
        start = dice.randrange(max(1, len(words) - number % 2))
        yield " ".join(words[start : start + 1 + number % 2])


def _openings(browser: Browser, url: str, runs: int) -> Row:
    """Opens the table in pages that have never shown it."""
    times, lead = [], ""
    for _ in range(runs):
        page = new_page(browser, url)
        page.wait_for_selector("body[data-view=ask]")
        times.append(_changed(page, "click", "#views a[data-view=articles]"))
        lead = page.inner_text("#articles .lead")
        page.close()
    return Row("opened", times, lead)


def _uses(browser: Browser, url: str, words: Sequence[str]) -> Iterator[Row]:
    """Finds words in one table, then narrows and sorts what is found, and shows more of all."""
    page = new_page(browser, url)
    found, narrowed, sorted_, grown = [], [], [], []
    for one in words:
        _start_over(page)
        grown.append(timed(page, "click", "#articles .all tbody tr:nth-child(101)", partial(page.click, ".more-rows")))
        page.fill("#articles input", one)
        found.append(_changed(page, "keydown", ""))
        if page.locator(_COUNT).count():
            narrowed.append(_changed(page, "click", _COUNT))
        sorted_.append(_changed(page, "click", "#articles .all th:nth-child(3) button"))
    page.close()
    yield Row("found by words", found)
    yield Row("narrowed by a count", narrowed)
    yield Row("sorted by headline", sorted_)
    yield Row("100 more rows", grown)


def _start_over(page: Page) -> None:
    page.evaluate(_MARK_OLD)
    page.evaluate("history.pushState(null, '', '/?view=articles'); dispatchEvent(new PopStateEvent('popstate'))")
    page.wait_for_selector(_TABLE)


def _changed(page: Page, event: str, place: str) -> float:
    """Clicks somewhere, or presses Enter, and returns how long it takes until another table is there."""
    page.evaluate(_MARK_OLD)
    act = partial(page.click, place) if place else partial(page.keyboard.press, "Enter")
    return timed(page, event, _TABLE, act)


if __name__ == "__main__":
    sys.exit(main())
