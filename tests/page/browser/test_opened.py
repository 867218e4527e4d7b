"""Conversations opened from files, in a real Chromium."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Served, ask, fill, serving, visit
from tests.page.newsroom import write_article

pytestmark = pytest.mark.ui

JOBS = "How many jobs go with the Marlin?"
BRIDGE = "What would the bridge cost?"
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('dateline:1:')).length"
DROP = """([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Served]:
    """A server of its own, for tests that change its articles."""
    with serving(fill(tmp_path)) as served:
        served.ready()
        yield served


def saved(tab: Page, server: Served) -> str:
    """Asks two questions; returns what the conversation is saved as."""
    visit(tab, server)
    ask(tab, JOBS)
    ask(tab, BRIDGE)
    tab.click(".toggle-button")
    with tab.expect_download() as download:
        tab.locator("#export").get_by_role("button", name="JSON").click()
    text = Path(download.value.path()).read_text("utf-8")
    tab.click("#new-chat")
    expect(tab.locator("#log .turn")).to_have_count(0)
    return text


def choose(tab: Page, text: str, name: str = "saved.json") -> None:
    with tab.expect_file_chooser() as chooser:
        tab.locator("#open-saved button").click()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": text.encode()})


def test_a_saved_conversation_is_opened_from_its_file_and_kept(tab: Page, server: Served) -> None:
    text = saved(tab, server)
    choose(tab, text)
    expect(tab.locator("#log .turn[data-kept]")).to_have_count(2)
    assert tab.locator("#log .asked").all_text_contents() == [JOBS, BRIDGE]
    first = json.loads(text)[0]["passages"][0]["text"]
    assert tab.locator("#log .psg").first.locator("blockquote").text_content() == first
    assert tab.locator("#log .notice").count() == 0
    assert tab.evaluate(KEPT) == 2
    assert "q=How+many+jobs" in tab.url
    tab.evaluate(DROP, ["saved.json", text])
    expect(tab.locator("#conversations li")).to_have_count(3)


def test_what_no_longer_stands_is_said_and_what_moved_is_found(tab: Page, own: Served) -> None:
    text = saved(tab, own)
    article = json.loads((own.folder / "courier-1.json").read_text("utf-8"))
    article["text"] = "After many delays: " + article["text"].replace("14 jobs", "15 jobs")
    write_article(own.folder, "courier-1", **{name: value for name, value in article.items() if name != "id"})
    tab.click("#refresh")
    tab.wait_for_function(
        "fetch('/api/articles/courier-1').then((it) => it.text()).then((it) => it.includes('15 jobs'))"
    )
    choose(tab, text)
    expect(tab.locator("#log .turn[data-kept]")).to_have_count(2)
    expect(tab.locator("#log .turn").first.locator(".notice")).to_contain_text("1 passage")
    assert tab.locator("#log .turn").first.locator(".psg", has_text="61 years").count() == 1  # it moved


def changed(text: str, change: Callable[[list[dict[str, Any]]], object]) -> str:
    answers = json.loads(text)
    change(answers)
    return json.dumps(answers)


def test_what_is_no_conversation_is_refused_in_words(tab: Page, server: Served) -> None:
    text = saved(tab, server)
    hostile = "<img src=x onerror=alert(1)>"
    cases = {
        "not json": "it is no conversation",
        "{}": "it is no conversation",
        "[]": "it is no conversation",
        "[1, null]": "it is no conversation",
        changed(text, lambda answers: [one.pop("turn") for one in answers]): "an earlier version",
        changed(text, lambda answers: answers[0]["turn"].update(more=1)): "it was changed",
        changed(text, lambda answers: answers[0]["turn"]["passages"][0].update(digest=hostile)): "it was changed",
        changed(text, lambda answers: answers[0]["turn"]["question"].update(conditions=["("])): "is not a condition",
        changed(text, lambda answers: answers.extend(answers * 150)): "it was changed",
    }
    for content, why in cases.items():
        tab.evaluate("document.querySelector('#added ul').replaceChildren()")
        choose(tab, content, f"{hostile}.json")
        expect(tab.locator("#added li.error")).to_contain_text(f"{hostile}.json was not opened: ")
        expect(tab.locator("#added li.error")).to_contain_text(why)
    assert tab.locator("#log .turn, #added img").count() == 0
    assert tab.evaluate(KEPT) == 1


def test_of_a_hostile_conversation_the_words_are_shown_and_nothing_runs(tab: Page, server: Served) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    text = changed(saved(tab, server), lambda answers: answers[0]["turn"]["question"].update(asked=hostile))
    choose(tab, text)
    expect(tab.locator("#log .asked").first).to_have_text(hostile)
    assert tab.locator("#log img, #log script").count() == 0


def test_other_files_that_are_dropped_are_articles(tab: Page, own: Served) -> None:
    visit(tab, own)
    article = {"id": "new-1", "outlet": "Night Bell", "title": "New", "text": "The night ferry was sold for a song."}
    tab.evaluate(DROP, ["new-1.json", json.dumps(article)])
    expect(tab.locator("#added li")).to_contain_text("new-1.json: 1 article added")
