"""More passages of an answer, their order, and quoted words, in a real Chromium."""

import pytest
from playwright.sync_api import Page, expect

from tests.page.browser.axe import findings
from tests.page.conftest import Served, ask, visit

pytestmark = pytest.mark.ui

FERRY = "How many jobs go with the Marlin ferry?"


def test_more_passages_come_behind_the_others_and_the_first_new_one_gets_the_focus(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, FERRY)
    before = tab.locator(".psg a.cite").evaluate_all("links => links.map((link) => link.href)")
    matching = tab.locator(".answer > .psg").count()
    judged = tab.locator(".answer > .psg").first
    judged.get_by_role("button", name="Yes").click()
    expect(judged.locator('[data-verdict="answers"]')).to_have_attribute("aria-pressed", "true")
    tab.locator(".more-passages").press("Enter")
    expect(tab.locator(".psg")).to_have_count(len(before) + 15)
    after = tab.locator(".psg a.cite").evaluate_all("links => links.map((link) => link.href)")
    assert set(before) <= set(after)
    expect(judged.locator('[data-verdict="answers"]')).to_have_attribute("aria-pressed", "true")
    if tab.locator(".answer > .psg").count() > matching:
        expect(tab.locator(".answer > .psg").nth(matching).locator("a.cite")).to_be_focused()
    else:
        expect(tab.locator("#said")).to_contain_text("No further passage matches.")
    tab.reload()
    expect(tab.locator(".psg")).to_have_count(len(after))


def test_the_order_is_chosen_and_stays_after_a_reload(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, FERRY)
    tab.get_by_role("button", name="Oldest first").click()
    expect(tab.locator(".order [data-by=oldest]")).to_have_attribute("aria-pressed", "true")
    expect(tab.locator(".order [data-by=oldest]")).to_be_focused()
    tab.get_by_role("button", name="One per article").click()
    expect(tab.locator(".order .one")).to_have_attribute("aria-pressed", "true")
    expect(tab.locator(".order [data-by=oldest]")).to_have_attribute("aria-pressed", "true")
    days = [day.get_attribute("datetime") or "9" for day in tab.locator(".answer > .psg time").all()]
    assert days == sorted(days)
    tab.reload()
    expect(tab.locator(".order [data-by=oldest]")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_quoted_words_are_told_beside_the_nearest_wording(tab: Page, server: Served, scheme: str) -> None:
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit(tab, server)
    ask(tab, "Who said “Repairs would have cost three million euros”?")
    expect(tab.locator(".said .stands")).to_contain_text("These words stand in none of your")
    expect(tab.locator(".said ins")).to_have_text("two")
    expect(tab.locator(".said del")).to_have_text("three")
    assert findings(tab) == []
    tab.locator(".said a.cite").click()
    expect(tab.locator("#reader")).to_be_visible()
