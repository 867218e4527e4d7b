"""Saved searches in a real browser: saved at an answer, told of after a refresh, opened, renamed, deleted."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.page.browser.axe import findings
from tests.page.conftest import ask, fill, serving, visit
from tests.page.newsroom import write_article

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin ferry?"
SAVED = "The Marlin ferry jobs are saved: 9 jobs go, not 14."


def test_what_is_new_to_a_saved_search_is_told_until_it_is_opened(
    tab: Page, browser: BrowserContext, tmp_path: Path
) -> None:
    with serving(fill(tmp_path)) as served:
        served.ready()
        visit(tab, served)
        ask(tab, JOBS)
        tab.get_by_role("button", name="Save this search").click()
        expect(tab.locator("#said")).to_have_text("Saved")
        other = browser.new_page()
        visit(other, served)
        for page in (tab, other):
            expect(page.locator("#searches .title")).to_have_text(JOBS)
        expect(tab.locator("#searches .new")).to_have_count(0)
        write_article(tmp_path, "new-1", outlet="Night Bell", title="Saved", text=SAVED, date="2026-04-02")
        tab.click(".toggle-button")
        tab.click("#refresh")
        for page in (tab, other):
            expect(page.locator("#searches .new")).to_have_text(re.compile("1 new since .* today"), timeout=30_000)
        expect(tab.locator("#status")).to_contain_text("news in 1 saved search")
        assert findings(tab) == []
        tab.click("#searches .open-search")
        opened = tab.locator("#log .turn").last
        expect(opened.locator(".part").first).to_have_text(re.compile("1 new since"))
        expect(opened.locator(".psg blockquote").first).to_have_text(SAVED)
        expect(opened.locator(".part").last).to_have_text("Known before")
        assert findings(tab) == []
        for page in (tab, other):
            expect(page.locator("#searches .new")).to_have_count(0, timeout=30_000)
        expect(tab.locator("#status")).not_to_contain_text("saved search")
        other.close()


def test_a_search_is_renamed_and_deleted_by_keyboard(tab: Page, tmp_path: Path) -> None:
    with serving(fill(tmp_path)) as served:
        served.ready()
        visit(tab, served)
        ask(tab, JOBS)
        tab.get_by_role("button", name="Save this search").click()
        expect(tab.locator("#searches .title")).to_have_text(JOBS)
        tab.click(".toggle-button")
        tab.get_by_role("button", name=f"Rename the saved search “{JOBS}”").focus()
        tab.keyboard.press("Enter")
        field = tab.get_by_role("textbox", name=f"New name of “{JOBS}”")
        expect(field).to_be_focused()
        assert findings(tab) == []
        tab.keyboard.type("given up")
        tab.keyboard.press("Escape")
        expect(tab.locator("#searches .title")).to_have_text(JOBS)
        tab.keyboard.press("Enter")
        tab.keyboard.type("<b>Jobs</b>")
        tab.keyboard.press("Enter")
        expect(tab.locator("#said")).to_have_text("Renamed to “<b>Jobs</b>”.")
        expect(tab.locator("#searches .title")).to_have_text("<b>Jobs</b>")
        remove = tab.get_by_role("button", name="Delete the saved search “<b>Jobs</b>”")
        remove.focus()
        tab.keyboard.press("Enter")
        expect(remove).to_have_text("Delete?")
        tab.keyboard.press("Enter")
        expect(tab.locator("#searches li")).to_have_count(0)
        expect(tab.locator("#said")).to_have_text("The saved search “<b>Jobs</b>” was deleted.")
        assert findings(tab) == []


def test_a_damaged_list_is_said_and_the_page_goes_on(tab: Page, tmp_path: Path) -> None:
    workspace = tmp_path / "index" / "workspace"
    with serving(fill(tmp_path)) as served:
        served.ready()
        workspace.mkdir(exist_ok=True)
        (workspace / "searches.json").write_text("<b>{", encoding="utf-8")
        visit(tab, served)
        expect(tab.locator("#searches .error")).to_contain_text(
            "workspace/searches.json, beside the index, cannot be read"
        )
        ask(tab, JOBS)
        expect(tab.locator("#chat .psg")).to_have_count(5)
        tab.get_by_role("button", name="Save this search").click()
        expect(tab.locator("#said")).to_contain_text("Not saved: workspace/searches.json")
