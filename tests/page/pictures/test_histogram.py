"""The picture of days, as it is drawn and as it stands in its table."""

import re
from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from page.html.colours import in_order, outlet_colour
from page.pictures.histogram import HEIGHT, bars, histogram_to_html, span_words
from qa.collection.histogram import Histogram, Step
from tests.markup_cases import HOSTILE, read

NAMES = [f"Outlet {number}" for number in range(20)]
OUTLETS = in_order(NAMES)
NEAR = st.integers(0, 900).map(lambda days: date(2025, 1, 1) + timedelta(days))
FAR = st.dates(date(1900, 1, 1), date(2100, 1, 1))
ARTICLES = st.lists(st.tuples(st.sampled_from(NAMES), st.none() | NEAR | FAR), max_size=60)
MARCH = date(2026, 3, 3)


def drawn(articles: list[tuple[str, date | None]]) -> str:
    return histogram_to_html(Histogram.of(articles), OUTLETS, "All of them.")


@given(ARTICLES)
def test_the_bars_and_the_table_hold_every_dated_article(articles: list[tuple[str, date | None]]) -> None:
    html = drawn(articles)
    dated = sum(day is not None for _, day in articles)
    assert sum(map(int, re.findall(r'data-articles="(\d+)"', html))) == dated
    assert sum(int(number) for number in re.findall(r"</th><td>([\d,]+)</td>", html)) == dated
    cells = Counter[str]()
    for cell in re.findall(r"<td>(Outlet [^<]*)</td>", html):
        for outlet, number in re.findall(r"(Outlet \d+) (\d+)", cell):
            cells[outlet] += int(number)
    assert cells == Counter(outlet for outlet, day in articles if day)


@given(ARTICLES)
def test_a_bar_is_as_high_as_it_is_full_and_no_two_bars_overlap(articles: list[tuple[str, date | None]]) -> None:
    all_bars = list(bars(Histogram.of(articles), NAMES[:3]))
    most = max((bar.articles for bar in all_bars), default=0)
    for bar in all_bars:
        assert sum(part.articles for part in bar.parts) == bar.articles
        height = sum(part.height for part in bar.parts)
        assert abs(height - (max(2, HEIGHT * bar.articles / most) if bar.articles else 0)) < 1e-6
        assert all(-1e-6 <= part.y <= HEIGHT for part in bar.parts)
    edges = [(bar.x, bar.x + bar.width) for bar in all_bars]
    assert edges == sorted(edges)
    assert all(0 <= left < right <= 100 for left, right in edges)


@given(ARTICLES)
def test_no_two_outlets_of_one_picture_have_the_same_colour(articles: list[tuple[str, date | None]]) -> None:
    colours = re.findall(r'class="swatch (outlet-\w+)"', drawn(articles))
    assert len(colours) == len(set(colours))


def test_an_outlet_whose_colour_is_taken_counts_among_the_others() -> None:
    same = [name for name in OUTLETS if outlet_colour(name, OUTLETS) == outlet_colour(OUTLETS[0], OUTLETS)]
    other = OUTLETS[1]
    html = drawn([(name, MARCH) for name in (same[0], same[0], same[1], other)])
    assert f"{same[0]} 2</li>" in html
    assert "1 other outlet 1</li>" in html
    assert f"{same[1]} 1</td>" in html or f"{same[1]} 1," in html


def test_what_is_not_drawn_is_said() -> None:
    assert "1 article has no date and is not drawn." in drawn([(NAMES[0], MARCH), (NAMES[1], None)])
    assert "2 articles have no date and are not drawn." in drawn([(NAMES[0], MARCH), *[(NAMES[1], None)] * 2])
    nothing = drawn([(NAMES[0], None)])
    assert "None of them has a date." in nothing
    assert "<svg" not in nothing


def test_spans_are_written_as_people_write_them() -> None:
    ends = [(step.first(MARCH), step.last(MARCH)) for step in Step]
    words = [span_words(step, *span) for step, span in zip(Step, ends, strict=True)]
    assert words == ["3 March 2026", "2–8 March 2026", "March 2026", "2026", "2020–2029"]


def test_no_name_becomes_an_element() -> None:
    def elements(name: str) -> list[str]:
        html = histogram_to_html(Histogram.of([(name, MARCH), ("B", MARCH)]), in_order([name, "B"]), "All.")
        return [tag for tag, _ in read(html, "x").tags if tag != "br"]

    for text in HOSTILE:
        assert elements(text or "empty") == elements("A")
