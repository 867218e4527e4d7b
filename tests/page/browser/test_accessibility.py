"""The page for everybody: by keyboard alone, for screen readers, on a phone, in the dark."""

import pytest
from playwright.sync_api import Page, expect

from tests.page.browser.axe import findings
from tests.page.conftest import Served, ask, visit

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin?"


def test_everything_is_done_with_the_keyboard_alone(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.evaluate("document.activeElement.blur()")
    tab.keyboard.press("/")
    tab.keyboard.type(JOBS)
    tab.keyboard.press("Enter")
    expect(tab.locator("#chat .psg")).to_have_count(5)
    reach(tab, "#chat a.cite")
    tab.keyboard.press("Enter")
    expect(tab.locator("#hit")).to_be_focused()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Escape")
    expect(tab.locator("#chat .answer > .psg a.cite").last).to_be_focused()
    for control in (
        ".rate button",
        ".tools .address",
        ".tools .copy",
        ".tools .more",
        ".shares button",
        ".undo",
        ".edit",
    ):
        reach(tab, f"#chat {control}")
    tab.keyboard.press("Enter")
    expect(tab.locator("#question textarea")).to_be_focused()
    expect(tab.locator("#question textarea")).to_have_value(JOBS)
    tab.keyboard.press("Escape")
    reach(tab, ".toggle-button")
    tab.keyboard.press("Enter")
    reach(tab, "#new-chat", key="Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator(".welcome")).to_be_visible()


def reach(tab: Page, selector: str, key: str = "Shift+Tab") -> None:
    """Moves the focus to the next element of a kind, as a hand on the keyboard does."""
    for _ in range(120):
        tab.keyboard.press(key)
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with {key}")


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_hangs_over_the_side(tab: Page, server: Served, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 844})
    visit(tab, server)
    ask(tab, JOBS)
    overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert tab.evaluate(overhang) == 0
    tab.locator("#chat a.cite").first.click()
    expect(tab.locator("#reader #hit")).to_be_in_viewport()
    assert tab.evaluate(overhang) == 0
    box = tab.locator("#reader").bounding_box()
    assert box is not None
    assert (box["width"] == width) == (width == 390)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_state(tab: Page, server: Served, scheme: str, width: int) -> None:
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.set_viewport_size({"width": width, "height": 844})
    visit(tab, server)
    found = {"empty": findings(tab)}
    ask(tab, JOBS)
    found["answer"] = findings(tab)
    ask(tab, "And the union?")
    tab.locator("#chat .answer > .psg").last.get_by_role("button", name="More context").click()
    tab.get_by_role("button", name="Edit question").last.click()
    found["follow-up, quotation grown, question being edited"] = findings(tab)
    tab.keyboard.press("Escape")
    ask(tab, 'Who won the "chess tournament" since:2026-03-09')
    found["no answer, wider searches"] = findings(tab)
    tab.locator("#chat .nearest summary").last.click()
    found["the nearest material unfolded"] = findings(tab)
    ask(tab, "?!")
    found["error"] = findings(tab)
    tab.locator("#chat a.cite").first.click()
    expect(tab.locator("#hit")).to_be_focused()
    found["reader"] = findings(tab)
    tab.keyboard.press("Escape")
    tab.click(".toggle-button")
    expect(tab.locator("#refresh")).to_be_in_viewport()
    found["drawer with conversations"] = findings(tab)
    files = tab.evaluate_handle(
        "() => { const d = new DataTransfer(); d.items.add(new File(['x'], 'x.exe')); return d }"
    )
    tab.dispatch_event("body", "dragover", {"dataTransfer": files})
    tab.dispatch_event("body", "drop", {"dataTransfer": files})
    expect(tab.locator("#added .error")).to_contain_text("x.exe was not added")
    found["a file refused"] = findings(tab)
    tab.goto(f"{server.url}/article/courier-1?at=0-20&also=30-50#hit")
    found["article"] = findings(tab)
    assert {state: serious for state, serious in found.items() if serious} == {}
