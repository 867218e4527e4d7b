"""The fact sheet, in a real Chromium: pinned, ordered, noted, handed on, the same in every tab."""

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.markup_cases import HOSTILE
from tests.page.browser.axe import findings
from tests.page.conftest import Served, ask, fill, leaves, serving, visit
from tests.page.newsroom import write_article

pytestmark = pytest.mark.ui

JOBS = "The operator, Lindqvist Lines, said that 14 jobs would go."
REPAIRS = "Repairs would have cost two million euros."
FIRST = "The Marlin ferry made its last crossing on Monday night. It had carried passengers for 61 years."
KEEPER = "The lighthouse keeper retires in spring."
FIVE = (
    "How many jobs go with the Marlin?",
    "Who is the lighthouse keeper?",
    "What would the bridge cost?",
    "When did the Marlin make its last crossing?",
    "What replaces the ferry?",
)
FORMS = {
    "Markdown": ("md", "Rask, I., \\& Oduya, T. (2026, March 3)."),
    "HTML": ("html", f"<blockquote><p>{JOBS}<sup>"),
    "CSV": ("csv", f'1,"{JOBS}",Note'),
    "CSL-JSON": ("json", '"family": "Rask"'),
    "BibTeX": ("bib", "author = {Rask, Ines and Oduya, Tom}"),
    "RIS": ("ris", "AU  - Rask, Ines"),
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(fill(tmp_path_factory.mktemp("sheet"))) as served:
        served.ready()
        yield served


@pytest.fixture
def own(served: Served) -> Served:
    """A server whose fact sheet is empty."""
    (served.folder / "index" / "workspace" / "fact_sheet.json").unlink(missing_ok=True)
    return served


def pin(tab: Page, question: str) -> Locator:
    """Asks, and pins what the first passage brings out."""
    ask(tab, question)
    button = tab.locator(".turn").last.locator(".psg .pin").first
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    return button


def open_sheet(tab: Page) -> Locator:
    tab.get_by_role("link", name="Fact sheet").click()
    facts = tab.locator("#sheet [data-pin]")
    expect(tab.locator("#sheet")).to_be_visible()
    return facts


def quotes(tab: Page) -> Locator:
    return tab.locator("#sheet blockquote")


def test_sentences_are_pinned_ordered_noted_and_there_again_in_another_tab(tab: Page, own: Served) -> None:
    visit(tab, own)
    pin(tab, FIVE[0])
    expect(tab.get_by_role("link", name="Fact sheet (1)")).to_be_visible()
    pin(tab, FIVE[1])
    facts = open_sheet(tab)
    expect(quotes(tab)).to_have_text([JOBS, KEEPER])
    facts.nth(1).get_by_role("button", name="Up").click()
    expect(quotes(tab)).to_have_text([KEEPER, JOBS])
    facts.nth(0).get_by_label("Note").fill("Ask him.")
    tab.get_by_label("Title of the fact sheet").fill("The quay")
    tab.get_by_label("Title of the fact sheet").blur()
    other = tab.context.new_page()
    outside: list[str] = []
    other.on("request", lambda request: outside.append(request.url) if leaves(request.url) else None)
    other.goto(f"{own.url}/?view=sheet")
    expect(other.locator("#sheet blockquote")).to_have_text([KEEPER, JOBS])
    expect(other.get_by_label("Note").first).to_have_value("Ask him.")
    expect(other.get_by_label("Title of the fact sheet")).to_have_value("The quay")
    other.locator("#sheet [data-pin]").nth(1).get_by_role("button", name="Remove").click()
    expect(quotes(tab)).to_have_text([KEEPER])  # what one tab does the others show
    expect(tab.get_by_role("link", name="Fact sheet (1)")).to_be_visible()
    other.close()
    assert outside == []
    tab.get_by_role("link", name="Ask").click()
    expect(tab.locator(".psg .pin[aria-pressed=true]")).to_have_text(["Pinned"])


def test_a_pin_is_taken_back_and_a_note_is_not_lost_by_one_click(tab: Page, own: Served) -> None:
    visit(tab, own)
    button = pin(tab, FIVE[0])
    expect(button).to_have_text("Pinned")
    button.click()
    expect(button).to_have_text("Pin")
    expect(tab.get_by_role("link", name="Fact sheet", exact=True)).to_be_visible()
    button.click()
    facts = open_sheet(tab)
    facts.get_by_label("Note").fill("Mine.")
    facts.get_by_role("button", name="Remove").click()
    expect(facts.get_by_role("button", name="Remove it and its note?")).to_be_focused()
    expect(facts).to_have_count(1)
    facts.get_by_role("button", name="Remove it and its note?").click()
    expect(tab.locator("#sheet")).to_contain_text("Nothing is pinned yet.")
    expect(tab.get_by_role("group", name="Hand on the fact sheet")).to_be_hidden()


def test_any_sentence_is_pinned_by_the_keyboard_alone(tab: Page, own: Served) -> None:
    visit(tab, own)
    ask(tab, FIVE[0])
    card = tab.locator(".psg").first
    card.get_by_role("button", name="Pin another sentence").focus()
    tab.keyboard.press("Enter")
    expect(card.locator(".pin-one").first).to_be_focused()
    expect(card.locator(".pin-one")).to_have_text([JOBS, REPAIRS])
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(card.locator(".pin-one").nth(1)).to_have_attribute("aria-pressed", "true")
    expect(card.locator(".pin-one").nth(1)).to_be_focused()
    expect(tab.locator("#said")).to_have_text("Pinned to the fact sheet.")
    open_sheet(tab)
    expect(quotes(tab)).to_have_text([REPAIRS])


def test_what_is_selected_in_the_reader_is_pinned(tab: Page, own: Served) -> None:
    visit(tab, own)
    ask(tab, FIVE[0])
    tab.locator(".psg a.cite").first.click()
    expect(tab.locator("#hit")).to_be_focused()
    tab.evaluate("""() => {
      getSelection().selectAllChildren(document.querySelector("#reader .text p"));
    }""")
    tab.locator("#reader .pin").click()
    expect(tab.locator("#reader .pin")).to_have_text("Pinned")
    tab.evaluate("getSelection().removeAllRanges()")
    expect(tab.locator("#reader .pin")).to_have_text("Pin")
    tab.locator("#reader .pin").click()
    expect(tab.get_by_role("link", name="Fact sheet (2)")).to_be_visible()
    tab.keyboard.press("Escape")
    open_sheet(tab)
    expect(quotes(tab)).to_have_text([FIRST, JOBS])


def test_what_an_outlet_says_is_pinned(tab: Page, own: Served) -> None:
    visit(tab, own)
    ask(tab, FIVE[0])
    tab.get_by_role("button", name="Outlets", exact=True).click()
    tab.locator(".outlets .row .pin").last.click()
    expect(tab.locator(".outlets .row .pin").last).to_have_text("Pinned")
    expect(tab.get_by_role("link", name="Fact sheet (1)")).to_be_visible()


def test_five_facts_are_handed_on_in_ten_clicks(tab: Page, own: Served) -> None:
    visit(tab, own)
    tab.evaluate("window.clicks = 0; addEventListener('click', () => (window.clicks += 1), true)")
    for question in FIVE:
        pin(tab, question)
    open_sheet(tab)
    expect(quotes(tab)).to_have_count(5)
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Word").click()
    paragraphs = docx.Document(BytesIO(download.value.path().read_bytes())).paragraphs
    assert [one.text for one in paragraphs if one.style and one.style.name == "Quote"] == quotes(tab).all_inner_texts()
    assert tab.evaluate("window.clicks") <= 10


def test_each_form_is_saved_with_what_was_just_written(tab: Page, own: Served) -> None:
    visit(tab, own)
    pin(tab, FIVE[0])
    facts = open_sheet(tab)
    tab.get_by_label("Title of the fact sheet").fill("The last ferry")
    tab.get_by_label("Sources as").select_option("apa")
    for number, (name, (ending, words)) in enumerate(FORMS.items()):
        facts.get_by_label("Note").fill(f"Note {number}.")
        with tab.expect_download() as download:
            tab.get_by_role("region", name="Fact sheet").get_by_role("button", name=name, exact=True).click()
        assert download.value.suggested_filename == f"the-last-ferry.{ending}"
        text = download.value.path().read_text("utf-8-sig")
        assert words in text
        assert f"Note {number}." in text


def test_the_sheet_is_copied_as_rich_text_and_as_markdown(tab: Page, own: Served) -> None:
    visit(tab, own)
    pin(tab, FIVE[0])
    open_sheet(tab)
    watch_clipboard(tab)
    tab.get_by_role("button", name="the sheet").click()
    tab.wait_for_function("window.copied")
    copied = tab.evaluate("window.copied")
    assert f"> {JOBS}[^1]" in copied["text/plain"]
    assert f"<blockquote><p>{JOBS}<sup>1</sup></p></blockquote>" in copied["text/html"]


def watch_clipboard(tab: Page) -> None:
    """A browser without a screen has no clipboard to read back."""
    tab.evaluate("""() => {
      navigator.clipboard.write = async ([item]) => {
        const read = async (type) => [type, await (await item.getType(type)).text()];
        window.copied = Object.fromEntries(await Promise.all(item.types.map(read)));
      };
    }""")


def test_a_sheet_that_cannot_be_read_is_said_and_left_alone(tab: Page, own: Served) -> None:
    kept = own.folder / "index" / "workspace" / "fact_sheet.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("{")
    tab.goto(f"{own.url}/?view=sheet")
    expect(tab.locator("#sheet .state")).to_contain_text("workspace/fact_sheet.json")
    assert kept.read_text() == "{"


def test_axe_finds_nothing_serious_and_nothing_hangs_over(tab: Page, tmp_path: Path) -> None:
    with serving(fill(tmp_path)) as own:
        own.ready()
        looked_at(tab, own)


def looked_at(tab: Page, own: Served) -> None:
    visit(tab, own)
    pin(tab, FIVE[0])
    pin(tab, FIVE[1])
    write_article(own.folder, "courier-1", outlet="Quay Courier", title="Other", text="All is new.")
    assert own.send("POST", "/refresh", b"{}", content_type="application/json")[0] == 202
    while "All is new." not in own.get("/article/courier-1")[2]:
        time.sleep(0.05)
    for theme in ("light", "dark"):
        for width in (390, 1280):
            tab.set_viewport_size({"width": width, "height": 844})
            tab.goto(f"{own.url}/?view=sheet&__theme={theme}")
            expect(tab.locator("#sheet [data-pin]")).to_have_count(2)
            expect(tab.locator("#sheet .lost")).to_have_count(1)
            assert findings(tab) == []
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
        tab.goto(f"{own.url}/?__theme={theme}")
        expect(tab.locator(".psg .pin[aria-pressed=true]")).to_have_count(1)
        tab.locator(".psg .pin-other").first.click()
        expect(tab.locator(".pin-one").first).to_be_visible()
        assert findings(tab) == []


def test_hostile_texts_are_pinned_word_for_word_and_do_nothing(tab: Page, tmp_path: Path) -> None:
    some = HOSTILE[::4]
    for number, text in enumerate(some):
        (tmp_path / f"{number}.txt").write_text(f"zebra{number} quagga{number} {text}.", encoding="utf-8")
    with serving(tmp_path, tokens=200) as served:
        served.ready()
        visit(tab, served)
        for number, text in enumerate(some):
            ask(tab, f"zebra{number} quagga{number} {text}"[:500])
            tab.locator(".turn").last.locator(".pin-other").first.click()
            tab.locator(".turn").last.locator(".pin-one").first.click()
            expect(tab.locator(".turn").last.locator(".pin-one[aria-pressed=true]")).to_have_count(1)
        facts = open_sheet(tab)
        expect(facts).to_have_count(len(some))
        facts.first.get_by_label("Note").fill(HOSTILE[0])
        facts.last.get_by_role("button", name="Up").click()
        expect(facts.first.get_by_label("Note")).to_have_value(HOSTILE[0])
        assert tab.evaluate("[window.__poc, window.__x_poc]") == [None, None]
        assert tab.locator("#sheet .list :is(script, img, form, iframe)").count() == 0
