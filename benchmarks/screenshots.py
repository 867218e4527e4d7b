"""Takes the pictures of the page that the README shows: ``python -m benchmarks.screenshots``."""

import argparse
import tempfile
from typing import Literal

from playwright.sync_api import Browser, Page

from benchmarks.browser import ROOT, ask, chromium, started, wait_until

DOCS = ROOT / "docs"
QUESTION = "How long did the second day of the Geneva talks last?"
UNANSWERED = 'Who won the chess tournament in Reykjavik? outlet:"Quillport Ledger"'
WIDE, PHONE = (1160, 700), (390, 844)
LARGEST = 200_000  # bytes of a picture

Scheme = Literal["light", "dark"]


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


def take_outlets(page: Page) -> None:
    """Takes what each outlet says to the question just asked."""
    page.locator("#log .view button").last.click()
    page.wait_for_selector("#log .outlets")
    take(page, "outlets")


def take_all(browser: Browser, url: str) -> None:
    """Takes the main states of the page: nothing asked yet, an answer, its outlets, its article, no answer, a phone."""
    page = opened(browser, url, WIDE, "light")
    take(page, "first")
    ask(page, QUESTION)
    take(page, "answer")
    take_outlets(page)
    page.locator("#log .view button").first.click()
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
    with tempfile.TemporaryDirectory() as index, started("--index", index) as url, chromium() as browser:
        wait_until(url, "/readyz")
        take_all(browser, url)


if __name__ == "__main__":
    main()
