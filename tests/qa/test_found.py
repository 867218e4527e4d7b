from pathlib import Path

from qa.answer import Conversation
from qa.answerer import Answerer
from qa.found import KEPT, asked_key
from qa.question import Filters
from tests.conftest import FakeEncoder

QUESTION = "How many jobs go with the Marlin ferry?"


def test_an_answer_is_compared_without_another_search(index: Path) -> None:
    encoder = FakeEncoder()
    answerer = Answerer(index, encoder)
    answer = answerer.ask(QUESTION)
    encoder.encoded.clear()
    comparison = answerer.compare(QUESTION)
    assert comparison.answer is answer
    assert QUESTION not in encoder.encoded


def test_another_question_another_filter_and_another_turn_before_are_other_searches(index: Path) -> None:
    answer = Answerer(index, FakeEncoder()).ask(QUESTION)
    keys = {
        asked_key(QUESTION, None, None, 5),
        asked_key("Who?", None, None, 5),
        asked_key(QUESTION, None, Filters(outlets=("Quay Courier",)), 5),
        asked_key(QUESTION, Conversation((answer,)), None, 5),
        asked_key(QUESTION, None, None, 6),
    }
    assert len(keys) == 5
    assert asked_key(QUESTION, Conversation(()), Filters(), 5) in keys


def test_the_oldest_search_makes_way(index: Path) -> None:
    encoder = FakeEncoder()
    answerer = Answerer(index, encoder)
    first = answerer.ask(QUESTION)
    for number in range(KEPT):
        answerer.ask(f"What about pier {number}?")
    assert answerer.compare(QUESTION).answer is not first
