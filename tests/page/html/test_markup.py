"""Article text as HTML: exact, marked, linked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from page.html.markup import (
    OUTLET_COLOURS,
    Mark,
    article_path,
    grown,
    link,
    marked,
    outlet_badge,
    paragraphs,
    text_fragment,
)
from tests.markup_cases import read, spans, texts


@given(texts, st.lists(st.tuples(st.integers(-5, 205), st.integers(-5, 205)), max_size=5), st.integers(0, 50))
def test_marks_cover_their_spans_and_change_no_word(text: str, spans: list[tuple[int, int]], start: int) -> None:
    html = marked(text, start, [Mark(left, right) for left, right in spans])
    assert "".join(read(f"<p>{html}</p>", "p").texts) == text
    covered = {i for left, right in spans for i in range(left - start, right - start) if 0 <= i < len(text)}
    assert "".join(read(html, "mark").texts) == "".join(text[i] for i in sorted(covered))


def test_an_id_with_a_path_in_it_stays_one_part_of_the_address() -> None:
    assert article_path("../a b?c#d&e", (1, 2)) == "/article/..%2Fa%20b%3Fc%23d%26e?at=1-2#hit"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "http:", "http://[x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert "<a" not in link(url)
    assert url in link(url)


def test_a_web_address_becomes_a_link_that_tells_the_site_nothing() -> None:
    assert 'rel="noreferrer noopener"' in link("https://courier.example/?a=1&b=2")
    assert 'href="https://courier.example/?a=1&amp;b=2"' in link("https://courier.example/?a=1&b=2")


def test_each_outlet_has_its_own_colour_and_keeps_it() -> None:
    names = [f"Outlet {letter}" for letter in "ABCDEFGHIJKL"]
    badges = [outlet_badge(name, names) for name in names]
    assert len({re.search(r"outlet-(\d+)", badge)[1] for badge in badges}) == OUTLET_COLOURS  # type: ignore[index]  # always there
    assert outlet_badge("Outlet C", reversed(names)) == badges[2]


def test_paragraphs_are_what_stands_between_blank_lines() -> None:
    text = "\n\nOne\nline.\n \n\nTwo.\n\n"
    assert [text[start:end] for start, end in paragraphs(text)] == ["One\nline.", "Two."]


def test_paragraphs_are_the_lines_of_a_text_without_blank_ones() -> None:
    text = "One.\nTwo.\nThree."
    assert [text[start:end] for start, end in paragraphs(text)] == ["One.", "Two.", "Three."]


@given(texts, spans)
def test_a_quotation_grows_to_the_whole_article_and_never_shrinks(text: str, at: tuple[int, int]) -> None:
    start, end = min(at[0], len(text)), min(at[1], len(text))
    for _ in range(len(text) + 2):
        wider = grown(text, (start, end))
        assert wider[0] <= start <= end <= wider[1]
        start, end = wider
    ends = [edge for span in paragraphs(text) for edge in span]
    if ends:
        assert (start, end) == (min(start, ends[0]), max(end, ends[-1]))


def test_a_quotation_grows_by_whole_words_where_paragraphs_are_long() -> None:
    text = "word " * 1000
    start, end = grown(text, (2500, 2504))
    assert (2500 - start, end - 2504) <= (800, 800)
    assert text[start:end].split() == ["word"] * (len(text[start:end].split()))
    assert start < 1800


def test_the_original_opens_at_the_quotation() -> None:
    quote = "The operator, Lindqvist Lines, said that 14 well-paid jobs would go."
    assert text_fragment(quote) == (
        "#:~:text=The%20operator%2C%20Lindqvist%20Lines%2C%20said,14%20well%2Dpaid%20jobs%20would%20go."
    )
    assert text_fragment("Fourteen jobs go.") == "#:~:text=Fourteen%20jobs%20go."
    assert 'href="https://a.example/x#y"' in link("https://a.example/x#y", fragment="#:~:text=z")
