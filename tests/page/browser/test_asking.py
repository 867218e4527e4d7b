"""The page as a reader meets it, in a real Chromium."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.page.conftest import Served, ask, fill, serving, visit

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin?"


def test_a_question_is_answered_with_cited_quotations(tab: Page, server: Served) -> None:
    visit(tab, server)
    expect(tab.locator(".welcome")).to_contain_text("Answers are quotes, word for word.")
    ask(tab, JOBS)
    numbers = tab.locator("#chat .psg .number").all_inner_texts()
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    expect(tab.locator("#chat .lead")).to_contain_text(
        f"The articles answer this: {len(numbers)} passages from 2 outlets"
    )
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


def test_an_example_is_one_click(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.locator("#welcome").get_by_text("What would the bridge cost?").click()
    expect(tab.locator("#chat .psg").first).to_contain_text("90 million euros")
    expect(tab.locator("#chat .flags").first).to_have_text("Perhaps not the whole article")
    expect(tab.locator("#chat .psg").first).to_contain_text("date unknown")


def test_what_the_articles_do_not_answer_is_said(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, "Who won the chess tournament?")
    expect(tab.locator("#chat .verdict-no .lead")).to_have_text("The articles do not answer this.")
    expect(tab.locator("#chat .psg").first).to_be_hidden()


def test_the_nearest_material_is_folded_opens_by_keyboard_and_is_never_counted(tab: Page, server: Served) -> None:
    visit(tab, server)
    ask(tab, "Who won the chess tournament?")
    folded = tab.locator("#chat .nearest")
    expect(folded.locator("summary")).to_have_text("Nearest material, not an answer: 5 passages")
    expect(folded.locator(".psg").first).to_be_hidden()
    folded.locator("summary").focus()
    tab.keyboard.press("Enter")
    expect(folded.locator(".psg").first).to_be_visible()
    expect(tab.locator("#chat .number, #chat .shares")).to_have_count(0)
    tab.keyboard.press("Tab")
    expect(folded.locator("a.cite").first).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#reader #hit").first).to_be_in_viewport()


def test_filters_narrow_the_answer_and_show_as_chips(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.click("#outlets input")
    tab.get_by_role("option", name="Harbour Post (1)").click()
    tab.keyboard.press("Escape")
    tab.fill("#since textarea", "2026-03-04")
    ask(tab, JOBS)
    assert set(tab.locator("#chat .outlet").all_text_contents()) == {"Harbour Post"}
    assert tab.locator("#chat .chips li").all_inner_texts() == ["only Harbour Post×", "from 4 March 2026×"]


def test_a_day_that_is_none_is_refused_and_the_question_can_be_sent_again(tab: Page, server: Served) -> None:
    visit(tab, server)
    tab.fill("#until textarea", "2026-02-30")
    ask(tab, JOBS)
    expect(tab.locator("#chat .error")).to_contain_text("“2026-02-30” is not a day; write it like 28 Nov,")
    tab.fill("#until textarea", "2026-03-03")
    expect(tab.locator("#question textarea")).to_have_value(JOBS)
    tab.press("#question textarea", "Enter")
    tab.wait_for_selector("#chat .psg")
    assert set(tab.locator("#chat .psg time").all_text_contents()) == {"3 March 2026"}
    expect(tab.locator("#chat .turn")).to_have_count(1)


def test_the_same_question_is_answered_again_in_a_new_chat(tab: Page, server: Served) -> None:
    visit(tab, server)
    for _ in range(2):
        tab.evaluate("document.querySelector('#new-chat').click()")
        expect(tab.locator("#chat .turn")).to_have_count(0)
        ask(tab, JOBS)
        expect(tab.locator("#chat .psg").first).to_be_visible()


def test_questions_sent_at_once_are_answered_in_their_order(tab: Page, server: Served) -> None:
    visit(tab, server)
    for question in (JOBS, "And the union?"):
        tab.fill("#question textarea", question)
        tab.keyboard.press("Enter")
    expect(tab.locator("#chat .answer")).to_have_count(2)
    assert tab.locator("#chat .asked").all_text_contents() == [JOBS, "And the union?"]
    expect(tab.locator("#chat .answer").last.locator(".chips")).to_contain_text(f"carried over: {JOBS}")


def test_a_server_that_is_gone_is_said_and_the_question_stays(tab: Page, tmp_path: Path) -> None:
    with serving(fill(tmp_path)) as served:
        served.ready()
        visit(tab, served)
    tab.fill("#question textarea", JOBS)
    tab.keyboard.press("Enter")
    expect(tab.locator("#chat .turn .error")).to_contain_text("Dateline does not answer.")
    expect(tab.locator("#question textarea")).to_have_value(JOBS)


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
    ask(tab, "?!")
    expect(tab.locator("#chat .error")).to_have_text("The question is empty; ask in words.")


def test_a_question_that_is_asked_before_the_scripts_are_there_is_answered(tab: Page, server: Served) -> None:
    def late(route: Route) -> None:
        held.append(route)

    held: list[Route] = []
    tab.route("**/frame/main.js", late)
    tab.goto(server.url, wait_until="commit")
    tab.fill("#question textarea", JOBS)
    tab.press("#question textarea", "Enter")
    tab.wait_for_function("window.datelineUntold?.length")
    [route] = held
    route.continue_()
    expect(tab.locator("#chat .psg")).not_to_have_count(0)
    expect(tab.locator("#log .turn")).to_have_count(1)
