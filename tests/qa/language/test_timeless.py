from datetime import date
from pathlib import Path

import pytest

from index.store import open_snapshot
from qa.language import content_terms
from qa.language.timeless import needed_terms, timeless
from qa.question import Order, Period, Question

DAY = date(2025, 7, 15)


def ask(text: str, *words: str, order: str = "") -> Question:
    periods = tuple(Period(DAY, DAY, each) for each in words)
    return Question(text, text, periods=periods, order=Order(True, order, DAY) if order else None)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        (ask("What was decided on July 15, 2025?", "July 15, 2025"), "What was decided ?"),
        (ask("Who paid in the last three days?", "last three days"), "Who paid ?"),
        (ask("What was yesterday's vote on?", "yesterday"), "What was vote on?"),
        (ask("Was it more in 2024 than in 2025, at 20255?", "2024", "2025"), "Was it more than , at 20255?"),
        (ask("What is the latest budget?", order="latest"), "What is budget?"),
        (ask("What happened on 3 March?", "3 March"), "What happened on 3 March?"),
        (ask("What was decided?"), "What was decided?"),
    ],
)
def test_times_are_left_out_unless_nothing_else_is_asked(question: Question, rest: str) -> None:
    assert timeless(question, question.periods) == rest


def test_an_order_is_left_out_even_where_the_times_stay() -> None:
    question = ask("What is the latest budget of 2025?", "2025", order="latest")
    assert timeless(question, ()) == "What is budget of 2025?"
    assert timeless(question, question.periods) == "What is budget ?"


def test_a_passage_of_the_time_needs_fewer_words_than_one_of_another(index: Path) -> None:
    lexical = open_snapshot(index).lexical
    question = ask("Who cut jobs in July 2025?", "July 2025")
    assert needed_terms(ask("Who cut jobs?"), (), lexical) is None
    assert needed_terms(question, (), lexical) is None
    needed = needed_terms(question, question.periods, lexical)
    assert needed
    assert needed.weights.keys() == set(content_terms("cut jobs"))
