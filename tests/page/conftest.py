"""A running server of a newsroom without a model, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from starlette.applications import Starlette
from starlette.testclient import TestClient

from page.routes import routes
from page.session.session import Session
from qa.answerer import Answerer
from tests.conftest import ARTICLES
from tests.page.newsroom import PARAGRAPH, Newsroom, write_article

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def fill(folder: Path) -> Path:
    """Writes the three shared articles, and a long one whose passage stands far down.

    The encoder of the tests knows words only, not that whoever loses work loses a job.
    """
    for article in ARTICLES:
        text = article.text.replace("lose their work", "lose their jobs")
        fields = {"outlet": article.outlet, "title": article.title, "text": text, "url": article.url}
        dated = {"date": article.published.isoformat()} if article.published else {}
        write_article(folder, article.article_id, **fields, **dated, authors=article.authors)
    filler = "\n\n".join(f"Session {number} of Estermouth council began late and ended early." for number in range(40))
    text = f"{filler}\n\nThe lighthouse keeper retires in spring. His name is Brandt.\n\n{filler}"
    write_article(folder, "long-1", outlet="Estuary Review", title="A long report", text=text, date="2026-03-09")
    return folder


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A newsroom that has read its articles; nobody may change it."""
    room = Newsroom(fill(tmp_path_factory.mktemp("untouched")))
    room.refresh()
    return room


@pytest.fixture
def newsroom(untouched: Newsroom, tmp_path: Path) -> Newsroom:
    """A newsroom that has read its articles, in this process."""
    return untouched.copied(tmp_path)


@pytest.fixture
def answerer(newsroom: Newsroom) -> Answerer:
    return newsroom.answerer()


@dataclass(frozen=True)
class Served:
    """A server in a process of its own."""

    url: str
    folder: Path
    process: "subprocess.Popen[str]"

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
        """Returns status, headers and body of an answer, whatever it is."""
        return self.send("GET", path, None, **headers)

    def send(self, method: str, path: str, body: bytes | None, **headers: str) -> tuple[int, dict[str, str], str]:
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.url + path, body, names, method=method)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, dict(answer.headers), answer.read().decode()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, dict(answer.headers), answer.read().decode()

    def ready(self) -> None:
        """Waits until the articles are loaded."""
        deadline = time.monotonic() + 20
        while self.get("/readyz")[0] != 200:
            assert time.monotonic() < deadline, "the server does not get ready"
            time.sleep(0.05)


@contextmanager
def serving(folder: Path, token: str = "", port: int = 0, tokens: int = PARAGRAPH) -> Iterator[Served]:
    """Serves a folder until the block ends, in passages of so many tokens; on any free port if none is given."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = port or free.getsockname()[1]
    command = [sys.executable, "-m", "tests.page.newsroom", str(folder), str(port), token, str(tokens)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        announced = process.stdout.readline()
        assert announced.startswith(f"http://127.0.0.1:{port}/"), announced
        yield Served(f"http://127.0.0.1:{port}", folder, process)
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close() if process.stdout else None


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for every test that leaves the articles as they are."""
    with serving(fill(tmp_path_factory.mktemp("newsroom"))) as served:
        served.ready()
        yield served


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A real Chromium. Without one the test is skipped, but not where the project is checked for everybody."""
    if CHROMIUM is None:
        reason = "no Chromium found: install the package `chromium`"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=CHROMIUM,
            headless=True,
            args=SWITCHES,
            viewport={"width": 1280, "height": 800},
        )
        context.set_default_timeout(15_000)
        expect.set_options(timeout=15_000)
        yield context
        context.close()


@pytest.fixture
def tab(browser: BrowserContext) -> Iterator[Page]:
    """A tab that fails its test when a script fails or a request goes to any other machine."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"script error: {error}"))
    page.on("request", lambda request: wrong.append(request.url) if leaves(request.url) else None)
    yield page
    page.evaluate("location.protocol.startsWith('http') && localStorage.clear()")
    page.close()
    assert wrong == []


def leaves(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:"))


def visit(tab: Page, server: Served) -> Page:
    tab.goto(server.url)
    tab.wait_for_selector("#question textarea")
    tab.wait_for_function("document.querySelector('#status')?.textContent.includes('articles')")
    return tab


def ask(tab: Page, question: str) -> None:
    """Asks and waits for the answer to this question."""
    asked = tab.locator("#chat .asked").count()
    tab.fill("#question textarea", question)
    tab.keyboard.press("Enter")
    tab.wait_for_function(
        "asked => document.querySelectorAll('#chat .asked').length > asked && !document.querySelector('#chat .busy')",
        arg=asked,
    )


@pytest.fixture
def session(newsroom: Newsroom) -> Session:
    session = Session(newsroom.open, newsroom.refresh)
    session.loading.start()
    assert session.loading.wait(5)
    return session


@pytest.fixture
def client(session: Session, newsroom: Newsroom) -> Iterator[TestClient]:
    """What the server answers to the page's scripts, in this process."""
    with TestClient(Starlette(routes=routes(session, newsroom.library))) as client:
        yield client
