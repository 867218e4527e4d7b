"""Articles dropped on the page: what is said of each, and when."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Served, ask, fill, serving, visit
from tests.page.newsroom import Newsroom

pytestmark = pytest.mark.ui

ANIMALS = ("lynx", "otter", "badger", "heron", "marten")
DROP = """files => { const dropped = new DataTransfer();
for (const [name, text] of files) dropped.items.add(new File([text], name));
document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true })) }"""


def article(animal: str) -> str:
    text = f"The {animal} left Zoo Norr at dawn."
    return json.dumps({"id": animal, "outlet": "Night Bell", "title": animal.title(), "text": text})


def drop(tab: Page, *files: tuple[str, str]) -> None:
    tab.evaluate(DROP, [list(file) for file in files])


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Served]:
    """A server of its own, as articles are added."""
    with serving(fill(tmp_path)) as served:
        served.ready()
        yield served


def test_articles_that_are_dropped_on_the_page_can_be_asked_at_once(tab: Page, own: Served) -> None:
    visit(tab, own)
    drop(tab, ("lynx.json", article("lynx")), ("<b>run.exe", "MZ"))
    expect(tab.locator("#added li")).to_have_text([
        "lynx.json: 1 article added",
        re.compile(r"run\.exe was not added: it is not of a kind that Dateline reads"),
    ])  # fmt: skip
    expect(tab.locator("#status")).to_contain_text("5 articles")
    tab.get_by_role("button", name="Close", exact=True).click()
    expect(tab.locator("#added")).to_be_hidden()
    ask(tab, "When did the lynx leave Zoo Norr?")
    expect(tab.locator("#chat .psg").first).to_contain_text("The lynx left Zoo Norr at dawn.")


def test_of_five_files_dropped_at_once_each_is_said_to_be_added_when_it_answers(tab: Page, own: Served) -> None:
    visit(tab, own)
    waiting = Counter[str]()
    tab.on("request", lambda request: waiting.update([request.url]) if request.url.endswith("/added") else None)
    (own.folder / "hold-refresh").touch()
    drop(tab, *((f"{animal}.json", article(animal)) for animal in ANIMALS))
    lines = tab.locator("#added li")
    expect(lines).to_have_text([f"{animal}.json: copied, being read …" for animal in ANIMALS])
    tab.wait_for_timeout(500)
    assert waiting.total() == 1
    (own.folder / "hold-refresh").unlink()
    expect(lines).to_have_text([f"{animal}.json: 1 article added" for animal in ANIMALS])
    for animal in ANIMALS:
        ask(tab, f"When did the {animal} leave Zoo Norr?")
        expect(tab.locator("#chat .answer").last).to_contain_text(f"The {animal} left Zoo Norr at dawn.")


def test_of_a_file_that_no_refresh_could_read_it_is_said_why_it_does_not_answer(tab: Page, own: Served) -> None:
    visit(tab, own)
    Newsroom(own.folder).damage()
    drop(tab, ("lynx.json", article("lynx")))
    said = r"lynx\.json is copied, but not added yet: .*manifest\.json cannot be read: "
    advice = r"Run `dateline index --rebuild` to make it anew\."
    expect(tab.locator("#added li")).to_have_text(re.compile(f"^{said}.* {advice}$"))
    expect(tab.locator("#status")).to_contain_text("the last refresh failed")
    Newsroom(own.folder).mend()
    drop(tab, ("lynx.json", article("lynx")))
    expect(tab.locator("#added li")).to_have_text("lynx.json was there already")
    expect(tab.locator("#status")).to_contain_text("5 articles")
    expect(tab.locator("#status")).not_to_contain_text("failed")
