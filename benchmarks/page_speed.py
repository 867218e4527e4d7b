"""The page in a real browser: from Enter to the passages, from a click to the source, and from a start to an answer."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser
from rich.console import Console

from benchmarks.browser import Row, ask, chromium, new_page, post, started, table_of, timed, wait_until
from benchmarks.machine import describe_machine
from benchmarks.options import SAMPLE_QUESTIONS, add_index_option, benchmark_parser
from qa.evaluate import read_questions

TURNS, DIFFERENT = 50, 5  # of one conversation; the same few questions in turn, so that its ends can be compared
PEOPLE = 8

_PAINTED = """new Promise((done) => new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length) done();
}).observe({ type: "paint", buffered: true }))"""
# What moves within half a second of a click or a key is what was asked for.
_SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints the table."""
    parser = benchmark_parser(__doc__ or "")
    add_index_option(parser)
    parser.add_argument("--questions", type=Path, default=SAMPLE_QUESTIONS, metavar="FILE.jsonl", help="what to ask")
    parser.add_argument("--limit", type=int, default=100, help="questions asked one after the other (default: 100)")
    parser.add_argument("--starts", type=int, default=3, help="fresh starts (default: 3)")
    parser.add_argument("--seconds", type=float, default=60, help="how long all ask at the same time (default: 60)")
    args = parser.parse_args(arguments)
    questions = [filed.question for filed in read_questions(args.questions) if not filed.turns][: args.limit]
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        options = ("--articles", args.articles, "--index", args.index or Path(temporary) / "index")
        with started(*options) as url:
            wait_until(url, "/readyz")  # makes the index where there is none
        rows = [*_starts(browser, options, questions[0], args.starts)]
        with started(*options) as url:
            wait_until(url, "/readyz")
            rows += [
                *_answers(browser, url, questions),
                _conversation(browser, url, questions[:DIFFERENT]),
                _people(url, questions, args.seconds),
            ]
    table = table_of("page", rows)
    console = Console(width=120)
    console.print(table)
    console.print(describe_machine())
    return 0


def _starts(browser: Browser, options: Sequence[str | Path], question: str, runs: int) -> tuple[Row, ...]:
    """Starts the server, looks at once, and asks as soon as the page can be written to; beside it, Gradio's import."""
    imports, paints, pages, answers = [], [], [], []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import gradio"], check=True)
        imports.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        with started(*options) as url:
            wait_until(url, "/healthz")
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(url)
            page.evaluate(_PAINTED)
            paints.append((time.perf_counter() - began) * 1000)
            page.wait_for_selector("#question textarea")
            pages.append((time.perf_counter() - began) * 1000)
            ask(page, question)
            answers.append((time.perf_counter() - began) * 1000)
            page.close()
    return (
        Row("import gradio, alone", imports),
        Row("from the start to the first paint", paints, "Dateline is starting"),
        Row("from the start to the page", pages),
        Row("from the start to the first answer", answers),
    )


def _answers(browser: Browser, url: str, questions: Sequence[str]) -> tuple[Row, Row]:
    """Asks each question in a chat of its own, and opens the first citation of its answer."""
    page = new_page(browser, url)
    page.evaluate(_SHIFTS)
    ask(page, questions[0])
    answered, opened = [], []
    for question in questions:
        page.evaluate("document.querySelector('#new-chat').click()")
        page.fill("#question textarea", question)
        answered.append(timed(page, "keydown", "#log .answer .psg", lambda: page.keyboard.press("Enter")))
        page.evaluate("document.querySelectorAll('#log details').forEach((fold) => (fold.open = true))")
        cite = page.locator("#log a.cite:visible").first
        opened.append(timed(page, "click", "#reader:not([hidden]) #hit", lambda: cite.click()))  # noqa: B023  # clicked at once
        page.keyboard.press("Escape")
    shifted = page.evaluate("window.shifted")
    page.close()
    return (
        Row("from Enter to the passages", answered, f"layout shifted by {shifted:.3f} in all"),
        Row("from a click on a citation to its passage", opened),
    )


def _conversation(browser: Browser, url: str, questions: Sequence[str]) -> Row:
    """Asks the same few questions in turn in one long conversation."""
    page = new_page(browser, url)
    times = []
    for turn, question in enumerate(islice(cycle(questions), TURNS), start=1):
        page.fill("#question textarea", question)
        outcome = f"#log .turn:nth-child({turn}) .answer"
        times.append(timed(page, "keydown", outcome, lambda: page.keyboard.press("Enter")))
    page.close()
    first, last = median(times[DIFFERENT : 2 * DIFFERENT]), median(times[-DIFFERENT:])  # the first few open the index
    return Row(f"{TURNS} turns of one conversation", times, f"the last {last / first:.2f} times as long as the first")


def _people(url: str, questions: Sequence[str], seconds: float) -> Row:
    """Has many people ask at the same time, each the next question with the answer; their browsers are elsewhere."""
    until = time.monotonic() + seconds

    def person(number: int) -> list[float]:
        own = cycle([*questions[number:], *questions[:number]])
        times = []
        while time.monotonic() < until:
            began = time.perf_counter()
            post(url, "/ask", {"place": 0, "asked": next(own)})
            times.append((time.perf_counter() - began) * 1000)
        return times

    with ThreadPoolExecutor(PEOPLE) as people:
        times = [taken for one in people.map(person, range(PEOPLE)) for taken in one]
    return Row(f"{PEOPLE} people for {seconds:.0f} s", times, "no error")


if __name__ == "__main__":
    sys.exit(main())
