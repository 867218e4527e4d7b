"""The page in a real browser, for pictures and for times."""

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


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
