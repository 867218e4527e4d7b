"""Many open pages at once, and what they ask of the server while nobody does anything."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.page.conftest import Served, ask, visit
from tests.page.newsroom import write_article

pytestmark = pytest.mark.ui

TABS = 8  # a browser opens six connections to a server
JOBS = "How many jobs go with the Marlin?"
HIDE = """hidden => {
    Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def tabs(browser: BrowserContext) -> Iterator[list[Page]]:
    pages = [browser.new_page() for _ in range(TABS)]
    yield pages
    for page in pages:
        page.close()


def test_any_number_of_pages_is_drawn_and_answers(tabs: list[Page], server: Served) -> None:
    for page in tabs:
        ask(visit(page, server), JOBS)
        expect(page.locator("#chat .psg").first).to_be_visible()
    ask(tabs[0], "What would the bridge cost?")
    expect(tabs[0].locator("#chat .answer")).to_have_count(2)


def test_a_page_asks_seldom_while_nothing_happens_and_not_at_all_while_hidden(tab: Page, server: Served) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    tab.clock.install()
    visit(tab, server)
    tab.clock.run_for(5_000)
    tab.on("request", note)
    for _ in range(60):
        tab.clock.run_for(1_000)
        tab.wait_for_timeout(20)  # for the server to answer, which takes no time of the page's clock
    assert 4 <= len(asked) <= 6
    assert set(asked) == {f"{server.url}/status"}
    tab.evaluate(HIDE, True)
    asked.clear()
    tab.clock.run_for(600_000)
    tab.wait_for_timeout(100)
    assert asked == []
    tab.evaluate(HIDE, False)
    tab.wait_for_timeout(200)
    assert sorted(asked) == [f"{server.url}/sheet", f"{server.url}/status"]  # what others did meanwhile


def test_what_one_tab_learns_the_others_show_without_asking(tab: Page, browser: BrowserContext, server: Served) -> None:
    other = browser.new_page()
    visit(other, server)
    visit(tab, server)
    other.evaluate(HIDE, True)
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    article = server.folder / "tabs-1.json"
    write_article(server.folder, "tabs-1", outlet="Night Bell", title="Lynx", text="The lynx left Zoo Norr.")
    try:
        tab.click(".toggle-button")
        tab.click("#refresh")
        expect(other.locator("#status")).to_contain_text("5 articles · 5 outlets")
        assert asked == []
    finally:
        article.unlink()
        tab.click("#refresh")
        expect(other.locator("#status")).to_contain_text("4 articles · 4 outlets")
        other.close()


def test_a_server_that_has_gone_is_said_and_noticed_again(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.route("**/status", lambda route: route.abort())
    tab.evaluate(HIDE, False)
    expect(tab.locator("#status")).to_contain_text("Dateline does not answer.")
    tab.unroute("**/status")
    expect(tab.locator("#status")).to_contain_text("4 articles")
