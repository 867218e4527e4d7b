"""What the page is on paper, and enlarged fourfold, in a real Chromium."""

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from tests.page.conftest import Served, ask, visit

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin?"
BRIDGE = "What would the bridge cost?"
CHROME = ("Edit question", "Undo", "Copy", "Does it answer?", "Filter", "New chat", "Close", "×", "Ask your articles")
WIDE = """() => [...document.querySelectorAll("body *")].filter((element) => {
    const { right, width } = element.getBoundingClientRect();
    return width && right > innerWidth + 1 && element.checkVisibility() && !element.closest(".sidebar, #said");
}).map((element) => element.outerHTML.slice(0, 80))"""


def printed(tab: Page) -> str:
    """What stands on the pages, without its spaces and line breaks."""
    pages = PdfDocument(tab.pdf(format="A4"))
    text = "\n".join(pages[number].get_textpage().get_text_range() for number in range(len(pages)))
    return "".join(text.replace("\ufffe", "-").split())


def test_the_whole_conversation_is_printed_with_its_sources(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.fill("#since textarea", "2026-03-09")
    ask(tab, BRIDGE)
    nearest = tab.locator("#log details.nearest").last
    expect(nearest).not_to_have_attribute("open", "")
    quotes = tab.locator("#log blockquote").all_text_contents()
    tab.locator("#chat a.cite").first.click()
    expect(tab.locator("#reader")).to_be_visible()
    text = printed(tab)
    for words in (JOBS, BRIDGE, "Quay Courier", "Marlin ferry stops for good", "https://courier.example/marlin"):
        assert "".join(words.split()) in text
    for quote in quotes:
        assert "".join(quote.split()) in text
    assert [words for words in CHROME if "".join(words.split()) in text] == []
    assert "#:~:text" not in text
    expect(nearest).not_to_have_attribute("open", "")  # what was printed waits again to be asked for


@pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 640)])
def test_enlarged_fourfold_nothing_is_cut_off_or_out_of_reach(
    tab: Page, server: Served, width: int, height: int
) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    visit(tab, server)
    expect(tab.locator("#welcome .promise")).to_be_visible()
    assert tab.evaluate(WIDE) == []
    ask(tab, JOBS)
    assert tab.evaluate(WIDE) == []
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    expect(tab.locator("#question textarea")).to_be_in_viewport()
    for place in ("#views a[data-view=sheet]", "#chat .psg .tools .copy", "#filters-toggle", ".toggle-button"):
        tab.locator(place).first.scroll_into_view_if_needed()
        expect(tab.locator(place).first).to_be_in_viewport()
        tab.locator(place).first.click(trial=True)
    tab.locator("#filters-toggle").click()
    tab.locator("#until textarea").click(trial=True)
    assert tab.evaluate(WIDE) == []
    tab.locator("#chat a.cite").first.click()
    expect(tab.locator("#reader")).to_be_visible()
    expect(tab.locator("#reader .close")).to_be_in_viewport()
    assert tab.evaluate(WIDE) == []
