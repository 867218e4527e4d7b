from datetime import date

import pytest

from index.search.condition import Not, Word
from qa.question import Also, Facet, Filters, Order, Period, Question
from qa.render.remarks import Kind, Remark, offers, period_words, remarks


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(date(2026, 3, 2), date(2026, 3, 10), "last week"), "last week: 2–10 March 2026"),
        (Period(date(2024, 1, 1), None, "since 2024"), "since 2024: from 1 January 2024"),
        (Period(None, date(2023, 12, 31), "before 2024"), "before 2024: until 31 December 2023"),
        (
            Period(date(2025, 12, 5), date(2026, 3, 5), "last 3 months", counted_from=date(2026, 3, 5)),
            "last 3 months: 5 December 2025 – 5 March 2026, counted from the newest article",
        ),
        (
            Period(date(2025, 4, 3), date(2025, 4, 3), "3/4/2025", or_else=date(2025, 3, 4)),
            "3/4/2025: 3 April 2025, not 4 March 2025",
        ),
    ],
)
def test_a_period_says_which_days_it_was_taken_for(period: Period, words: str) -> None:
    assert period_words(period) == words
    question = Question("q", "q", periods=(period,))
    assert remarks(question) == (Remark(f"period: {words}", Kind.PERIOD, period.words),)


@pytest.mark.parametrize(("newest", "words"), [(True, "newest first: latest"), (False, "oldest first: latest")])
def test_an_order_by_date_is_said(newest: bool, words: str) -> None:
    question = Question("q", "q", order=Order(newest, "latest", date(2026, 3, 10)))
    assert remarks(question) == (Remark(words, Kind.ORDER, "latest"),)


def test_it_is_said_that_newer_articles_are_preferred() -> None:
    question = Question("q", "q", newer_from=date(2026, 3, 10))
    assert remarks(question) == (Remark("newer counts more", Kind.NEWER, "newer first"),)


def test_outlets_left_out_and_authors_are_said() -> None:
    question = Question("q", "q", filters=Filters(without_outlets=("Quay Courier",), authors=("Ines Rask",)))
    left_out = Remark("without Quay Courier", Kind.WITHOUT, "Quay Courier")
    assert remarks(question) == (left_out, Remark("author: Ines Rask", Kind.AUTHOR, "Ines Rask"))


def test_what_articles_must_hold_is_said() -> None:
    question = Question("q", "q", filters=Filters(conditions=(Not(Word("winter boat")),)))
    assert remarks(question) == (Remark("without: “winter boat”", Kind.CONDITION, 'NOT "winter boat"'),)


def test_an_author_whom_the_question_names_is_said() -> None:
    question = Question("q", "q", authors=("Ines Rask",))
    assert remarks(question) == (Remark("author: Ines Rask", Kind.AUTHOR, "Ines Rask"),)


def test_what_is_carried_over_is_said_to_be_and_can_be_taken_back_by_itself() -> None:
    period = Period(date(2024, 1, 1), date(2024, 12, 31), "2024")
    order = Order(newest=True, words="latest", until=date(2026, 3, 10))
    facets = (Facet("Quay Courier", "Why?"), Facet("Harbour Post", "Why?"))
    inherited = ("2024", "latest", "Quay Courier")
    question = Question("Why?", "Why?", (), facets, (period,), order=order, carried=("Who?",), inherited=inherited)
    assert remarks(question) == (
        Remark("carried over: outlet: Quay Courier", Kind.OUTLET, "Quay Courier"),
        Remark("outlet: Harbour Post", Kind.OUTLET, "Harbour Post"),
        Remark("carried over: period: 2024: 1 January – 31 December 2024", Kind.PERIOD, "2024"),
        Remark("carried over: newest first: latest", Kind.ORDER, "latest"),
        Remark("carried over: Who?", Kind.CARRIED, "Who?"),
    )


def test_other_forms_are_said_once_each_and_a_slip_as_such() -> None:
    forms = (
        Also("NCTA", "North Coast Transport Authority", "acronym"),
        Also("the NCTA", "North Coast Transport Authority", "acronym"),
        Also("archtect", "architect", "slip"),
    )
    assert remarks(Question("q", "q", also=forms)) == (
        Remark("also: North Coast Transport Authority", Kind.ALSO, "North Coast Transport Authority"),
        Remark("searching for “architect” too", Kind.ALSO, "architect"),
    )


def test_what_a_slip_in_exact_words_may_stand_for_is_offered() -> None:
    question = Question("q", "q", instead=(Also("archtect", "architect", "slip"),))
    assert remarks(question) == ()
    assert offers(question) == (
        Remark("“architect” for “archtect”, which no article has", Kind.INSTEAD, "archtect\tarchitect"),
    )
