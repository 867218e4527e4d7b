"""The view of the outlets, in a real Chromium."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.page.browser.axe import findings
from tests.page.conftest import Served, ask, fill, serving, visit

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin?"
AT_LINES = "How many jobs would go at Lindqvist Lines?"


@pytest.fixture
def counted(tmp_path: Path) -> Iterator[Served]:
    """The page over articles of which two count the same jobs."""
    for path in fill(tmp_path).iterdir():
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("Sixteen people lose their jobs", "Sixteen jobs would go at Lindqvist Lines"), "utf-8"
        )
    with serving(tmp_path) as served:
        served.ready()
        yield served


def open_outlets(tab: Page) -> None:
    tab.locator(".turn").last.get_by_role("button", name="Outlets", exact=True).click()
    expect(tab.locator(".turn").last.locator(".outlets")).to_be_visible()


def test_the_outlets_of_an_answer_are_one_click_away_and_back(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    open_outlets(tab)
    expect(tab.locator(".answer")).to_be_hidden()
    expect(tab.locator(".outlets .row .outlet")).to_have_text(["Quay Courier", "Harbour Post"])
    expect(tab.locator(".outlets .coverage summary")).to_have_text("No matching passage found in 2 other outlets")
    tab.get_by_role("button", name="Passages", exact=True).click()
    expect(tab.locator(".answer")).to_be_visible()
    expect(tab.locator(".outlets")).to_be_hidden()


def test_figures_stand_side_by_side_with_the_figure_marked_in_its_sentence(tab: Page, counted: Served) -> None:
    visit(tab, counted)
    ask(tab, AT_LINES)
    open_outlets(tab)
    expect(tab.locator(".figures .summary")).to_have_text("1 outlet: Sixteen; 1 outlet: 14")
    expect(tab.locator(".figures mark")).to_have_text(["Sixteen", "14"])
    left, right = (tab.locator(".figures .groups > li").nth(number).bounding_box() for number in (0, 1))
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]


def test_a_sentence_leads_to_its_place_in_the_article(tab: Page, counted: Served) -> None:
    visit(tab, counted)
    ask(tab, AT_LINES)
    open_outlets(tab)
    tab.locator(".outlets .row a.cite").last.click()
    expect(tab.locator("#reader #hit")).to_be_focused()
    expect(tab.locator("#reader #hit")).to_have_text("The operator, Lindqvist Lines, said that ")
    expect(tab.locator("#reader mark.cited")).to_have_text([
        "The operator, Lindqvist Lines, said that ", "14", " jobs would go.",
    ])  # fmt: skip
    tab.keyboard.press("Escape")
    expect(tab.locator(".outlets .row a.cite").last).to_be_focused()


def test_the_view_is_fetched_once_for_an_answer(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url) if request.url.endswith("/outlets") else None)
    for _ in range(2):
        open_outlets(tab)
        tab.get_by_role("button", name="Passages", exact=True).click()
    assert len(asked) == 1


def test_the_keyboard_alone_opens_the_view_and_a_source(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.get_by_role("button", name="Passages", exact=True).focus()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator(".outlets")).to_be_visible()
    expect(tab.get_by_role("button", name="Outlets", exact=True)).to_be_focused()
    expect(tab.locator("#said")).to_contain_text("2 outlets have a matching passage")
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("button", name="Timeline", exact=True)).to_be_focused()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.matches('.outlets a.cite')")
    tab.keyboard.press("Enter")
    expect(tab.locator("#hit")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_and_nothing_hangs_over(tab: Page, server: Served, scheme: str, width: int) -> None:
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.set_viewport_size({"width": width, "height": 844})
    visit(tab, server)
    ask(tab, JOBS)
    open_outlets(tab)
    assert findings(tab) == []
    assert tab.evaluate("document.querySelector('#chat').scrollWidth <= document.querySelector('#chat').clientWidth")


def test_a_restored_conversation_has_the_view_too(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.reload()
    expect(tab.locator(".turn .view")).to_be_visible()
    open_outlets(tab)
    expect(tab.locator(".outlets .row")).to_have_count(2)


@pytest.mark.parametrize(("form", "holds"), [("Markdown", "What each outlet says."), ("CSV", "Quay Courier")])
def test_the_view_is_saved_with_its_sources(tab: Page, server: Served, form: str, holds: str) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    open_outlets(tab)
    with tab.expect_download() as download:
        tab.locator(".outlets .save").get_by_role("button", name=form).click()
    assert download.value.suggested_filename.startswith("dateline-how-many-jobs-go-with-the-marlin")
    text = Path(download.value.path()).read_text("utf-8-sig")
    assert holds in text
    assert "The operator, Lindqvist Lines, said that" in text


def test_the_view_is_saved_as_data(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    open_outlets(tab)
    with tab.expect_download() as download:
        tab.locator(".outlets .save").get_by_role("button", name="JSON").click()
    data = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert [row["outlet"] for row in data["rows"]] == ["Quay Courier", "Harbour Post"]


def test_hostile_articles_stay_text(tab: Page, tmp_path: Path) -> None:
    evil = "The zeppelin <img src=x onerror=alert(1)> & <script>alert(2)</script> carried 40 guests."
    fill(tmp_path)
    (tmp_path / "evil.txt").write_text(evil, encoding="utf-8")  # of a record's text the markup would be taken off
    entry = (
        """file = "evil.txt"\noutlet = '<evil-b>Evil</evil-b> "Post"'\ntitle = "<i>Zeppelin</i>"\ndate = 2026-03-05"""
    )
    (tmp_path / "corpus.toml").write_text(f"[[article]]\n{entry}\n", encoding="utf-8")
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    tab.on("dialog", note)
    with serving(tmp_path) as served:
        served.ready()
        visit(tab, served)
        ask(tab, "How many guests did the zeppelin carry?")
        open_outlets(tab)
        expect(tab.locator(".outlets blockquote").first).to_have_text(evil)
        expect(tab.locator(".outlets .row .outlet").first).to_have_text('<evil-b>Evil</evil-b> "Post"')
        assert tab.locator(".outlets script, .outlets img, .outlets i, .outlets evil-b").count() == 0
    assert dialogs == []
