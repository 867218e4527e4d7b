"""Hostile articles in a real browser."""

import json
from pathlib import Path
from unicodedata import category, normalize

import pytest
from playwright.sync_api import Page, expect

from tests.markup_cases import HOSTILE
from tests.page.conftest import ask, serving, visit
from tests.page.newsroom import write_article

pytestmark = pytest.mark.ui


def test_hostile_texts_are_shown_word_for_word_and_do_nothing(tab: Page, tmp_path: Path) -> None:
    assert len(HOSTILE) >= 40
    for number, text in enumerate(HOSTILE):
        fields = {"outlet": f"O{number} {text}", "title": text, "authors": [text], "url": text}
        write_article(tmp_path, f"whole-{number}", text=f"{text} zebra{number} quagga{number}", **fields)
    with serving(tmp_path, tokens=200) as served:
        served.ready()
        visit(tab, served)
        for number, text in enumerate(HOSTILE):
            ask(tab, f"zebra{number} quagga{number} {text}"[:500])
            answer = tab.locator("#chat .answer").last
            answer.evaluate("one => one.querySelectorAll('details').forEach(fold => { fold.open = true })")
            card = answer.locator(".psg").first
            article = json.loads(served.get(f"/api/articles/whole-{number}")[2])
            assert seen(article["text"]) == seen(f"{text} zebra{number} quagga{number}")
            assert card.locator("blockquote").inner_text() == article["text"]
            number_shown = ["1"] * card.locator(".number").count()  # what is but the nearest material has none
            assert card.locator("h3").inner_text().split() == [*number_shown, *seen(text)]
            card.locator("a.cite").click()
            expect(tab.locator("#reader #hit")).to_be_focused()
            shown = " ".join(tab.locator("#reader .text p").all_inner_texts())
            assert shown.split() == seen(f"{text} zebra{number} quagga{number}")
            tab.keyboard.press("Escape")
        tab.reload()  # all turns are shown again from what the browser kept
        expect(tab.locator("#chat .turn")).to_have_count(len(HOSTILE))
        assert tab.evaluate("[window.__poc, window.__x_poc]") == [None, None]
        assert tab.locator("#chat :is(script, img, form, iframe), #reader :is(script, img, form, iframe)").count() == 0


def seen(text: str) -> list[str]:
    """The words as they are read: without the characters that nobody sees and that are taken out of an article."""
    return "".join(c for c in normalize("NFC", text) if category(c) != "Cf").split()
