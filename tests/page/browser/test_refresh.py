"""The work behind the page, as its tabs see it: loading, refreshing, ending."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.page.browser.axe import findings
from tests.page.conftest import ask, fill, serving, visit
from tests.page.newsroom import Newsroom, write_article, write_broken

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin?"


def test_a_refresh_is_seen_by_every_tab_and_answers_without_a_restart(
    tab: Page, browser: BrowserContext, tmp_path: Path
) -> None:
    with serving(fill(tmp_path)) as served:
        served.ready()
        other = browser.new_page()
        visit(other, served)
        visit(tab, served)
        write_article(tmp_path, "new-1", outlet="Night Bell", title="New", text="The lynx escaped from Zoo Norr.")
        write_broken(tmp_path, "<b>draft.zip")
        (tmp_path / "hold-refresh").touch()
        tab.click(".toggle-button")
        tab.click("#refresh")
        for page in (tab, other):
            expect(page.locator("#status")).to_contain_text("Refreshing: Reading articles, 1 of 2")
        ask(other, JOBS)
        expect(other.locator("#chat .psg")).to_have_count(5)
        (tmp_path / "hold-refresh").unlink()
        for page in (tab, other):
            expect(page.locator("#status")).to_contain_text("5 articles · 5 outlets")
        expect(tab.locator("#index-card")).to_contain_text("1 added")
        expect(tab.locator("#index-card")).to_contain_text("<b>draft.zip: <i>a.json: is not valid JSON")
        ask(other, "Which lynx escaped from Zoo Norr?")
        expect(other.locator("#chat .answer").last).to_contain_text("The lynx escaped from Zoo Norr.")
        other.click("#outlets input")
        expect(other.get_by_role("option", name="Night Bell (1)")).to_be_visible()
        for path in tmp_path.glob("*.json"):
            path.unlink()
        tab.click("#refresh")
        expect(tab.locator("#index-card")).to_contain_text(
            f"5 of 5 articles are gone from {tmp_path}. Nothing was changed"
        )
        expect(tab.locator("#status")).to_contain_text("5 articles")
        expect(other.locator("#index-card")).to_contain_text("5 files changed since: 5 gone.", timeout=30_000)
        sure = tab.get_by_role("dialog")
        take_out = tab.get_by_role("button", name="Take them out of the index …")
        take_out.click()
        assert findings(tab) == []
        sure.get_by_role("button", name="Leave it as it is").click()
        expect(sure).to_be_hidden()
        expect(take_out).to_be_focused()
        take_out.click()
        sure.get_by_role("button", name="Take them out of the index").click()
        expect(sure).to_be_hidden()
        for page in (tab, other):
            expect(page.locator("#status")).to_contain_text("0 articles")
        Newsroom(tmp_path).damage()
        fill(tmp_path)
        tab.click("#refresh")
        tab.get_by_role("button", name="Rebuild the index …").click()
        sure.get_by_role("button", name="Rebuild the index").click()
        expect(tab.locator("#status")).to_contain_text("4 articles")
        other.close()


def test_questions_wait_while_the_model_loads_and_an_open_tab_does_not_keep_the_server(
    tab: Page, tmp_path: Path
) -> None:
    (fill(tmp_path) / "hold-loading").touch()
    with serving(tmp_path) as served:
        tab.goto(served.url)
        expect(tab.locator("#status")).to_contain_text("Getting ready: Loading the model")
        assert served.get("/readyz")[0] == 503
        assert served.get("/api/ask?question=Marlin")[0] == 503
        tab.fill("#question textarea", JOBS)
        tab.keyboard.press("Enter")
        expect(tab.locator("#chat .busy")).to_contain_text("Loading the model")
        expect(tab.locator("#question textarea")).to_have_value("")
        tab.fill("#question textarea", "What would the bridge cost?")
        tab.keyboard.press("Enter")
        (tmp_path / "hold-loading").unlink()
        expect(tab.locator("#chat .answer")).to_have_count(2)
        assert tab.locator("#chat .asked").all_text_contents() == [JOBS, "What would the bridge cost?"]
        began = time.monotonic()
        served.process.terminate()
        assert served.process.wait(10) == 0
        assert time.monotonic() - began < 5
