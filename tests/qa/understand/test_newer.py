from datetime import date

import pytest

from qa.question import NEWER_FIRST, Filters, Order, Period, Question
from qa.understand.newer import prefer_newer

TODAY = date(2026, 3, 12)
FIRST, LAST = date(2024, 1, 5), date(2026, 3, 10)


def counted_from(question: Question, first: date | None = FIRST, last: date | None = LAST) -> date | None:
    return prefer_newer(question, TODAY, first, last).newer_from


def asked(text: str) -> Question:
    return Question(text, text)


def test_age_is_counted_from_the_newest_article_where_that_is_older_than_the_day_of_the_question() -> None:
    assert counted_from(asked("Who won the election?")) == LAST
    assert counted_from(asked("Who won the election?"), last=TODAY) == TODAY


@pytest.mark.parametrize(
    "text",
    [
        "When was the bridge built?",
        "What is the history of the ferry?",
        "What was the pier originally called?",
        "Where was the mayor born?",
        "What was the first budget of the quay?",
    ],
)
def test_a_question_about_the_past_prefers_nothing_newer(text: str) -> None:
    assert counted_from(asked(text)) is None


def test_one_that_names_a_time_or_an_order_has_said_what_it_prefers() -> None:
    year = Period(date(2019, 1, 1), date(2019, 12, 31), "in 2019")
    assert counted_from(Question("q", "q", periods=(year,))) is None
    assert counted_from(Question("q", "q", order=Order(False, "first", TODAY))) is None


def test_the_user_takes_it_back() -> None:
    assert counted_from(Question("q", "q", filters=Filters(unread=(NEWER_FIRST,)))) is None


def test_articles_of_one_time_are_not_told_apart_by_their_age() -> None:
    assert counted_from(asked("Who won?"), first=date(2026, 2, 20)) is None
    assert counted_from(asked("Who won?"), first=None, last=None) is None


@pytest.mark.parametrize("text", ["Who was the previous mayor?", "What did the pier use to cost?"])
def test_what_was_before_is_the_past(text: str) -> None:
    assert counted_from(asked(text)) is None


def test_what_something_is_used_to_do_is_no_past() -> None:
    assert counted_from(asked("What is the money used to pay for?")) == LAST
