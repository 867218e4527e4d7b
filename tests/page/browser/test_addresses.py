"""The addresses of the page and the way back through them, in a real Chromium."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Served, ask, visit

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin?"
UNION = "And the union?"
BRIDGE = "What would the bridge cost?"
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('dateline:1:')).length"


@pytest.fixture
def phone(tab: Page) -> Page:
    tab.set_viewport_size({"width": 390, "height": 844})
    return tab


def said(tab: Page) -> list[tuple[str, str]]:
    """What the address says."""
    return parse_qsl(urlsplit(tab.url).query)


def asked(tab: Page) -> list[str]:
    return tab.locator("#chat .asked").all_text_contents()


def answered(tab: Page, number: int) -> None:
    """Waits until so many questions are answered."""
    expect(tab.locator("#log .turn[data-kept]")).to_have_count(number)


def quoted(tab: Page) -> list[str]:
    return tab.locator("#log blockquote").all_text_contents()


def copied(tab: Page) -> str:
    return str(tab.evaluate("window.copied"))


def watch_clipboard(tab: Page) -> None:
    """A browser without a screen has no clipboard to read back."""
    tab.evaluate("navigator.clipboard.writeText = async (text) => void (window.copied = text)")


def test_the_address_tells_what_was_asked_and_what_was_taken_back(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    assert said(tab) == [("q", JOBS)]
    ask(tab, UNION)
    assert said(tab) == [("q", JOBS), ("q", UNION)]
    tab.locator("#chat .turn").last.get_by_role("button", name="carried over: " + JOBS).click()
    expect(tab.locator("#chat .turn").last.locator(".chips")).to_have_count(0)
    assert said(tab) == [("q", JOBS), ("q", UNION), ("unread", JOBS)]
    first = tab.locator("#chat .turn").first
    first.locator(".shares button", has_text="Harbour Post").click()
    expect(first.locator(".chips button")).to_have_text("only Harbour Post×")
    assert said(tab)[:2] == [("q", JOBS), ("outlet", "Harbour Post")]


def test_an_address_gives_the_same_answers_and_a_reload_keeps_no_second_copy(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.locator("#chat .shares button", has_text="Harbour Post").click()
    expect(tab.locator("#chat .chips button")).to_have_text("only Harbour Post×")
    ask(tab, UNION)
    answers, address = quoted(tab), tab.url
    tab.evaluate("() => (localStorage.clear(), sessionStorage.clear())")
    tab.goto("about:blank")
    tab.goto(address)
    answered(tab, 2)
    assert (asked(tab), quoted(tab), tab.url) == ([JOBS, UNION], answers, address)
    assert tab.evaluate(KEPT) == 1
    tab.reload()
    answered(tab, 2)
    assert (asked(tab), quoted(tab), tab.url) == ([JOBS, UNION], answers, address)
    assert tab.evaluate(KEPT) == 1


def test_an_address_is_asked_in_a_conversation_of_its_own(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.goto(f"{server.url}/?since=2026-03-01&q=What+would+the+bridge+cost%3F&until=2026-03-09")
    answered(tab, 1)
    assert asked(tab) == [BRIDGE]
    assert tab.locator("#chat .chips button").all_text_contents() == ["from 1 March 2026×", "until 9 March 2026×"]
    assert tab.evaluate(KEPT) == 2


def test_what_cannot_be_asked_is_said_and_runs_nothing(tab: Page, server: Served) -> None:
    tab.goto(f"{server.url}/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&outlet=%3Cscript%3E&since=yesterday&unread=%00")
    expect(tab.locator("#log .error")).to_be_visible()
    assert asked(tab) == ["<img src=x onerror=alert(1)>"]
    assert tab.locator("#log img, #log script").count() == 0


def test_back_goes_from_answer_to_answer_and_loses_none(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    ask(tab, BRIDGE)
    expect(tab.locator(".turn").last.locator(".asked")).to_be_in_viewport()
    tab.go_back()
    expect(tab.locator(".turn").first.locator(".asked")).to_be_in_viewport()
    assert asked(tab) == [JOBS, BRIDGE]
    assert said(tab) == [("q", JOBS)]
    tab.go_back()
    expect(tab.locator("#welcome .promise")).to_be_visible()
    assert said(tab) == []
    assert tab.evaluate(KEPT) == 1
    tab.go_forward()
    answered(tab, 2)
    tab.go_forward()
    expect(tab.locator(".turn").last.locator(".asked")).to_be_in_viewport()
    assert said(tab) == [("q", JOBS), ("q", BRIDGE)]
    assert tab.evaluate(KEPT) == 1


def test_back_leads_to_the_conversation_before_a_new_one(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.click(".toggle-button")
    tab.click("#new-chat")
    ask(tab, BRIDGE)
    tab.go_back()
    expect(tab.locator("#welcome .promise")).to_be_visible()
    tab.go_back()
    answered(tab, 1)
    assert asked(tab) == [JOBS]


def test_back_from_another_view_leads_to_the_answer(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.click("#views a[data-view=articles]")
    tab.click("#views a[data-view=ask]")
    expect(tab.locator("#chat .psg").first).to_be_visible()
    assert said(tab) == [("q", JOBS)]
    tab.go_back()
    assert said(tab) == [("view", "articles")]
    tab.go_back()
    expect(tab.locator("#chat .psg").first).to_be_visible()
    assert asked(tab) == [JOBS]


@pytest.mark.parametrize("width", [390, 1280])
def test_back_closes_the_article(tab: Page, server: Served, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 844})
    visit(tab, server)
    ask(tab, JOBS)
    address = tab.url
    for leave in (tab.go_back, lambda: tab.keyboard.press("Escape"), lambda: tab.click("#reader .close")):
        tab.locator("#chat a.cite").first.click()
        expect(tab.locator("#reader")).to_be_visible()
        leave()
        expect(tab.locator("#reader")).to_be_hidden()
        assert (tab.url, asked(tab)) == (address, [JOBS])
    expect(tab.locator("#chat a.cite").first).to_be_focused()
    tab.go_back()  # as often as there are entries of what is open, and not once more
    expect(tab.locator("#welcome .promise")).to_be_visible()


def test_back_after_a_question_beside_an_open_article_closes_it(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.locator("#chat a.cite").first.click()
    expect(tab.locator("#reader")).to_be_visible()
    ask(tab, BRIDGE)
    expect(tab.locator("#reader")).to_be_visible()
    tab.go_back()
    expect(tab.locator("#reader")).to_be_hidden()
    assert (asked(tab), said(tab)) == ([JOBS, BRIDGE], [("q", JOBS)])


def test_back_closes_the_drawer_of_a_phone(phone: Page, server: Served) -> None:
    visit(phone, server)
    ask(phone, JOBS)
    address = phone.url
    phone.click(".toggle-button")
    expect(phone.locator("#new-chat")).to_be_in_viewport()
    phone.go_back()
    expect(phone.locator("#new-chat")).not_to_be_in_viewport()
    assert (phone.url, asked(phone)) == (address, [JOBS])


def test_keys_are_shown_and_back_closes_them(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.keyboard.type("?")
    expect(tab.locator("#keys")).to_be_hidden()  # it was written
    tab.fill("#question textarea", "")
    tab.locator("#question textarea").blur()
    tab.keyboard.press("?")
    expect(tab.locator("#keys")).to_be_visible()
    tab.go_back()
    expect(tab.locator("#keys")).to_be_hidden()
    assert asked(tab) == [JOBS]
    tab.keyboard.press("j")
    expect(tab.locator("#chat a.cite").first).to_be_focused()
    tab.keyboard.press("j")
    tab.keyboard.press("k")
    tab.keyboard.press("o")
    expect(tab.locator("#reader")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.locator("#reader")).to_be_hidden()
    tab.keyboard.press("/")
    expect(tab.locator("#question textarea")).to_be_focused()


def test_links_of_an_answer_and_of_the_conversation_are_copied(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, BRIDGE)
    ask(tab, JOBS)
    ask(tab, UNION)
    watch_clipboard(tab)
    tab.locator(".turn").nth(1).locator(".copy-address").click()
    expect(tab.locator(".turn").nth(1).locator(".copy-address")).to_have_text("Copied")
    assert parse_qsl(urlsplit(copied(tab)).query) == [("q", JOBS)]
    tab.locator(".turn").last.locator(".copy-address").click()
    expect(tab.locator(".turn").last.locator(".copy-address")).to_have_text("Copied")
    assert parse_qsl(urlsplit(copied(tab)).query) == [("q", BRIDGE), ("q", JOBS), ("q", UNION)]
    answer = tab.locator(".turn").last.locator("blockquote").all_text_contents()
    tab.click(".toggle-button")
    tab.click("#copy-conversation")
    expect(tab.locator("#copy-conversation")).to_have_text("Copied")
    tab.goto(copied(tab))
    answered(tab, 3)
    assert tab.locator(".turn").last.locator("blockquote").all_text_contents() == answer
