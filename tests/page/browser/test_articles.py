"""The table of articles, in a real Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.markup_cases import HOSTILE
from tests.page.browser.axe import findings
from tests.page.browser.test_accessibility import reach
from tests.page.conftest import Served, fill, serving, visit
from tests.page.newsroom import write_article, write_broken

pytestmark = pytest.mark.ui

ROWS = "#articles .all tbody tr"
LEAD = "#articles .lead"


def show(tab: Page, server: Served, query: str = "") -> None:
    tab.goto(f"{server.url}/?view=articles{query}")
    tab.wait_for_selector(f"{LEAD}, #articles .error")


def find(tab: Page, words: str) -> None:
    tab.fill("#articles input", words)
    tab.keyboard.press("Enter")


def test_articles_are_found_narrowed_taken_back_and_read(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.get_by_role("link", name="Articles").click()
    expect(tab.locator(LEAD)).to_have_text("4 articles")
    expect(tab.locator("#chat")).to_be_hidden()
    find(tab, "Lindqvist Lines")
    expect(tab.locator(LEAD)).to_have_text("2 articles hold “Lindqvist Lines”")
    expect(tab.locator("#said")).to_have_text("2 articles hold “Lindqvist Lines”")
    expect(tab.locator(f"{ROWS} mark")).to_have_text(["Lindqvist Lines", "Lindqvist Lines"])
    tab.locator("#articles .counts a").filter(has_text="Quay Courier").click()
    expect(tab.locator(ROWS)).to_have_count(1)
    expect(tab.locator(LEAD)).to_be_focused()
    assert tab.url.endswith("/?view=articles&words=Lindqvist+Lines&outlet=Quay+Courier")
    tab.locator(f"{ROWS} a.cite").click()
    expect(tab.locator("#reader #hit")).to_be_focused()
    expect(tab.locator("#reader .text")).to_contain_text("Lindqvist Lines")
    tab.keyboard.press("Escape")
    expect(tab.locator(f"{ROWS} a.cite")).to_be_focused()
    tab.locator("#articles .chips a").filter(has_text="Lindqvist").click()
    expect(tab.locator(LEAD)).to_have_text("1 article")
    expect(tab.locator("#articles input")).to_have_value("")


def test_back_goes_through_what_was_shown_and_an_address_shows_it_again(tab: Page, server: Served) -> None:
    show(tab, server, "&words=Lindqvist+Lines&order=oldest")
    expect(tab.locator("#articles input")).to_have_value("Lindqvist Lines")
    days = tab.locator(f"{ROWS} time").evaluate_all("times => times.map(time => time.dateTime)")
    assert days == sorted(days)
    find(tab, "no such words")
    expect(tab.locator(LEAD)).to_have_text("No article holds “no such words”")
    tab.go_back()
    expect(tab.locator(LEAD)).to_have_text("2 articles hold “Lindqvist Lines”")
    tab.get_by_role("link", name="Ask").click()
    expect(tab.locator("#articles-view")).to_be_hidden()
    tab.go_back()
    expect(tab.locator(LEAD)).to_have_text("2 articles hold “Lindqvist Lines”")


def test_a_column_is_sorted_with_the_keyboard_and_keeps_the_focus(tab: Page, server: Served) -> None:
    show(tab, server)
    for direction, arrow in (("ascending", "↑"), ("descending", "↓")):
        header = tab.get_by_role("columnheader", name="Headline")
        header.get_by_role("button").press("Enter")
        expect(header).to_have_attribute("aria-sort", direction)
        expect(header).to_contain_text(arrow)
        expect(header.get_by_role("button")).to_be_focused()
    assert tab.locator("#articles th[aria-sort]").count() == 1


def test_further_rows_come_when_asked_for_and_get_the_focus(tab: Page, tmp_path: Path) -> None:
    folder = fill(tmp_path)
    for number in range(80):
        write_article(folder, f"pier-{number}", outlet="Pier News", title=f"Pier {number}", text="The pier is long.")
    with serving(folder) as served:
        served.ready()
        show(tab, served)
        expect(tab.locator(ROWS)).to_have_count(50)
        expect(tab.locator("#articles .all")).to_have_attribute("aria-rowcount", "85")
        tab.get_by_role("button", name="Show 34 more articles").press("Enter")
        expect(tab.locator(ROWS)).to_have_count(84)
        expect(tab.locator(f"{ROWS} a.cite").nth(50)).to_be_focused()
        expect(tab.locator("#said")).to_have_text("All articles are shown.")
        headlines = tab.locator(f"{ROWS} .headline").all_inner_texts()
        assert len({*headlines}) == 84
        write_article(folder, "pier-new", outlet="Pier News", title="A new pier", text="It is short.")
        write_broken(folder, "<b>draft.zip")
        served.send("POST", "/refresh", b"{}", content_type="application/json")
        expect(tab.locator(LEAD)).to_have_text("85 articles")
        expect(tab.locator(ROWS)).to_have_count(84)
        tab.locator("#articles .unread summary").first.click()
        expect(tab.locator("#articles .unread")).to_contain_text("<b>draft.zip: <i>a.json: is not valid JSON")


def test_what_is_doubtful_stands_beside_its_cell_and_narrows(tab: Page, tmp_path: Path) -> None:
    write_article(tmp_path, "a", title="Ahead", outlet="Pier News", date="9000-01-01", text="The pier is long.")
    write_article(tmp_path, "b", title="", date="", text="Dated nowhere. <!-- -->")
    with serving(tmp_path) as served:
        served.ready()
        show(tab, served)
        ahead, undated = tab.locator(ROWS).nth(0), tab.locator(ROWS).nth(1)
        expect(ahead.locator(".day .doubts")).to_have_text("Dated in the future.")
        expect(undated.locator(".by .doubts")).to_have_text("No outlet is known.")
        expect(undated.locator(".day .doubts")).to_have_text("No day of publication is known.")
        expect(undated.locator(".headline")).to_have_text("No headline")
        expect(undated.locator(".article .doubts")).to_contain_text("perhaps not the whole article")
        tab.locator("#articles .counts a").filter(has_text="no headline").click()
        expect(tab.locator(ROWS)).to_have_count(1)
        tab.locator("#articles .chips a").click()
        expect(tab.locator(ROWS)).to_have_count(2)


def test_days_are_chosen_in_the_picture_and_taken_back(tab: Page, server: Served) -> None:
    show(tab, server)
    days = tab.locator(f"{ROWS} time").evaluate_all("times => times.map(time => time.dateTime)")
    tab.locator("#articles .picture summary").first.click()
    tab.locator("#articles .picture .plot").focus()
    tab.keyboard.press("Home")
    tab.keyboard.press("Enter")
    expect(tab.locator(ROWS)).to_have_count(days.count(min(days)))
    expect(tab.locator(f"{ROWS} time").first).to_have_attribute("datetime", min(days))
    tab.locator("#articles .chips a").click()
    expect(tab.locator(LEAD)).to_have_text("4 articles")


def test_the_table_is_used_with_the_keyboard_alone(tab: Page, server: Served) -> None:
    show(tab, server)
    tab.locator("#articles input").focus()
    for control in ("button:not([data-column])", ".counts summary", ".counts a", "th button", "a.cite", ".correct"):
        reach(tab, f"#articles {control}", key="Tab")


def test_an_error_is_said_in_its_place(tab: Page, server: Served) -> None:
    show(tab, server, "&outlet=Nowhere")
    expect(tab.locator("#articles .error")).to_contain_text("Nowhere")
    expect(tab.locator("#said")).to_contain_text("Nowhere")
    find(tab, "Lindqvist")
    expect(tab.locator("#articles .error")).to_contain_text("Nowhere")
    tab.get_by_role("link", name="Show all articles").click()
    expect(tab.locator(LEAD)).to_have_text("4 articles")


def test_hostile_articles_are_words_in_the_table(tab: Page, tmp_path: Path) -> None:
    for number, text in enumerate(HOSTILE):
        write_article(
            tmp_path, f"h{number}", outlet=f"O{number} {text}", title=text, authors=[text], text=f"zebra {text}"
        )
    write_broken(tmp_path, "<img src=x onerror=alert(1)>.zip")
    with serving(tmp_path) as served:
        served.ready()
        show(tab, served, "&words=zebra")
        expect(tab.locator(ROWS)).to_have_count(len(HOSTILE))
        for link in tab.locator(f"{ROWS} a.cite").all()[:5]:
            link.click()
            expect(tab.locator("#reader .text")).to_contain_text("zebra")
            tab.keyboard.press("Escape")
        fewest = tab.locator("#articles .counts ul[aria-label*=outlet] a:has(.outlet)").last
        tab.locator("#articles .counts details details summary").click()
        fewest.click()
        expect(tab.locator(ROWS)).to_have_count(1)
        tab.get_by_role("columnheader", name="Outlet").get_by_role("button").click()
        expect(tab.locator("#articles th[aria-sort=ascending]")).to_have_text("Outlet ↑")
        assert tab.evaluate("[window.__poc, window.__x_poc]") == [None, None]
        assert tab.locator(":is(#articles, #reader) :is(script, img, iframe)").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 800, 1280])
def test_axe_finds_nothing_serious_in_any_state(tab: Page, server: Served, scheme: str, width: int) -> None:
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.set_viewport_size({"width": width, "height": 844})
    show(tab, server)
    found = {"all": findings(tab)}
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    find(tab, "Lindqvist Lines")
    expect(tab.locator(f"{ROWS} mark")).to_have_count(2)
    found["found by words"] = findings(tab)
    tab.locator(f"{ROWS} a.cite").first.click()
    expect(tab.locator("#reader #hit")).to_be_focused()
    found["reader"] = findings(tab)
    tab.keyboard.press("Escape")
    find(tab, "Zanzibar")
    expect(tab.locator(LEAD)).to_contain_text("No article holds")
    found["nothing found"] = findings(tab)
    show(tab, server, "&since=someday")
    found["error"] = findings(tab)
    assert {state: serious for state, serious in found.items() if serious} == {}
    tab.set_viewport_size({"width": 1280, "height": 800})
