"""The page as a reader meets it, in a real Chromium."""

import re
import time
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.page.conftest import Served, ask, fill, serving, visit
from tests.page.newsroom import write_article
from tests.qa.test_render_html import HOSTILE

pytestmark = pytest.mark.ui

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
JOBS = "How many jobs go with the Marlin?"


def findings(tab: Page) -> list[str]:
    """Serious and critical findings of axe, each with the element it is about."""
    tab.evaluate(AXE)
    found = tab.evaluate("axe.run()")["violations"]
    return [
        f"{violation['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for violation in found
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]


def test_a_question_is_answered_with_cited_quotations(tab: Page, server: Served) -> None:
    visit(tab, server)
    expect(tab.locator(".welcome")).to_contain_text("Answers are quotes, word for word.")
    ask(tab, JOBS)
    expect(tab.locator("#chat .lead")).to_have_text("3 passages from 2 outlets, 3–4 March 2026.")
    card = tab.locator("#chat .psg").first
    expect(card.locator(".outlet")).to_have_text("Quay Courier")
    expect(card.locator("time")).to_have_text("3 March 2026")
    expect(card.locator("mark")).to_have_text("The operator, Lindqvist Lines, said that 14 jobs would go.")
    expect(card.locator(".foot")).to_contain_text("paragraph 2 of 2")
    expect(card.locator("a.original")).to_have_attribute("rel", re.compile("noreferrer"))
    expect(tab.locator("#question textarea")).to_have_value("")


def test_a_citation_opens_the_article_at_the_passage_and_escape_leads_back(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, "When does the lighthouse keeper Brandt retire?")
    citation = tab.locator("#chat a.cite").first
    citation.click()
    hit = tab.locator("#reader #hit")
    expect(hit).to_be_in_viewport(ratio=1)
    expect(hit).to_be_focused()
    expect(hit).to_have_text("The lighthouse keeper retires in spring.")
    assert tab.locator("#reader mark").all_inner_texts() == [
        "The lighthouse keeper retires in spring.",
        " His name is Brandt.",
    ]
    expect(tab.locator("#reader .text p")).to_have_count(81)
    expect(tab.locator("#chat")).to_be_in_viewport()
    tab.keyboard.press("Escape")
    expect(tab.locator("#reader")).to_be_hidden()
    expect(citation).to_be_focused()


def test_the_citation_is_also_an_address_of_its_own(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, "When does the lighthouse keeper Brandt retire?")
    address = tab.locator("#chat a.cite").first.get_attribute("href")
    tab.goto(f"{server.url}{address}")
    expect(tab.locator("#hit")).to_be_in_viewport(ratio=1)
    expect(tab.locator("h1")).to_have_text("A long report")


