"""What can be done with an answer and with a conversation, in a real Chromium."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from index.workspace.folder import WORKSPACE_NAME
from page.passage.feedback import TEST_CASES
from qa.evaluate.question_file import read_questions
from tests.page.conftest import Served, ask, fill, serving, visit
from tests.page.newsroom import write_article

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin?"
KEEPER = "When does the lighthouse keeper Brandt retire?"
BRIDGE = "What would the bridge cost?"

Asked = list[str]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Served]:
    """A server of its own, for tests that change its articles or what it keeps."""
    with serving(fill(tmp_path)) as served:
        served.ready()
        yield served


def asked(tab: Page) -> Asked:
    return tab.locator("#chat .asked").all_text_contents()


def clipboard(tab: Page) -> str:
    return str(tab.evaluate("window.copied"))


def watch_clipboard(tab: Page) -> None:
    """A browser without a screen has no clipboard to read back."""
    tab.evaluate("""() => {
      navigator.clipboard.writeText = async (text) => void (window.copied = text);
      navigator.clipboard.write = async ([item]) => {
        window.copied = await (await item.getType("text/plain")).text();
        window.rich = await (await item.getType("text/html")).text();
      };
    }""")


def open_drawer(tab: Page) -> None:
    tab.click(".toggle-button")
    expect(tab.locator("#new-chat")).to_be_in_viewport()


def test_what_was_understood_is_taken_away_with_a_click(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    ask(tab, "And the union?")
    tab.get_by_role("button", name="carried over: " + JOBS).click()
    expect(tab.locator("#chat .answer").last.locator(".chips")).to_have_count(0)
    assert asked(tab) == [JOBS, "And the union?"]
    expect(tab.locator("#chat .turn").last.locator(".asked")).to_be_focused()


def test_one_outlet_is_searched_alone_and_then_all_again(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.locator("#chat .shares button", has_text="Harbour Post").click()
    expect(tab.locator("#chat .chips button")).to_have_text("only Harbour Post×")
    assert set(tab.locator("#chat .psg .outlet").all_text_contents()) == {"Harbour Post"}
    tab.locator("#chat .chips button").press("Enter")
    expect(tab.locator("#chat .shares button", has_text="Quay Courier")).to_be_visible()
    assert asked(tab) == [JOBS]


def test_a_wider_search_is_offered_where_nothing_is_found(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.fill("#since textarea", "2026-03-09")
    ask(tab, BRIDGE)
    expect(tab.locator("#chat .verdict-no")).to_be_visible()
    tab.get_by_role("button", name="of all days").click()
    expect(tab.locator("#chat .psg").first).to_contain_text("90 million euros")


def test_a_quotation_grows_to_its_whole_article(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    card = tab.locator("#chat .psg").first
    expect(card.locator("blockquote")).not_to_contain_text("61 years")
    card.get_by_role("button", name="More context").click()
    expect(card.locator("blockquote")).to_contain_text("61 years")
    expect(card.locator("blockquote")).to_contain_text("14 jobs would go")
    expect(card.get_by_role("button", name="More context")).to_be_hidden()
    expect(card.locator("mark")).to_have_text("The operator, Lindqvist Lines, said that 14 jobs would go.")


def test_a_quotation_is_copied_with_its_source_and_has_an_address(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    watch_clipboard(tab)
    card = tab.locator("#chat .psg").first
    card.get_by_role("button", name="Copy quote").click()
    expect(card.locator(".copy")).to_have_text("Copied")
    quoted = "The operator, Lindqvist Lines, said that 14 jobs would go."
    source = (
        "Quay Courier, “Marlin ferry stops for good”, 3 March 2026, by Ines Rask and Tom Oduya, "
        "https://courier.example/marlin, Perhaps not the whole article"
    )
    assert clipboard(tab) == f"{quoted}\n\n{source}\n"
    assert tab.evaluate("window.rich") == f"<blockquote><p>{quoted}</p></blockquote><p>{source}</p>"
    card.get_by_role("button", name="Copy passage").click()
    expect(card.locator(".copy-passage")).to_have_text("Copied")
    assert clipboard(tab) == f"{quoted} Repairs would have cost two million euros.\n\n{source}\n"
    card.get_by_role("button", name="Copy link").click()
    expect(card.locator("button.address")).to_have_text("Copied")
    tab.goto(clipboard(tab))
    expect(tab.locator("#hit")).to_contain_text("14 jobs would go")


def test_the_reader_steps_through_every_passage_the_chat_cites(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    tab.locator("#chat a.cite", has_text="Marlin ferry stops for good").first.click()
    expect(tab.locator("#reader .step")).to_have_text(re.compile("Passage . of 2"))
    expect(tab.locator("#reader mark.other")).to_have_count(1)
    tab.locator("#reader .steps button:enabled").click()
    expect(tab.locator("#reader .step")).to_have_text(re.compile("Passage . of 2"))
    expect(tab.locator("#hit")).to_be_focused()
    expect(tab.locator("#reader .address a")).to_have_attribute("href", re.compile("#:~:text="))


def test_an_article_that_changed_since_is_shown_as_indexed_and_says_so(tab: Page, own: Served) -> None:
    visit(tab, own)
    ask(tab, KEEPER)
    path = own.folder / "long-1.json"
    path.write_text(path.read_text("utf-8").replace("retires in spring", "stays"), encoding="utf-8")
    tab.locator("#chat a.cite").first.click()
    expect(tab.locator("#reader .changed")).to_contain_text("has changed")
    expect(tab.locator("#hit")).to_have_text("The lighthouse keeper retires in spring.")


def test_an_answer_offers_questions_to_go_on_with(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    offered = tab.get_by_role("navigation", name="Questions to go on with").get_by_role("button")
    question = offered.first.inner_text()
    offered.first.click()
    expect(tab.locator("#chat .asked")).to_have_text([JOBS, question])
    expect(tab.locator("#chat .turn").last.locator(".lead")).to_contain_text("passage")


def test_the_last_question_is_undone_and_any_can_be_edited(tab: Page, server: Served) -> None:
    visit(tab, server)
    for question in (JOBS, BRIDGE, KEEPER):
        ask(tab, question)
    tab.get_by_role("button", name="Undo").last.click()
    assert asked(tab) == [JOBS, BRIDGE]
    expect(tab.locator("#question textarea")).to_have_value(KEEPER)
    tab.get_by_role("button", name="Edit question").first.click()
    expect(tab.locator("#question textarea")).to_have_value(JOBS)
    tab.keyboard.press("Escape")
    expect(tab.locator("#question textarea")).to_have_value("")
    assert asked(tab) == [JOBS, BRIDGE]
    tab.get_by_role("button", name="Edit question").first.click()
    tab.fill("#question textarea", KEEPER)
    tab.keyboard.press("Enter")
    expect(tab.locator("#sure")).to_contain_text("The answer after it leans on this question and goes.")
    tab.get_by_role("button", name="Leave it as it is").click()
    assert asked(tab) == [JOBS, BRIDGE]
    tab.locator("#question textarea").press("Enter")
    tab.get_by_role("button", name="Ask, and drop what follows").click()
    expect(tab.locator("#chat .asked")).to_have_text([KEEPER])
    expect(tab.locator("#chat .psg").first).to_contain_text("lighthouse")


def test_conversations_are_kept_listed_opened_and_deleted(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    ask(tab, "And the union?")
    open_drawer(tab)
    tab.click("#new-chat")
    expect(tab.locator(".welcome")).to_be_visible()
    ask(tab, KEEPER)
    expect(tab.locator("#conversations .title")).to_have_text([KEEPER, JOBS])
    tab.locator("#conversations .conversation", has_text=JOBS).click()
    expect(tab.locator("#chat .asked")).to_have_text([JOBS, "And the union?"])
    stored = str(tab.evaluate("JSON.stringify(localStorage)"))
    assert "14 jobs" not in stored
    assert "Marlin ferry stops" not in stored
    ask(tab, BRIDGE)
    expect(tab.locator("#conversations .when").first).to_contain_text("3 questions")
    delete = tab.get_by_role("button", name=f"Delete the conversation “{JOBS}”")
    delete.click()
    expect(delete).to_have_text("Delete?")
    delete.click()
    expect(tab.locator("#conversations .title")).to_have_text([KEEPER])
    expect(tab.locator("#chat .asked")).to_have_count(0)


def test_a_conversation_outlives_the_server(tab: Page, tmp_path: Path) -> None:
    fill(tmp_path)
    with serving(tmp_path) as served:
        served.ready()
        visit(tab, served)
        ask(tab, JOBS)
        port = int(served.url.rpartition(":")[2])
    with serving(tmp_path, port=port) as served:
        served.ready()
        visit(tab, served)
        expect(tab.locator("#chat .asked")).to_have_text([JOBS])
        expect(tab.locator("#chat .psg").first).to_contain_text("14 jobs would go")
        ask(tab, "And the union?")
        expect(tab.locator("#chat .chips").last).to_contain_text(f"carried over: {JOBS}")


def test_a_quotation_that_is_gone_is_not_shown_again(tab: Page, own: Served) -> None:
    visit(tab, own)
    ask(tab, KEEPER)
    (own.folder / "long-1.json").unlink()
    open_drawer(tab)
    tab.click("#refresh")
    expect(tab.locator("#index-card")).to_contain_text("1 removed")
    visit(tab, own)
    expect(tab.locator("#chat .notice")).to_contain_text("No longer in the articles as quoted")
    expect(tab.locator("#chat")).not_to_contain_text("retires in spring")


def test_a_conversation_is_saved_as_a_file(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, JOBS)
    ask(tab, BRIDGE)
    open_drawer(tab)
    saved = {}
    for form in ("Markdown", "CSV", "JSON"):
        with tab.expect_download() as download:
            tab.get_by_role("button", name=form, exact=True).click()
        saved[download.value.suggested_filename] = download.value.path().read_text("utf-8-sig")
    name = "dateline-how-many-jobs-go-with-the-marlin"
    assert set(saved) == {f"{name}.md", f"{name}.csv", f"{name}.json"}
    assert "**The operator, Lindqvist Lines, said that 14 jobs would go.**" in saved[f"{name}.md"]
    assert {row["question"] for row in csv.DictReader(saved[f"{name}.csv"].splitlines())} == {JOBS, BRIDGE}
    assert [answer["question"] for answer in json.loads(saved[f"{name}.json"])] == [JOBS, BRIDGE]


def test_a_verdict_becomes_a_test_case_and_can_be_taken_back(tab: Page, server: Served) -> None:
    cases = server.folder / "index" / WORKSPACE_NAME / TEST_CASES
    visit(tab, server)
    ask(tab, JOBS)
    yes = tab.locator("#chat .psg").first.get_by_role("button", name="Yes")
    yes.click()
    expect(yes).to_have_attribute("aria-pressed", "true")
    assert [case.question for case in read_questions(cases)] == [JOBS]
    yes.click()
    expect(yes).to_have_attribute("aria-pressed", "false")
    assert cases.read_text("utf-8") == ""


def test_of_the_nearest_material_it_can_be_said_too_that_it_answers(tab: Page, server: Served) -> None:
    cases = server.folder / "index" / WORKSPACE_NAME / TEST_CASES
    visit(tab, server)
    ask(tab, JOBS)
    tab.locator("#chat .nearest summary").click()
    card = tab.locator("#chat .nearest .psg").last
    yes = card.get_by_role("button", name="Yes")
    yes.click()
    expect(yes).to_have_attribute("aria-pressed", "true")
    (case,) = read_questions(cases)
    words = card.locator("blockquote").inner_text()
    assert [one.sentence in words for one in case.evidence or ()] == [True]
    yes.click()
    expect(yes).to_have_attribute("aria-pressed", "false")


def test_an_empty_corpus_tells_what_to_do(tab: Page, tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        tab.goto(served.url)
        expect(tab.locator(".welcome")).to_contain_text("Drag files onto this page")
        write_article(tmp_path, "a-1", outlet="Night Bell", title="The lynx left Zoo Norr", text="It was dawn.")
        open_drawer(tab)
        tab.click("#refresh")
        expect(tab.locator(".welcome .example").first).to_be_visible()


def test_a_long_conversation_costs_no_more_than_a_short_one(tab: Page, server: Served) -> None:
    """The page sends and draws one turn, whatever came before: the size of a request does not grow with the chat."""
    visit(tab, server)
    sizes: list[int] = []
    tab.on("request", lambda r: sizes.append(len(r.post_data or "")) if r.url.endswith("/ask") else None)
    for number in range(30):
        ask(tab, f"{JOBS} {number}")
    assert len(sizes) == 30
    assert max(sizes) < 1.2 * sizes[12]
