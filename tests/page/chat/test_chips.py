from dataclasses import replace
from datetime import date

import pytest

from index.search.condition import Any, Not, Word
from page.chat.chips import wider, without
from qa.answer import Conversation
from qa.ask import Ask
from qa.errors import BadQuestion
from qa.question import NEWER_FIRST, Also, Filters, Question
from qa.render.remarks import Kind, Remark

NO_PROTEST, LINES = Not(Word("protest")), Any((Word("quay"), Word("winter harbour")))
FILTERS = Filters(
    ("A", "B"), date(2026, 3, 1), date(2026, 3, 9), ("x",), ("Time",), ("D", "E"), ("F",), (NO_PROTEST, LINES)
)
MORE = (FILTERS.without_outlets, FILTERS.authors, FILTERS.conditions)
ASKED = 'What did "x y" cost outlet:A since:2026-03-01'


@pytest.mark.parametrize(
    ("kind", "value", "filters"),
    [
        (Kind.ONLY, "A", Filters(("B",), FILTERS.since, FILTERS.until, ("x",), ("Time",), *MORE)),
        (Kind.SINCE, "", Filters(("A", "B"), None, FILTERS.until, ("x",), ("Time",), *MORE)),
        (Kind.UNTIL, "", Filters(("A", "B"), FILTERS.since, None, ("x",), ("Time",), *MORE)),
        (Kind.OUTLET, "C", Filters(("A", "B"), FILTERS.since, FILTERS.until, ("x",), ("Time", "C"), *MORE)),
        (
            Kind.PERIOD,
            "last week",
            Filters(("A", "B"), FILTERS.since, FILTERS.until, ("x",), ("Time", "last week"), *MORE),
        ),
        (Kind.INQUIRY, "List all", replace(FILTERS, unread=("Time", "List all"))),
        (Kind.ORDER, "latest", Filters(("A", "B"), FILTERS.since, FILTERS.until, ("x",), ("Time", "latest"), *MORE)),
        (Kind.NEWER, NEWER_FIRST, replace(FILTERS, unread=("Time", NEWER_FIRST))),
        (Kind.ALL_OUTLETS, "", replace(FILTERS, outlets=(), without_outlets=(), unread=("Time", "D", "E"))),
        (Kind.ALL_DAYS, "", Filters(("A", "B"), None, None, ("x",), ("Time",), *MORE)),
        (Kind.ALL_ARTICLES, "", Filters(("A", "B"), FILTERS.since, FILTERS.until, (), ("Time",), *MORE)),
        (Kind.NARROW, "C", Filters(("C",), FILTERS.since, FILTERS.until, ("x",), ("Time",), *MORE)),
        (Kind.DAYS, "2026-03-02/2026-03-04", replace(FILTERS, since=date(2026, 3, 2), until=date(2026, 3, 4))),
        (Kind.WITHOUT, "D", replace(FILTERS, without_outlets=("E",), unread=("Time", "D"))),
        (Kind.AUTHOR, "F", replace(FILTERS, authors=(), unread=("Time", "F"))),
        (Kind.CONDITION, "NOT protest", replace(FILTERS, conditions=(LINES,))),
        (Kind.CONDITION, '(quay OR "winter harbour")', replace(FILTERS, conditions=(NO_PROTEST,))),
        (Kind.ALL_WORDS, "", replace(FILTERS, conditions=())),
        (Kind.ALL_AUTHORS, "", replace(FILTERS, authors=())),
        (Kind.CARRIED, "", FILTERS),
        (Kind.CARRIED, "Who?", replace(FILTERS, unread=("Time", "Who?"))),
        (Kind.ALSO, "NCTA", replace(FILTERS, unread=("Time", "NCTA"))),
    ],
)
def test_one_thing_is_taken_back_and_all_else_stays(kind: Kind, value: str, filters: Filters) -> None:
    before = Conversation() if kind is Kind.CARRIED and not value else Conversation(("Who?",))
    asked = Ask(ASKED, Conversation(("Who?",)), FILTERS)
    assert without(asked, kind, value) == Ask('What did "x y" cost', before, filters)


@pytest.mark.parametrize("days", ["", "2026-03-02", "2026-03-04/2026-03-02", "x/y", "2026-03-02/2026-03-04/2026-03-05"])
def test_days_that_cannot_be_read_are_refused(days: str) -> None:
    with pytest.raises(BadQuestion):
        without(Ask(ASKED), Kind.DAYS, days)


@pytest.mark.parametrize("quotes", ['""', "“”", "„“", "«»", "‚‘", "‘’", "''"])
def test_exact_words_become_words(quotes: str) -> None:
    asked = f"Who said {quotes[0]}nobody asked{quotes[1]}?"
    assert without(Ask(asked), Kind.PHRASE, "nobody asked") == Ask("Who said nobody asked?")


def test_operators_that_became_filters_are_gone_from_the_words() -> None:
    asked = Ask("storm (quay OR harbour) NOT schools author:velt before:2026", filters=FILTERS)
    assert without(asked, Kind.UNTIL, "").question == "storm quay or harbour"


def test_a_search_without_an_answer_can_be_made_wider_by_each_filter() -> None:
    assert [remark.kind for remark in wider(Question("q", "q", filters=FILTERS))] == [
        Kind.ALL_OUTLETS,
        Kind.ALL_AUTHORS,
        Kind.ALL_DAYS,
        Kind.ALL_WORDS,
        Kind.ALL_ARTICLES,
    ]


def test_outlets_that_are_left_out_can_be_searched_again() -> None:
    question = Question("q", "q", filters=Filters(without_outlets=("D",)))
    assert wider(question) == (Remark("in all outlets", Kind.ALL_OUTLETS),)
    assert wider(Question("q", "q")) == ()


def test_what_was_meant_takes_the_place_of_a_slip_in_exact_words() -> None:
    asked = Ask('Who said "the archtect"?')
    (offer,) = wider(Question(asked.question, asked.question, instead=(Also("archtect", "architect", "slip"),)))
    assert without(asked, offer.kind, offer.value) == Ask('Who said "the architect"?')
