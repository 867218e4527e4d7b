"""An article corrected, taken out and put back by hand, beside the answer that quotes it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.browser.axe import findings
from tests.page.conftest import Served, ask, fill, serving, visit

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin?"
TOML = '# Mine.\n[[article]] # by hand\nfile = "post-1.json"\noutlet = "Harbour Post" # on the mast\n'
HOSTILE = '<img src=x onerror="document.title=1">"""\n[[article]]'


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Served]:
    """A server of its own, as articles are changed."""
    (fill(tmp_path) / "corpus.toml").write_text(TOML)
    with serving(tmp_path) as served:
        served.ready()
        yield served


def open_reader(tab: Page, server: Served) -> Locator:
    """Opens the article of the Quay Courier beside an answer."""
    visit(tab, server)
    ask(tab, JOBS)
    tab.locator("#chat a.cite[href*=courier-1]").first.click()
    expect(tab.locator("#reader .citation")).to_contain_text("Quay Courier")
    return tab.locator("#reader")


def test_an_article_is_corrected_and_shown_as_it_is_now(tab: Page, own: Served) -> None:
    reader = open_reader(tab, own)
    tab.evaluate("document.addEventListener('dateline:corrected', ({ detail }) => (window.told = detail.article))")
    reader.get_by_role("button", name="Correct …").click()
    dialog = tab.get_by_role("dialog", name="Correct this article")
    expect(dialog.get_by_label("Outlet")).to_be_focused()
    expect(dialog.get_by_label("Outlet")).to_have_value("Quay Courier")
    expect(dialog.get_by_label("Outlet")).to_have_accessible_description("As found: record: outlet.")
    expect(dialog.get_by_label("Authors")).to_have_value("Ines Rask, Tom Oduya")
    dialog.get_by_label("Outlet").fill("https://quay.example/")
    dialog.get_by_label("Day of publication").fill("03/04/2026")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_label("Outlet")).to_be_focused()
    expect(dialog.get_by_label("Outlet")).to_have_accessible_description(
        "As found: record: outlet. “https://quay.example/” is no name of an outlet."
    )
    expect(dialog.locator("#correct-date-error")).to_contain_text("“03/04/2026” can be read in two ways")
    assert findings(tab) == []
    assert (own.folder / "corpus.toml").read_text() == TOML
    dialog.get_by_label("Outlet").fill("Estermouth Echo")
    dialog.get_by_label("Day of publication").fill("5 March 2026")
    dialog.get_by_label("Headline").fill(HOSTILE)
    tab.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(tab.locator("#said")).to_have_text("Corrected.")
    expect(reader.locator(".citation")).to_contain_text("Estermouth Echo")
    expect(reader.locator(".citation")).to_contain_text("5 March 2026")
    expect(reader.locator("h1")).to_contain_text('"""')
    assert tab.evaluate("window.told") == "courier-1"
    assert tab.title() == "Dateline"
    assert (own.folder / "corpus.toml").read_text().startswith(TOML)
    expect(reader.get_by_role("button", name="Correct …")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(dialog.get_by_label("Outlet")).to_have_accessible_description(
        "Said in corpus.toml. Otherwise: Quay Courier (record: outlet)."
    )
    for label in ("Outlet", "Day of publication", "Headline"):
        dialog.get_by_label(label).fill("")
    dialog.get_by_role("button", name="Save").click()
    expect(reader.locator(".citation")).to_contain_text("Quay Courier")
    assert (own.folder / "corpus.toml").read_text() == TOML


def test_escape_leaves_the_dialog_and_the_reader_stays(tab: Page, own: Served) -> None:
    reader = open_reader(tab, own)
    for name in ("Correct …", "Take out …"):
        reader.get_by_role("button", name=name).click()
        expect(tab.get_by_role("dialog")).to_be_visible()
        tab.keyboard.press("Escape")
        expect(tab.get_by_role("dialog")).to_be_hidden()
        expect(reader.get_by_role("button", name=name)).to_be_focused()


def test_in_the_table_of_articles_the_focus_stays_at_what_was_corrected(tab: Page, own: Served) -> None:
    visit(tab, own)
    tab.goto(f"{own.url}/?view=articles")
    button = tab.get_by_role("button", name="Correct: Last crossing of the Marlin")
    button.click()
    dialog = tab.get_by_role("dialog")
    expect(dialog.get_by_label("Outlet")).to_be_focused()
    dialog.get_by_label("Authors").fill("Ana Ruiz")
    tab.keyboard.press("Enter")
    row = tab.locator("#articles tr", has=button)
    expect(row).to_contain_text("by Ana Ruiz")
    expect(button).to_be_focused()
    take_out = tab.get_by_role("button", name="Take out: Last crossing of the Marlin")
    take_out.click()
    dialog.get_by_role("button", name="Take out").click()
    expect(dialog).to_contain_text("It answers no more.")
    expect(take_out).to_have_count(0)
    dialog.get_by_role("button", name="Done").click()
    expect(tab.locator("#articles .lead")).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_an_article_is_taken_out_and_put_back(
    tab: Page, own: Served, width: int, scheme: Literal["light", "dark"]
) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 844})
    reader = open_reader(tab, own)
    reader.get_by_role("button", name="Take out …").click()
    dialog = tab.get_by_role("dialog")
    expect(dialog).to_contain_text("Its file, courier-1.json, is moved to the folder .taken-out among your articles.")
    expect(dialog.get_by_role("button", name="Leave it")).to_be_focused()
    assert findings(tab) == []
    dialog.get_by_role("button", name="Take out").click()
    expect(dialog).to_contain_text("courier-1.json lies in .taken-out/")
    expect(dialog).to_contain_text("It answers no more.")
    assert not (own.folder / "courier-1.json").exists()
    expect(reader).to_contain_text("The index has no such article.")
    dialog.get_by_role("button", name="Put back").click()
    expect(dialog).to_contain_text("It answers again.")
    assert findings(tab) == []
    assert (own.folder / "courier-1.json").exists()
    expect(reader.locator(".citation")).to_contain_text("Quay Courier")
    dialog.get_by_role("button", name="Done").click()
    expect(dialog).to_be_hidden()
    expect(reader.get_by_role("button", name="Take out …")).to_be_focused()
    reader.get_by_role("button", name="Correct …").click()
    expect(tab.get_by_role("dialog").get_by_label("Outlet")).to_be_focused()
    assert findings(tab) == []
    inside = "dialog => dialog.scrollWidth <= dialog.clientWidth && dialog.getBoundingClientRect().right <= innerWidth"
    assert tab.locator("#correct").evaluate(inside)
