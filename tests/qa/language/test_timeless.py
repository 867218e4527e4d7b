from datetime import date
from pathlib import Path

import pytest

from index.store import open_snapshot
from qa.language import content_terms
from qa.language.timeless import is_written, needed, needed_terms, times_in
from qa.question import Period, Question

DAY = date(2025, 7, 15)


def ask(text: str, *words: str) -> Question:
    return Question(text, text, periods=tuple(Period(DAY, DAY, each) for each in words))


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        (ask("What was decided on July 15, 2025?", "July 15, 2025"), "What was decided ?"),
        (ask("Was it more in 2024 than in 2025, at 20255?", "2024", "2025"), "Was it more than , at 20255?"),
        (ask("What was March's vote on?", "March"), "What was vote on?"),
        (ask("What happened on 3 March?", "3 March"), "What happened on 3 March?"),
        (ask("What was decided?"), "What was decided?"),
    ],
)
def test_a_passage_of_the_time_need_not_name_it_unless_nothing_else_is_asked(question: Question, rest: str) -> None:
    assert needed(question, question.subject, question.periods) == rest
    assert needed(question, question.subject, ()) == question.subject


def test_in_a_long_question_a_time_is_a_word_of_its_part() -> None:
    long = "Which mayor, bridge, ferry, harbour, council, school, river, dairy, plant, crack, union, tram of July 2025?"
    assert needed(ask(long, "July 2025"), long, ask(long, "July 2025").periods) == long


def test_a_passage_of_the_time_needs_fewer_words_than_one_of_another(index: Path) -> None:
    lexical = open_snapshot(index).lexical
    question = ask("Who cut jobs in July 2025?", "July 2025")
    assert needed_terms(ask("Who cut jobs?"), (), lexical) is None
    assert needed_terms(question, (), lexical) is None
    terms = needed_terms(question, question.periods, lexical)
    assert terms
    assert terms.weights.keys() == set(content_terms("cut jobs"))


@pytest.mark.parametrize(
    ("time", "written"),
    [
        *((time, True) for time in ("15 July 2025", "in 2024", "since March", "Wednesday", "May", "3/4/2026")),
        *((time, False) for time in ("yesterday", "last week", "last 3 months", "last Monday", "latest", "2 days ago")),
        *((time, False) for time in ("this spring", "today", "next March")),
    ],
)
def test_a_text_may_name_a_day_but_not_what_was_last_week_to_whoever_asks(time: str, written: bool) -> None:
    assert is_written(time) is written


def test_a_time_is_found_with_the_words_that_belong_to_it_and_nowhere_inside_a_word() -> None:
    text = "Was it more in the 2024 count than in 20245, on 2024's last day?"
    assert [text[start:end] for start, end in times_in(text, ("2024",))] == ["in the 2024", "on 2024's"]
    assert times_in(text, ()) == []
