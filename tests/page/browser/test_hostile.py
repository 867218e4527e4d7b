"""Hostile articles in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.markup_cases import HOSTILE
from tests.page.conftest import ask, serving, visit
from tests.page.newsroom import write_article

pytestmark = pytest.mark.ui


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
