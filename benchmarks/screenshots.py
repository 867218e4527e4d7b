"""Takes the pictures of the page that the README shows: ``python -m benchmarks.screenshots``."""

import argparse
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

DOCS = Path(__file__).resolve().parents[1] / "docs"
QUESTION = "How long did the second day of the Geneva talks last?"
UNANSWERED = 'Who won the chess tournament in Reykjavik? outlet:"Quillport Ledger"'
WIDE, PHONE = (1200, 720), (390, 844)
LARGEST = 200_000  # bytes of a picture

Scheme = Literal["light", "dark"]


@contextmanager
def served() -> Iterator[str]:
    """Serves the sample articles; yields the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as index:
        command = [sys.executable, "app.py", "serve", "--no-watch", "--port", str(port), "--index", index]
        process = subprocess.Popen(command, cwd=DOCS.parent)
        try:
            wait_until_ready(url)
            yield url
        finally:
            process.terminate()
            process.wait(10)


def wait_until_ready(url: str, seconds: float = 120) -> None:
    """Waits until the articles can be asked."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=5):
                return
        except urllib.error.URLError:
            time.sleep(0.2)
    raise TimeoutError(f"{url} is not ready after {seconds:.0f} s.")


def ask(page: Page, question: str) -> None:
    """Asks and waits for the answer."""
    asked = page.locator("#log .turn").count()
    page.fill("#question textarea", question)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#log .turn:nth-child({asked + 1}) .answer")


def opened(browser: Browser, url: str, size: tuple[int, int], scheme: Scheme) -> Page:
    """Opens the page in a browser that has never seen it."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page.goto(url)
    page.wait_for_selector("#welcome .example")
    return page


def take(page: Page, name: str) -> None:
    """Takes a picture once nothing moves any more."""
    page.wait_for_timeout(600)
    path = DOCS / f"{name}.png"
    page.screenshot(path=path, animations="disabled", caret="hide")
    size = path.stat().st_size
    print(f"{path.relative_to(DOCS.parent)}  {size:,} bytes")
    if size > LARGEST:
        raise SystemExit(f"{path.name} has {size:,} bytes; a picture of the README may have {LARGEST:,}.")


def take_all(browser: Browser, url: str) -> None:
    """Takes the main states of the page: nothing asked yet, an answer, its article, no answer, a phone."""
    page = opened(browser, url, WIDE, "light")
    take(page, "first")
    ask(page, QUESTION)
    take(page, "answer")
    page.locator("#log a.cite").first.click()
    page.wait_for_selector("#hit")
    take(page, "reader")
    dark = opened(browser, url, WIDE, "dark")
    ask(dark, QUESTION)
    ask(dark, UNANSWERED)
    dark.click(".toggle-button")
    take(dark, "no-answer-dark")
    phone = opened(browser, url, PHONE, "light")
    ask(phone, QUESTION)
    take(phone, "phone")


def main() -> None:
    """Takes every picture anew."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    DOCS.mkdir(exist_ok=True)
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        raise SystemExit("No Chromium found: install the package `chromium`.")
    with served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        take_all(browser, url)
        browser.close()


if __name__ == "__main__":
    main()
