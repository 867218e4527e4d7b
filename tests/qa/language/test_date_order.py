from datetime import date

import pytest

from qa.language.date_order import find_order
from qa.question import Order

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is the latest budget for the quay?", "latest"),
        ("newest figures on the quay", "newest"),
        ("What is the Most Recent figure?", "Most Recent"),
        ("What is the current budget of the quay?", "current"),
        ("Who is currently mayor?", "currently"),
        ("Is there an up-to-date count?", "up-to-date"),
    ],
)
def test_the_newest_comes_first(question: str, words: str) -> None:
    assert find_order(question, TODAY) == Order(newest=True, words=words, until=TODAY)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What was the first budget for the quay?", "first"),
        ("What did the earliest report say?", "earliest"),
        ("What was the initial estimate?", "initial"),
        ("Who first reported the fire?", "first"),
        ("How much was originally planned?", "originally"),
        ("How many were counted at first?", "at first"),
    ],
)
def test_the_oldest_comes_first(question: str, words: str) -> None:
    assert find_order(question, TODAY) == Order(newest=False, words=words, until=TODAY)


@pytest.mark.parametrize(
    "question",
    [
        *("Who is the first minister?", "How long did the first day last?", "Who was the first woman on the board?"),
        *("How strong is the electric current?", "How strong is the current in the strait?", "Who owns the bank?"),
        *("What is the current account deficit?", "What is to be paid by Friday at the latest?", "Who came first?"),
        *("Which team does she play for in her current job?", "Is the first estimate the same as the latest one?"),
        "How old is the earliest church?",
    ],
)
def test_no_order_is_asked_for(question: str) -> None:
    assert find_order(question, TODAY) is None


def test_a_word_of_a_name_asks_for_none() -> None:
    text = "What does Latest News say?"
    assert find_order(text, TODAY, [(text.index("Latest"), text.index(" say"))]) is None
