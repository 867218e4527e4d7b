"""A list of articles, in a real Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.page.browser.axe import findings
from tests.page.conftest import Served, ask, fill, serving, visit
from tests.page.newsroom import write_article

pytestmark = pytest.mark.ui

FERRY = "Which articles mention the Marlin ferry?"


def test_a_list_is_read_narrowed_and_taken_back(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, "How many articles mention Lindqvist Lines?")
    expect(tab.locator(".answer .lead")).to_have_text("2 articles hold “Lindqvist Lines”.")
    expect(tab.locator(".listed mark")).to_have_text(["Lindqvist Lines", "Lindqvist Lines"])
    tab.locator(".listed a.cite").first.click()
    expect(tab.locator("#hit")).to_contain_text("Lindqvist Lines")
    tab.keyboard.press("Escape")
    tab.locator(".listing .shares button").filter(has_text="Quay Courier").click()
    expect(tab.locator(".answer .lead")).to_have_text("1 article holds “Lindqvist Lines”.")
    tab.locator(".chips button").filter(has_text="counted").click()
    expect(tab.locator(".listing")).to_have_count(0)
    expect(tab.locator(".psg").first).to_be_visible()


def test_it_stands_there_again_after_a_reload(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, FERRY)
    rows = tab.locator(".listed").all_inner_texts()
    tab.reload()
    expect(tab.locator(".listed")).to_have_count(len(rows))
    assert tab.locator(".listed").all_inner_texts() == rows


def test_further_rows_are_had_by_the_keyboard_and_get_the_focus(tab: Page, tmp_path: Path) -> None:
    folder = fill(tmp_path)
    for number in range(130):
        write_article(folder, f"pier-{number}", outlet="Pier News", title=f"Pier {number}", text="The pier is long.")
    with serving(folder) as served:
        served.ready()
        visit(tab, served)
        ask(tab, "List all articles on the pier")
        expect(tab.locator(".listed")).to_have_count(20)
        tab.locator(".more-rows").focus()
        tab.keyboard.press("Enter")
        expect(tab.locator(".listed")).to_have_count(120)
        expect(tab.locator(".listed a.cite").nth(20)).to_be_focused()
        tab.get_by_role("button", name="Show 10 more articles").press("Enter")
        expect(tab.locator(".listed")).to_have_count(130)
        expect(tab.locator(".more-rows")).to_have_count(0)


def test_the_whole_list_is_saved(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, FERRY)
    with tab.expect_download() as saving:
        tab.locator(".listing .save button").filter(has_text="CSV").click()
    assert saving.value.suggested_filename == "dateline-which-articles-mention-the-marlin-ferry.csv"
    assert "courier-1" in Path(saving.value.path()).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_list_can_be_read_by_everybody(tab: Page, server: Served, scheme: str, width: int) -> None:
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.set_viewport_size({"width": width, "height": 800})
    visit(tab, server)
    ask(tab, "How many articles are there?")
    assert findings(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.set_viewport_size({"width": 1280, "height": 800})
