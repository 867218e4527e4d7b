"""The page in a real browser, for pictures and for times."""

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
from playwright.sync_api import Browser, Page, sync_playwright
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

# Each time is taken inside the page, from the event to the first frame that can show its outcome.
_TIME = """([event, outcome]) => {
    window.taken = new Promise((done) => {
        const end = (began) => () => done(performance.now() - began);
        const look = (began) => () =>
            requestAnimationFrame(document.querySelector(outcome) ? end(began) : look(began));
        addEventListener(event, () => look(performance.now())(), { capture: true, once: true });
    });
}"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, its times in milliseconds, and what else there is to say."""

    name: str
    times: Sequence[float]
    remark: str = ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Starts a Chromium without a window."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        raise SystemExit("No Chromium found: install the package `chromium`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield browser
        browser.close()


@contextmanager
def started(*options: str | Path) -> Iterator[str]:
    """Starts `dateline serve` on a free port and yields its address at once; ends it afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "app.py", "serve", "--no-watch", "--port", str(port), *map(str, options)]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def wait_until(url: str, path: str, seconds: float = 600) -> None:
    """Waits until the server answers: with ``/healthz`` at all, with ``/readyz`` once the articles can be asked."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url + path, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.02)
    raise TimeoutError(f"{url} does not answer after {seconds:.0f} s.")


def post(url: str, path: str, data: object) -> str:
    """Posts what a script of the page posts, and returns the answer.

    Raises:
        urllib.error.HTTPError: The server answers with an error.
    """
    headers = {"content-type": "application/json"}
    request = urllib.request.Request(url + path, json.dumps(data).encode(), headers)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return str(answer.read().decode())


def ask(page: Page, question: str) -> None:
    """Asks and waits for the answer."""
    asked = page.locator("#log .turn").count()
    page.fill("#question textarea", question)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#log .turn:nth-child({asked + 1}) .answer")


def new_page(browser: Browser, url: str) -> Page:
    """Opens the page in a browser that has never seen it."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(url)
    page.wait_for_selector("#question textarea")
    return page


def timed(page: Page, event: str, outcome: str, act: Callable[[], None]) -> float:
    """Does something, and returns the milliseconds from its event to the first frame that can show the outcome."""
    page.evaluate(_TIME, [event, outcome])
    act()
    taken: float = page.evaluate("window.taken")
    return taken


def table_of(title: str, rows: Sequence[Row]) -> Table:
    """Returns the table of what was measured."""
    table = Table(title, "fastest", "median", "p95", "slowest", "times", "", box=None, pad_edge=False)
    for row in rows:
        figures = (min(row.times), median(row.times), float(np.percentile(row.times, 95)), max(row.times))
        table.add_row(row.name, *(f"{figure:,.0f} ms" for figure in figures), f"{len(row.times):,}", row.remark)
    return table
