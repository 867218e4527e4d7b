"""The HTML of a list: every row with its sentence and its place, nothing executed, further rows offered."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from page.chat.answer import answer_to_html
from page.chat.listing import listing_to_html
from page.chat.turn import answered_turn
from qa.answerer import Answerer
from qa.listing import Counts, Listing, Row, Share, Sought, Where
from qa.passage import Highlight
from qa.question import Asks, Inquiry
from tests.markup_cases import HOSTILE, answer_of, passage_of, read, texts


def listing_of(*texts: str, listed: int | None = None, start: int = 0) -> Listing:
    rows = tuple(Row(passage_of(text, title=text, outlet=text), Where.TEXT) for text in texts)
    counts = Counts(articles=len(texts) if listed is None else listed)
    shares = tuple(Share(text, 1) for text in texts)
    return Listing(Inquiry(Asks.LIST, "x"), Sought(("x",)), counts, shares, rows=rows, start=start)


@given(texts)
def test_the_sentence_shown_is_exactly_that_of_the_article(text: str) -> None:
    html = listing_to_html(listing_of(text), [text])
    assert read(html, "blockquote").texts == [text]
    assert not {"\n", "\r"} & {*html}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    quote = passage_of(text, title=text, outlet=text, authors=(text,), url=text, flags=(text,), article_id=text)
    marked = replace(quote, highlights=(Highlight(0, len(text), text),))
    hostile = replace(
        listing_of(text, text), rows=(Row(marked, Where.HEADLINE), Row(marked, Where.FORMS)), silent=(text,)
    )
    parsed = read(listing_to_html(hostile, [text]), "blockquote")
    assert parsed.texts == [text, text]
    assert not {"script", "img", "form", "iframe", "style", "b"} & {tag for tag, _ in parsed.tags}
    assert not [name for _, attributes in parsed.tags for name in attributes if name.startswith("on")]
    links = [attributes["href"] or "" for tag, attributes in parsed.tags if tag == "a"]
    assert all(address.startswith("/article/") for address in links)


def test_further_rows_are_offered_until_all_are_shown() -> None:
    html = listing_to_html(listing_of("a", "b", listed=203), [])
    assert re.findall(r'data-start="(\d+)">(.*?)<', html) == [("2", "Show 100 more articles")]
    assert "Shown: 2 of 203." in html
    last = listing_to_html(listing_of("a", listed=3, start=2), [])
    assert "more-rows" not in last
    assert "Shown: 3 of 3." in last
    assert "Shown" not in listing_to_html(listing_of("a", "b"), [])


def test_the_rows_are_numbered_through_and_the_forms_of_words_have_their_heading() -> None:
    listing = listing_of("a", "b", "c", start=4)
    rows = (*listing.rows[:1], *(replace(row, where=Where.FORMS) for row in listing.rows[1:]))
    html = listing_to_html(replace(listing, rows=rows, counts=Counts(articles=5, forms=2)), [])
    assert re.findall(r'class="number">(\d+)<', html) == ["5", "6", "7"]
    assert html.count('class="forms"') == 1
    assert html.index('class="number">5<') < html.index('class="forms"') < html.index('class="number">6<')


def test_each_outlet_narrows_the_list_to_itself_and_the_many_wait() -> None:
    outlets = [f"Outlet {number}" for number in range(13)]
    html = listing_to_html(listing_of(*outlets), outlets)
    assert html.count('data-kind="narrow"') == 13
    assert "3 more outlets" in html


def test_a_list_stands_in_the_answer_in_place_of_its_passages(answerer: Answerer) -> None:
    answer = answerer.ask("Which articles mention Lindqvist Lines?")
    turn = answered_turn(0, answer, answerer)
    assert 'class="psg"' not in turn
    assert turn.count('<li class="listed"') == 2
    assert ">List</button>" in turn
    assert 'data-kind="inquiry"' in turn
    everything = answered_turn(0, answerer.ask("How many articles are there?"), answerer)
    assert 'data-view="outlets"' not in everything


def test_an_answer_without_a_list_has_none() -> None:
    assert "listing" not in answer_to_html(answer_of(passage_of("x")))
