"""The pictures of days and the timeline, in a real Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.markup_cases import HOSTILE
from tests.page.browser.axe import findings
from tests.page.conftest import Served, ask, serving, visit
from tests.page.newsroom import write_article

pytestmark = pytest.mark.ui

PIER = "Which articles mention the pier?"
OUTLETS = ("Pier News", "Quay Courier", '<img src=x onerror="window.__x_poc=1">')


@pytest.fixture(scope="module")
def pier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page over 24 articles on a pier: one on each of 24 days, and an undated one."""
    folder = tmp_path_factory.mktemp("pier")
    for number in range(24):
        fields = {"outlet": OUTLETS[number % 3], "title": f"Pier {number}", "date": f"2026-03-{number + 1:02}"}
        write_article(folder, f"pier-{number}", text=f"The pier is {number} feet long.", **fields)
    write_article(folder, "undated", outlet="Pier News", title="Pier", text="The pier is closed.")
    with serving(folder) as served:
        served.ready()
        yield served


def opened(tab: Page, served: Served, question: str = PIER) -> Locator:
    visit(tab, served)
    ask(tab, question)
    tab.locator(".days > summary").click()
    plot = tab.locator(".days .plot")
    expect(plot).to_be_visible()
    return plot


def test_the_days_of_an_answer_are_one_line_that_opens(tab: Page, pier: Served) -> None:
    visit(tab, pier)
    ask(tab, PIER)
    summary = tab.locator(".days > summary")
    expect(summary).to_contain_text("25 articles listed, 1–24 March 2026")
    expect(tab.locator(".days .plot")).to_be_hidden()
    summary.press("Enter")
    expect(tab.locator(".histogram figcaption")).to_contain_text("1 article has no date and is not drawn.")
    assert tab.locator(".histogram g").count() == 24
    box = tab.locator(".histogram g rect:not(.place)").first.bounding_box()
    assert box is not None
    assert box["height"] > 90


def test_what_comes_below_is_not_moved_when_the_picture_comes(tab: Page, pier: Served) -> None:
    visit(tab, pier)
    held = []
    tab.route("**/days", lambda route: held.append(route))
    ask(tab, PIER)
    place = tab.locator(".listing")
    before = place.bounding_box()
    held[0].continue_()
    expect(tab.locator(".days > summary")).to_be_visible()
    assert place.bounding_box() == before


def test_a_drag_asks_again_within_the_days(tab: Page, pier: Served) -> None:
    plot = opened(tab, pier)
    box = plot.bounding_box()
    assert box is not None
    one_day, middle = box["width"] / 24, box["y"] + box["height"] / 2
    tab.mouse.move(box["x"] + 4.5 * one_day, middle)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 2.5 * one_day, middle)
    expect(tab.locator(".histogram .choice")).to_have_text("3 March 2026 – 5 March 2026: 3 articles")
    tab.mouse.up()
    expect(tab.locator(".answer .lead")).to_have_text("3 articles hold “pier”.")
    expect(tab.locator(".chips")).to_contain_text("from 3 March 2026")
    expect(tab.locator(".days > summary")).to_contain_text("3 articles listed, 3–5 March 2026")
    expect(tab.locator(".turn")).to_have_count(1)
    for _ in range(2):
        tab.locator(".chips button").last.click()
        expect(tab.locator("[aria-busy]")).to_have_count(0)
    expect(tab.locator(".answer .lead")).to_have_text("25 articles hold “pier”.")


def test_the_keyboard_alone_chooses_days_and_asks_again(tab: Page, pier: Served) -> None:
    plot = opened(tab, pier)
    tab.locator(".days > summary").focus()
    tab.keyboard.press("Tab")
    expect(plot).to_be_focused()
    expect(plot).to_have_attribute("aria-valuetext", "All days")
    tab.keyboard.press("ArrowRight")
    expect(plot).to_have_attribute("aria-valuetext", "1 March 2026: 1 article")
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Shift+ArrowRight")
    expect(plot).to_have_attribute("aria-valuetext", "2 March 2026 – 3 March 2026: 2 articles")
    expect(plot).to_have_attribute("aria-valuenow", "3")
    tab.keyboard.press("Escape")
    expect(plot).to_have_attribute("aria-valuetext", "All days")
    tab.keyboard.press("End")
    tab.keyboard.press("Shift+ArrowLeft")
    tab.keyboard.press("Enter")
    expect(tab.locator(".answer .lead")).to_have_text("2 articles hold “pier”.")
    expect(tab.locator(".asked")).to_be_focused()


