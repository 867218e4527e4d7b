from datetime import date

import pytest

from qa.answer import Conversation
from qa.ask import Ask
from qa.question import Filters, Question
from qa.scope.outlet_names import OutletNames
from qa.times import Days
from qa.understand.parse import understand
from tests.qa.understand.follow_ups import FIRST_HALF, SECOND_HALF, FollowUp

NAMES = OutletNames(["Ostrand Post", "Marrow Gazette", "Fell Observer"], {})
DAYS = Days(date(2026, 3, 10), date(2026, 3, 4))


def follow(asked: str, *before: str) -> Question:
    return understand(Ask(asked, Conversation(before)), NAMES, DAYS)


@pytest.mark.parametrize("case", FIRST_HALF + SECOND_HALF)
def test_a_follow_up_takes_what_it_lacks_and_no_more(case: FollowUp) -> None:
    question = follow(case.asked, *case.before)
    assert bool(question.carried) == case.subject
    assert question.inherited == tuple(filter(None, (case.time, case.outlet, case.speaker)))


@pytest.mark.parametrize("asked", ["And the year before?", "And a year earlier?", "What about the year before?"])
def test_a_time_counted_from_that_of_the_question_before_is_asked_of_the_same(asked: str) -> None:
    question = follow(asked, "What did the council decide about the quay in 2025?")
    assert [(period.first, period.last) for period in question.periods] == [(date(2024, 1, 1), date(2024, 12, 31))]
    assert question.subject == "What did the council decide about the quay in 2025?"
    assert question.inherited == ()


def test_it_is_counted_on_from_one_follow_up_to_the_next() -> None:
    question = follow("And the year after?", "How many ships came to the quay in 2022?", "And the year after?")
    assert [period.first for period in question.periods] == [date(2024, 1, 1)]


def test_without_a_time_before_it_is_none() -> None:
    question = follow("And the year before?", "How many ships came to the quay?")
    assert question.periods == ()
    assert question.subject == "How many ships came to the quay?"


def test_a_counted_time_that_is_not_meant_is_none() -> None:
    before = Conversation(("How many ships came to the quay in 2025?",))
    ask = Ask("And the year before?", before, filters=Filters(unread=("the year before",)))
    assert understand(ask, NAMES, DAYS).periods == ()


def test_without_an_outlet_the_same_is_asked_of_the_others() -> None:
    question = follow("And without the Marrow Gazette?", "What happened at the quay?")
    assert question.filters.without_outlets == ("Marrow Gazette",)
    assert question.subject == "What happened at the quay?"