def test_everything_is_done_with_the_keyboard_alone(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.evaluate("document.activeElement.blur()")
    tab.keyboard.press("/")
    tab.keyboard.type(JOBS)
    tab.keyboard.press("Enter")
    expect(tab.locator("#chat .psg")).to_have_count(3)
    reach(tab, "#chat a.cite")
    tab.keyboard.press("Enter")
    expect(tab.locator("#hit")).to_be_focused()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Escape")
    expect(tab.locator("#chat a.cite").last).to_be_focused()
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
    for _ in range(60):
        tab.keyboard.press(key)
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with {key}")


def test_an_example_is_one_click(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.locator("#welcome").get_by_text("What would the bridge cost?").click()
    expect(tab.locator("#chat .psg").first).to_contain_text("90 million euros")
    expect(tab.locator("#chat .flags").first).to_have_text("AI-generated page")
    expect(tab.locator("#chat .psg").first).to_contain_text("date unknown")


def test_what_the_articles_do_not_answer_is_said(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, "Who won the chess tournament?")
    expect(tab.locator("#chat .missing .lead")).to_have_text("The articles do not answer this.")
    expect(tab.locator("#chat .missing")).to_contain_text("not an answer")


def test_filters_narrow_the_answer_and_show_as_chips(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.click("#outlets input")
    tab.get_by_role("option", name="Harbour Post (1)").click()
    tab.keyboard.press("Escape")
    tab.fill("#since textarea", "2026-03-04")
    ask(tab, JOBS)
    assert set(tab.locator("#chat .outlet").all_inner_texts()) == {"Harbour Post"}
    assert tab.locator("#chat .chips li").all_inner_texts() == ["only Harbour Post×", "from 4 March 2026×"]


def test_a_day_that_is_none_is_refused_beside_its_field(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.fill("#until textarea", "2026-02-30")
    tab.fill("#question textarea", JOBS)
    tab.keyboard.press("Enter")
    expect(tab.locator("#until")).to_contain_text("“2026-02-30” is not a day")
    tab.fill("#until textarea", "2026-03-03")
    ask(tab, JOBS)
    assert set(tab.locator("#chat .psg time").all_inner_texts()) == {"3 March 2026"}


def test_a_follow_up_leans_on_the_question_before_until_a_new_chat(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    ask(tab, "And the union?")
    expect(tab.locator("#chat .answer").last.locator(".chips")).to_contain_text(f"carried over: {JOBS}")
    expect(tab.locator("#chat .asked").last).to_be_in_viewport(ratio=1)
    tab.click(".toggle-button")
    tab.click("#new-chat")
    expect(tab.locator("#chat .asked")).to_have_count(0)
    ask(tab, "And the union?")
    expect(tab.locator("#chat .chips")).to_have_count(0)


def test_an_empty_question_leaves_everything_as_it_is(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.keyboard.press("Enter")
    ask(tab, "What would the bridge cost?")
    expect(tab.locator("#chat .answer")).to_have_count(2)


def test_a_question_that_cannot_be_asked_gets_words_not_a_crash(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, "and the")
    expect(tab.locator("#chat .error")).to_have_text("The question has no word to search for.")


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
    tab.locator("#chat .psg").last.get_by_role("button", name="More context").click()
    tab.get_by_role("button", name="Edit question").last.click()
    found["follow-up, quotation grown, question being edited"] = findings(tab)
    tab.keyboard.press("Escape")
    ask(tab, 'Who won the "chess tournament" since:2026-03-09')
    found["no answer, wider searches"] = findings(tab)
    ask(tab, "and the")
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


def test_a_refresh_is_seen_by_every_tab_and_answers_without_a_restart(
    tab: Page, browser: BrowserContext, tmp_path: Path
) -> None:
    with serving(fill(tmp_path)) as served:
        served.ready()
        other = browser.new_page()
        visit(other, served)
        visit(tab, served)
        write_article(tmp_path, "new-1", outlet="Night Bell", title="New", text="The lynx escaped from Zoo Norr.")
        (tmp_path / "draft.broken").touch()
        (tmp_path / "hold-refresh").touch()
        tab.click(".toggle-button")
        tab.click("#refresh")
        for page in (tab, other):
            expect(page.locator("#status")).to_contain_text("Refreshing: Reading articles, 1 of 5")
        ask(other, JOBS)
        expect(other.locator("#chat .psg")).to_have_count(3)
        (tmp_path / "hold-refresh").unlink()
        for page in (tab, other):
            expect(page.locator("#status")).to_contain_text("5 articles · 5 outlets")
        expect(tab.locator("#index-card")).to_contain_text("1 added")
        expect(tab.locator("#index-card")).to_contain_text("draft.broken: not <b>text</b>")
        ask(other, "Which lynx escaped from Zoo Norr?")
        expect(other.locator("#chat .answer").last).to_contain_text("The lynx escaped from Zoo Norr.")
        other.click("#outlets input")
        expect(other.get_by_role("option", name="Night Bell (1)")).to_be_visible()
        for path in tmp_path.glob("*.json"):
            path.unlink()
        tab.click("#refresh")
        expect(tab.locator("#index-card")).to_contain_text("12 of 14 articles would be removed. Nothing was changed.")
        expect(tab.locator("#status")).to_contain_text("5 articles")
        expect(other.locator("#index-card")).to_contain_text("5 files changed since: 5 gone.", timeout=30_000)
        sure = tab.get_by_role("dialog")
        take_out = tab.get_by_role("button", name="Take them out of the index …")
        take_out.click()
        assert findings(tab) == []
        sure.get_by_role("button", name="Leave it as it is").click()
        expect(sure).to_be_hidden()
        expect(take_out).to_be_focused()
        take_out.click()
        sure.get_by_role("button", name="Take them out of the index").click()
        expect(sure).to_be_hidden()
        for page in (tab, other):
            expect(page.locator("#status")).to_contain_text("0 articles")
        (tmp_path / "corrupt").touch()
        fill(tmp_path)
        tab.click("#refresh")
        tab.get_by_role("button", name="Rebuild the index …").click()
        sure.get_by_role("button", name="Rebuild the index").click()
        expect(tab.locator("#status")).to_contain_text("4 articles")
        other.close()


def test_questions_wait_while_the_model_loads_and_an_open_tab_does_not_keep_the_server(
    tab: Page, tmp_path: Path
) -> None:
    (fill(tmp_path) / "hold-loading").touch()
    with serving(tmp_path) as served:
        tab.goto(served.url)
        expect(tab.locator("#status")).to_contain_text("Getting ready: Loading the model")
        assert served.get("/readyz")[0] == 503
        assert served.get("/api/ask?q=Marlin")[0] == 503
        tab.fill("#question textarea", JOBS)
        tab.keyboard.press("Enter")
        expect(tab.locator("#chat .busy")).to_contain_text("Loading the model")
        expect(tab.locator("#question textarea")).to_have_value("")
        tab.fill("#question textarea", "What would the bridge cost?")
        tab.keyboard.press("Enter")
        (tmp_path / "hold-loading").unlink()
        expect(tab.locator("#chat .answer")).to_have_count(2)
        assert tab.locator("#chat .asked").all_inner_texts() == [JOBS, "What would the bridge cost?"]
        began = time.monotonic()
        served.process.terminate()
        assert served.process.wait(10) == 0
        assert time.monotonic() - began < 5


def test_hostile_texts_are_shown_word_for_word_and_do_nothing(tab: Page, tmp_path: Path) -> None:
    assert len(HOSTILE) >= 40
    for number, text in enumerate(HOSTILE):
        fields = {"outlet": f"O{number} {text}", "title": text, "authors": [text], "url": text, "flags": [text]}
        write_article(tmp_path, f"whole-{number}", text=f"{text} zebra{number} quagga{number}", **fields)
    with serving(tmp_path) as served:
        served.ready()
        visit(tab, served)
        for number, text in enumerate(HOSTILE):
            ask(tab, f"zebra{number} quagga{number} {text}"[:500])
            card = tab.locator("#chat .answer").last.locator(".psg").first
            assert unbroken(card.locator("blockquote").inner_text()) == unbroken(f"{text} zebra{number} quagga{number}")
            assert card.locator("h3").inner_text().split() == ["1", *text.split()]
            card.locator("a.cite").click()
            expect(tab.locator("#reader #hit")).to_be_focused()
            shown = " ".join(tab.locator("#reader .text p").all_inner_texts())
            assert shown.split() == f"{text} zebra{number} quagga{number}".split()
            tab.keyboard.press("Escape")
        tab.reload()  # all turns are shown again from what the browser kept
        expect(tab.locator("#chat .turn")).to_have_count(len(HOSTILE))
        assert tab.evaluate("[window.__poc, window.__x_poc]") == [None, None]
        assert tab.locator("#chat :is(script, img, form, iframe), #reader :is(script, img, form, iframe)").count() == 0


def unbroken(text: str) -> str:
    """Without carriage returns, which a browser shows as nothing."""
    return text.replace("\r", "")
