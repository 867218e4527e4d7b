"""How the page takes what people paste, type and forget."""

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Served, ask, visit

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin?"


def test_a_long_paste_is_kept_whole_and_said_to_be_too_long(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.fill("#question textarea", "ferry " * 300)
    expect(tab.locator("#too-long")).to_be_empty()
    tab.fill("#question textarea", "ferry " * 500)
    expect(tab.locator("#too-long")).to_have_text("This has 2,999 characters; a question may have 2,000. Shorten it.")
    tab.keyboard.press("Enter")
    assert len(tab.locator("#question textarea").input_value()) == 3000
    expect(tab.locator("#chat .turn")).to_have_count(0)
    ask(tab, JOBS)
    expect(tab.locator("#too-long")).to_be_empty()


def test_an_outlet_that_is_typed_and_not_picked_is_understood_or_refused(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.locator("#outlets input").press_sequentially("quay courier")
    ask(tab, JOBS)
    expect(tab.locator("#chat .turn").last.locator(".chips")).to_contain_text("Quay Courier")
    ask(tab, JOBS)
    expect(tab.locator("#chat .turn").last.locator(".chips")).to_have_count(0)
    tab.locator("#outlets input").press_sequentially("courrier")
    tab.fill("#question textarea", JOBS)
    tab.keyboard.press("Enter")
    expect(tab.locator("#chat .error")).to_contain_text("No outlet in the index is called 'courrier'")


def test_a_new_chat_begins_without_filters(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.locator("#outlets input").click()
    tab.get_by_role("option", name="Quay Courier").click()
    tab.fill("#since textarea", "16 Feb")
    tab.fill("#until textarea", "March 2026")
    ask(tab, JOBS)
    expect(tab.locator("#chat .turn .chips")).to_contain_text("16 February")
    tab.click(".toggle-button")
    tab.click("#new-chat")
    expect(tab.locator("#outlets .token")).to_have_count(0)
    expect(tab.locator("#since textarea")).to_have_value("")
    expect(tab.locator("#until textarea")).to_have_value("")
    ask(tab, JOBS)
    expect(tab.locator("#chat .turn .chips")).to_have_count(0)


def test_a_server_that_has_gone_is_said_with_the_next_action(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.clock.install()
    tab.route("**/*", lambda route: route.abort())
    tab.fill("#question textarea", JOBS)
    tab.keyboard.press("Enter")
    expect(tab.locator("#chat .error")).to_contain_text("Dateline does not answer.")
    expect(tab.locator("#status")).to_contain_text("Dateline does not answer.")
    tab.unroute("**/*")
    tab.clock.run_for(2_000)
    expect(tab.locator("#status")).to_contain_text("4 articles")


def test_the_description_of_the_endpoints_opens_from_the_drawer_and_fetches_nothing(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.click(".toggle-button")
    tab.get_by_role("button", name="Use via API").click()
    expect(tab.get_by_text("5 API endpoints").first).to_be_visible()
    expect(tab.get_by_text("/compare").first).to_be_visible()
