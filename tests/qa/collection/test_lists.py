"""Which articles hold some words, on a real index: all of them, counted like somebody who reads every text."""

import random
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from index.catalog.overlap import repeated_lines
from index.generation import IndexSnapshot
from index.search import Selection
from index.search.selection import ALL
from index.store import open_snapshot
from qa.collection import Lists, read_inquiry
from qa.collection.wanted import trimmed
from qa.listing import Counts, Listing, Page, Share, Where
from qa.question import Asks, Inquiry, Period
from tests.qa.stories import Stories, story

WHOLE = Page(rows=None)
AGENCY = "The union said on Monday that it would not sign, and that nobody had asked the crews. " * 4

STORIES = (
    story("one", "Quay Courier", "GENEVA.\n\nThe old bridge of Osk closes. Nobody crossed it.", "Osk", "2026-03-01"),
    story("two", "Harbour Post", "They closed a bridge. It was old.", "The old bridge", "2026-03-03"),
    story("three", "Harbour Post", "An old\nbridge; the OLD BRIDGE again, said Ines O’Hara of Osk.", "", "2026-03-03"),
    story("four", "Inland Ledger", "The US wants it. So do us all. The Marks and Spencer shop, too.", "Trade"),
    story("five", "Inland Ledger", "Give it to us. Marks are made, and Spencer came.", "Us", "2026-02-01"),
    story("six", "Quay Courier", AGENCY + "The ferry sails.", "Copied", "2026-01-01"),
    story(
        "eight",
        "Quay Courier",
        "Day five\n\nThe talks of five hours ended without a word on the front.",
        "T",
        "2025-01-02",
    ),
    story("seven", "Harbour Post", AGENCY + "The ferry sails.", "Copied, too", "2026-01-02"),
)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> IndexSnapshot:
    stories = Stories(tmp_path_factory.mktemp("lists"))
    stories.write(*STORIES)
    stories.refresh()
    return open_snapshot(stories.index)


@pytest.fixture(scope="module")
def lists(snapshot: IndexSnapshot) -> Lists:
    return Lists(snapshot)


def listed(lists: Lists, words: str, page: Page = WHOLE, selection: Selection = ALL) -> Listing:
    return lists.page(read_inquiry(words), selection, page)


def found(listing: Listing) -> dict[str, Where]:
    return {row.quote.citation.article_id: row.where for row in listing.rows}


def test_articles_are_listed_newest_first_with_those_without_the_phrase_last(lists: Lists) -> None:
    listing = listed(lists, "the old bridge")
    assert listing.sought.phrases == ("old bridge",)
    assert list(found(listing).items()) == [("three", Where.TEXT), ("two", Where.HEADLINE), ("one", Where.TEXT)]
    assert listing.counts == Counts(articles=2, independent=2, mentions=3, headline=1, searched=8)
    assert listing.outlets == (Share("Harbour Post", 2), Share("Quay Courier", 1))
    assert listing.silent == ("Inland Ledger",)
    assert (listing.first, listing.last) == (date(2026, 3, 1), date(2026, 3, 3))


def test_words_that_stand_nowhere_as_a_phrase_are_found_in_any_form(lists: Lists) -> None:
    listing = listed(lists, "closing of the old bridge")
    assert not listing.is_exact
    assert found(listing) == {"two": Where.FORMS, "one": Where.FORMS}
    assert listing.sought.forms == ("closing", "old", "bridge")
    assert listing.counts.forms == 2
    assert {mark.text for row in listing.rows for mark in row.quote.highlights} >= {"closes", "closed", "bridge"}


def test_each_row_quotes_the_sentence_with_the_words_and_marks_them(lists: Lists, snapshot: IndexSnapshot) -> None:
    quotes = {row.quote.citation.article_id: row.quote for row in listed(lists, "old bridge").rows}
    assert quotes["one"].text == "The old bridge of Osk closes."
    assert [mark.text for mark in quotes["one"].highlights] == ["old bridge"]
    assert quotes["three"].text == "An old\nbridge; the OLD BRIDGE again, said Ines O’Hara of Osk."
    assert [mark.text for mark in quotes["three"].highlights] == ["old\nbridge", "OLD BRIDGE"]
    assert (quotes["two"].text, quotes["two"].highlights) == ("They closed a bridge.", ())
    for quote in quotes.values():
        article = snapshot.catalog.article(quote.citation.article_id)
        assert article
        assert article.text[quote.citation.start : quote.citation.end] == quote.text


