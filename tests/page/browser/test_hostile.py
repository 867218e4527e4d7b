"""Hostile articles in a real browser."""

import json
from pathlib import Path
from unicodedata import category, normalize

import pytest
from playwright.sync_api import Page, expect

from tests.markup_cases import HOSTILE
from tests.page.conftest import ask, serving, visit

pytestmark = pytest.mark.ui


def test_hostile_texts_are_shown_word_for_word_and_do_nothing(tab: Page, tmp_path: Path) -> None:
    assert len(HOSTILE) >= 40
    for number, text in enumerate(HOSTILE):  # as plain text: markup in the fields of a record would be taken off
        (tmp_path / f"{number}.txt").write_text(f"zebra{number} quagga{number} {text}.", encoding="utf-8")
    entries = (_entry(number, text) for number, text in enumerate(HOSTILE))
    (tmp_path / "corpus.toml").write_text("\n".join(entries), encoding="utf-8")
    with serving(tmp_path, tokens=200) as served:
        served.ready()
        visit(tab, served)
        for number, text in enumerate(HOSTILE):
            ask(tab, f"zebra{number} quagga{number} {text}"[:500])
            answer = tab.locator("#chat .answer").last
            answer.evaluate("one => one.querySelectorAll('details').forEach(fold => { fold.open = true })")
            card = answer.locator(".psg").first
            article = json.loads(served.get(f"/api/articles/whole-{number}")[2])
            assert seen(article["text"]) == seen(f"zebra{number} quagga{number} {text}.")
            assert card.locator("blockquote").inner_text() == article["text"]
            number_shown = ["1"] * card.locator(".number").count()  # what is but the nearest material has none
            assert card.locator("h3").inner_text().split() == [*number_shown, *seen(article["title"] or "No headline")]
            card.locator("a.cite").click()
            expect(tab.locator("#reader #hit")).to_be_focused()
            shown = " ".join(tab.locator("#reader .text p").all_inner_texts())
            assert shown.split() == seen(article["text"])
            tab.keyboard.press("Escape")
        tab.reload()  # all turns are shown again from what the browser kept
        expect(tab.locator("#chat .turn")).to_have_count(len(HOSTILE))
        assert tab.evaluate("[window.__poc, window.__x_poc]") == [None, None]
        assert tab.locator("#chat :is(script, img, form, iframe), #reader :is(script, img, form, iframe)").count() == 0


def _entry(number: int, text: str) -> str:
    names = {"file": f"{number}.txt", "id": f"whole-{number}", "outlet": f"O{number} {text}"}
    fields = {**names, "title": text, "url": text, "author": [text]}
    quoted = (f"{key} = {json.dumps(value, ensure_ascii=False).replace(chr(127), '')}" for key, value in fields.items())
    return "\n".join(("[[article]]", *quoted))


def seen(text: str) -> list[str]:
    """The words as they are read: without the characters that nobody sees and that are taken out of an article."""
    return "".join(c for c in normalize("NFC", text) if category(c) != "Cf").split()
