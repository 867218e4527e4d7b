import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.generation import IndexSnapshot
from index.search import ALL, Selection
from qa.listing import Share
from qa.speech.said import Differs, Said, Statement
from qa.verbatim.find import find_said
from qa.verbatim.words import words_of

PHRASE = "we will not raise the levy by $14 billion this year"


def nearest(said: Said) -> Statement:
    assert not said.stands
    assert said.nearest
    return said.nearest


def test_words_that_stand_are_counted_with_where_they_stood_first(snapshot: IndexSnapshot) -> None:
    said = find_said(PHRASE, ALL, snapshot)
    assert (said.articles, said.headlines, said.searched) == (2, 0, 4)
    assert said.outlets == (Share("Harbour Post", 1), Share("Quay Courier", 1))
    assert said.first
    assert said.first.quote.citation.article_id == "levy-1"
    assert said.first.words.text == "We will not raise the levy by $14 billion this year"
    assert said.first.speaker == "Boris Ahl"
    assert said.first.naming
    assert "said Boris Ahl" in said.first.naming.text
    assert said.nearest is None


@pytest.mark.parametrize(
    "same",
    [
        "WE WILL NOT RAISE THE LEVY BY $14 BILLION THIS YEAR - NEVER",
        "We will not raise the levy, by $14 billion, this year... never",
        "“we will  not raise the levy by $14 billion this year — never!”",
    ],
)
def test_capitals_marks_dashes_and_spaces_make_no_difference(snapshot: IndexSnapshot, same: str) -> None:
    assert find_said(same, ALL, snapshot).articles == 2


@pytest.mark.parametrize(
    ("words", "differs", "asked", "given_words"),
    [
        ("will not raise the levy by $14 million this year", Differs.NUMBER, "million", "billion"),
        ("will not raise the levy by $15 billion this year", Differs.NUMBER, "15", "14"),
        ("We will raise the levy by $14 billion", Differs.NEGATION, "", "not"),
        ("We will not lower the levy by $14 billion", Differs.WORDS, "lower", "raise"),
        ("The cafe on the quayside won't open before 12 June", Differs.DATE, "June", "May"),
        ("before 12 May, Ida Lund said", Differs.NAME, "Lund", "Brandt"),
        ("will open before 12 May, Ida Brandt said", Differs.NEGATION, "will", "won’t"),
        ("We will surely not raise the levy by $14 billion", Differs.WORDS, "surely", ""),
    ],
)
def test_what_differs_from_the_nearest_wording_is_told(
    snapshot: IndexSnapshot, words: str, differs: Differs, asked: str, given_words: str
) -> None:
    statement = nearest(find_said(words, ALL, snapshot))
    one = statement.differences[-1]
    assert (one.differs, one.asked, one.given) == (differs, asked, given_words)
    assert words[one.asked_at :].startswith(one.asked)
    quote = statement.quote
    assert quote.text[one.start - quote.citation.start : one.end - quote.citation.start] == one.given


def test_only_what_the_filters_leave_is_looked_at(snapshot: IndexSnapshot) -> None:
    said = find_said(PHRASE, Selection(outlets=("Harbour Post",)), snapshot)
    assert (said.articles, said.searched) == (1, 2)
    assert not find_said(PHRASE, Selection(outlets=("Inland Ledger",)), snapshot).stands


def test_words_of_a_headline_alone_are_said_to_stand_there(snapshot: IndexSnapshot) -> None:
    said = find_said("ferry named Marlin", ALL, snapshot)
    assert (said.articles, said.headlines, said.first, said.nearest) == (0, 1, None, None)


def test_nothing_is_near_where_nothing_is(snapshot: IndexSnapshot) -> None:
    said = find_said("an emperor without any clothes whatsoever", ALL, snapshot)
    assert not said.stands
    assert said.nearest is None


WORDS = st.lists(st.sampled_from((*PHRASE.split(), "never", "Ahl", "🚢", "e\u0301", "x")), min_size=2, max_size=12)


@given(WORDS.map(" ".join).filter(words_of) | st.text(min_size=2, max_size=40).filter(words_of))
def test_all_that_is_quoted_is_verbatim(snapshot: IndexSnapshot, words: str) -> None:
    said = find_said(words, ALL, snapshot)
    statement = said.first or said.nearest
    if statement is None:
        return
    citation = statement.quote.citation
    article = snapshot.catalog.article(citation.article_id)
    assert article
    assert statement.quote.text == article.text[citation.start : citation.end]
    for mark in (statement.words, *filter(None, [statement.naming])):
        assert mark.text == article.text[mark.start : mark.end]
    for one in statement.differences:
        assert one.given == article.text[one.start : one.end]
        assert one.asked == words[one.asked_at : one.asked_at + len(one.asked)]
        assert one.asked != one.given