def test_a_place_name_above_the_text_is_no_sentence_where_there_is_a_longer_one(lists: Lists) -> None:
    (row,) = listed(lists, "Geneva").rows
    assert row.quote.text == "GENEVA."
    (row,) = listed(lists, "five").rows
    assert row.quote.text == "The talks of five hours ended without a word on the front."


def test_copies_are_counted_once_beside_all(lists: Lists) -> None:
    counts = listed(lists, "the ferry").counts
    assert (counts.articles, counts.independent) == (2, 1)


def test_capitals_count_in_an_acronym_and_in_nothing_else(lists: Lists) -> None:
    assert found(listed(lists, "us")) == {"five": Where.TEXT, "four": Where.TEXT}
    acronym = listed(lists, "the US")
    assert [one for one, where in found(acronym).items() if where is not Where.FORMS] == ["four"]
    assert (acronym.sought.capitals, acronym.counts.other_case) == (("US",), 1)
    name = listed(lists, "Old Bridge")
    assert (name.counts.articles, name.sought.capitals, name.counts.other_case) == (2, (), 2)


def test_and_asks_for_both_unless_it_is_one_name_there(lists: Lists) -> None:
    assert list(found(listed(lists, "Osk and old bridge"))) == ["three", "one"]
    assert listed(lists, "Osk and old bridge").sought.phrases == ("Osk", "old bridge")
    assert listed(lists, "Marks and Spencer").sought.phrases == ("Marks and Spencer",)
    assert listed(lists, "both Marks and Spencer").counts.articles == 2
    either = listed(lists, "ferry or Osk")
    assert (either.sought.either, either.counts.articles) == (True, 4)


def test_without_words_all_articles_are_listed_each_with_its_first_sentence(lists: Lists) -> None:
    listing = listed(lists, "")
    assert (listing.counts.articles, listing.counts.independent, listing.counts.searched) == (8, 7, 8)
    assert listing.is_exact
    assert listing.rows[-1].quote.citation.article_id == "four"  # without a date
    assert listing.rows[-1].quote.text == "The US wants it."


def test_filters_and_what_the_inquiry_restricts_itself_to_hold_together(lists: Lists) -> None:
    march = Period(date(2026, 3, 1), date(2026, 3, 31), "March")
    inquiry = Inquiry(Asks.LIST, "bridge", outlets=("Harbour Post",), periods=(march,))
    listing = lists.page(inquiry, Selection(exclude=("two",)), WHOLE)
    assert list(found(listing)) == ["three"]
    assert (listing.counts.searched, listing.silent) == (1, ())
    assert lists.page(inquiry, Selection(outlets=("Quay Courier",)), WHOLE).counts.searched == 0
    others = lists.page(Inquiry(Asks.LIST, "bridge", without_outlets=("Harbour Post",)), ALL, WHOLE)
    assert list(found(others)) == ["one"]


def test_a_list_comes_in_pages_whose_rows_join_to_the_whole(lists: Lists) -> None:
    whole = listed(lists, "").rows
    pages = [listed(lists, "", Page(start, 3)) for start in (0, 3, 6, 9)]
    assert [len(page.rows) for page in pages] == [3, 3, 2, 0]
    assert tuple(row for page in pages for row in page.rows) == whole
    assert {page.counts for page in pages} == {listed(lists, "").counts}


def test_the_oldest_come_first_where_the_first_is_asked_for(lists: Lists) -> None:
    first = lists.page(Inquiry(Asks.FIRST, "bridge"), ALL, WHOLE)
    assert not first.newest_first
    assert first.rows[0].quote.citation.article_id == "one"
    newest = lists.page(Inquiry(Asks.FIRST, "bridge"), ALL, Page(rows=None, newest_first=True))
    assert newest.rows[0].quote.citation.article_id == "three"


# Any texts