def test_the_figure_tells_of_the_days_that_are_chosen(tab: Page, pier: Served) -> None:
    opened(tab, pier).focus()
    tab.evaluate(
        "document.addEventListener('dateline:days', ({ detail, target }) => (window.told = [detail, target.className]))"
    )
    tab.keyboard.press("Home")
    tab.keyboard.press("Enter")
    assert tab.evaluate("told") == [{"since": "2026-03-01", "until": "2026-03-01"}, "histogram"]


def test_the_timeline_is_a_line_of_days_with_sentences_and_links(tab: Page, pier: Served) -> None:
    visit(tab, pier)
    ask(tab, PIER)
    tab.get_by_role("button", name="Timeline", exact=True).press("Enter")
    expect(tab.locator(".timeline .lead")).to_have_text("25 articles match, 25 shown.")
    expect(tab.locator("#said")).to_have_text("25 articles match, 25 shown.")
    expect(tab.locator(".answer")).to_be_hidden()
    expect(tab.locator(".timeline .day h3").first).to_have_text("1 March 2026")
    expect(tab.locator(".timeline .day h3").last).to_have_text("Without a date")
    tab.locator(".timeline a.cite").first.click()
    expect(tab.locator("#reader #hit")).to_be_focused()
    expect(tab.locator("#reader .text")).to_have_text("The pier is 0 feet long.")
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name="List", exact=True).click()
    expect(tab.locator(".timeline")).to_be_hidden()
    expect(tab.locator(".answer")).to_be_visible()


def test_who_asks_for_a_timeline_sees_it_at_once_and_after_a_reload(tab: Page, pier: Served) -> None:
    visit(tab, pier)
    ask(tab, "Give me a timeline of the pier")
    expect(tab.locator(".timeline .lead")).to_contain_text("articles match")
    expect(tab.locator(".answer")).to_be_hidden()
    expect(tab.get_by_role("button", name="Timeline", exact=True)).to_have_attribute("aria-pressed", "true")
    tab.reload()
    expect(tab.locator(".timeline .lead")).to_contain_text("articles match")


def test_a_restored_answer_has_its_days_too(tab: Page, pier: Served) -> None:
    visit(tab, pier)
    ask(tab, PIER)
    expect(tab.locator(".days > summary")).to_be_visible()
    tab.reload()
    expect(tab.locator(".days > summary")).to_contain_text("25 articles listed")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_and_nothing_hangs_over(tab: Page, pier: Served, scheme: str, width: int) -> None:
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.set_viewport_size({"width": width, "height": 844})
    plot = opened(tab, pier)
    tab.locator(".as-table > summary").click()
    plot.press("ArrowRight")
    assert findings(tab) == []
    fits = "document.querySelector('#chat').scrollWidth <= document.querySelector('#chat').clientWidth"
    assert tab.evaluate(fits)
    tab.get_by_role("button", name="Timeline", exact=True).click()
    expect(tab.locator(".timeline")).to_be_visible()
    assert findings(tab) == []
    assert tab.evaluate(fits)
    tab.set_viewport_size({"width": 1280, "height": 800})


def test_a_drawing_from_the_server_leads_nowhere_and_runs_nothing(tab: Page, pier: Served) -> None:
    visit(tab, pier)
    kept = tab.evaluate(
        """async (texts) => {
            const main = document.querySelector("script[type=module][src*='/scripts/']").src;
            const { parse } = await import(main.replace("frame/main.js", "html/document.js"));
            return texts.map((text) => parse(text).innerHTML);
        }""",
        [
            '<svg onload="x()" style="color: red" width="9"><rect onclick="x()" href="//x" fill="url(//x)" x="1"/>',
            '<svg><script>x()</script><a href="javascript:x()"><rect/></a><use href="#x"/><image href="//x"/></svg>',
            '<svg><foreignObject><p>x</p></foreignObject><set attributeName="href" to="//x"/><style>*{}</style></svg>',
            "<svg><title><img src=x onerror=x()>t</title><desc><script>x()</script></desc></svg>",
            "<title>t</title><math><mi>x</mi></math><rect></rect>",
        ],
    )
    assert kept == [
        '<svg width="9"><rect x="1"></rect></svg>',
        "<svg></svg>",
        "<svg></svg>",
        "<svg><title>t</title><desc></desc></svg>",
        "",
    ]


def test_hostile_names_of_outlets_are_words(tab: Page, tmp_path: Path) -> None:
    for number, text in enumerate(HOSTILE):
        name = f"{number} {text}"
        write_article(tmp_path, f"a-{number}", outlet=name, title="Pier", text="The pier.", date="2026-03-01")
    with serving(tmp_path) as served:
        served.ready()
        opened(tab, served)
        tab.locator(".as-table > summary").click()
        assert tab.locator(".histogram :is(img, script, form, iframe, a, style)").count() == 0
        assert tab.evaluate("[window.__poc, window.__x_poc]") == [None, None]