WORDS = ("old", "Old", "OLD", "bridge", "Bridge", "O’Hara", "o'hara", "co-op", "co‑op", "élan", "Élan", "Osk", "osks")
SIGNS = (" ", "\n", "\u00a0", ", ", ". ", "’s ", "-", "“", "” ", "1")


def made_up(dice: random.Random) -> str:
    return "".join(dice.choice(WORDS) + dice.choice(SIGNS) for _ in range(dice.randint(4, 40)))


def test_a_list_shows_only_the_articles_that_are_wanted_of_it(lists: Lists) -> None:
    inquiry = read_inquiry("bridge")
    ids = lists.ids(inquiry, ALL)
    whole = listed(lists, "bridge")
    assert ids == [row.quote.citation.article_id for row in whole.rows]
    assert len(ids) > 2
    some = listed(lists, "bridge", Page(rows=None, only=("four", ids[2], ids[0])))
    assert [row.quote.citation.article_id for row in some.rows] == [ids[0], ids[2]]
    assert some.counts == whole.counts
    assert listed(lists, "bridge", Page(1, 1, only=tuple(ids))).rows == whole.rows[1:2]
    assert listed(lists, "bridge", Page(only=())).rows == ()


@pytest.fixture(scope="module")
def random_texts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Lists, Sequence[Article]]:
    """An index of many texts of few words, and its articles as they are in it."""
    dice = random.Random(14)
    stories = Stories(tmp_path_factory.mktemp("random"))
    outlets = ("Quay Courier", "Harbour Post", "Inland Ledger")
    stories.write(*(story(f"a-{number}", dice.choice(outlets), made_up(dice)) for number in range(120)))
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    articles = [snapshot.catalog.article(one.article_id) for one in snapshot.catalog.articles()]
    return Lists(snapshot), [article for article in articles if article]


def plain_count(phrase: str, text: str) -> int:
    """Counts as somebody does who evens out both and looks for one in the other."""
    even = str.maketrans("’‑“”", '\'-""')
    needle, hay = (" ".join(one.translate(even).lower().split()) for one in (phrase, text))
    count, at = 0, hay.find(needle)
    while at >= 0:
        end = at + len(needle)
        alone = not re.match(r"\w", hay[at - 1 : at]) and not re.match(r"\w", hay[end : end + 1])
        count += alone
        at = hay.find(needle, end if alone else at + 1)
    return count


@given(phrase=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join))
def test_lists_and_counts_are_those_of_a_plain_count_over_the_texts(
    random_texts: tuple[Lists, Sequence[Article]], phrase: str
) -> None:
    lists, articles = random_texts
    if phrase.isupper() or "OLD" in phrase:
        phrase = phrase.lower()  # an acronym is compared with its capitals
    counts = {article.article_id: plain_count(trimmed(phrase), article.text) for article in articles}
    expected = {article_id: count for article_id, count in counts.items() if count}
    listing = listed(lists, phrase)
    assert {one for one, where in found(listing).items() if where is Where.TEXT} == set(expected)
    assert listing.counts.articles == len(expected)
    assert listing.counts.mentions == sum(expected.values())
    by_outlet = {share.name: share.articles for share in listing.outlets} if expected else {}
    outlets = [article.outlet for article in articles if article.article_id in expected]
    assert by_outlet == {outlet: outlets.count(outlet) for outlet in outlets}


def test_lines_that_an_outlet_repeats_count_too(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    line = "Sign up to the Courier briefing for more from our harbour desk"
    texts = (f"{made_up(random.Random(number))}\n\n{line}\n\n{made_up(random.Random(-number))}" for number in range(11))
    stories.write(*(story(f"r-{number}", "Quay Courier", text) for number, text in enumerate(texts)))
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    assert repeated_lines(snapshot.catalog)
    assert listed(Lists(snapshot), "Courier briefing").counts.articles == 11


def test_an_author_whom_nobody_is_has_no_articles(lists: Lists) -> None:
    nobody = lists.page(Inquiry(Asks.LIST, "", authors=("Nobody",)), ALL, WHOLE)
    assert (nobody.counts, nobody.rows, nobody.unsigned) == (Counts(), (), 0)
    everybody = lists.page(Inquiry(Asks.LIST, ""), ALL, WHOLE)
    assert (everybody.authors, everybody.unsigned) == ((), 8)
