from pathlib import Path

import pytest

from qa.answer import Conversation
from qa.answerer import Answerer
from qa.ask import Ask
from qa.find.reading import SEARCHES_KEPT
from qa.question import Filters
from qa.settings import AnswerSettings
from tests.conftest import FakeEncoder

QUESTION = "How many jobs go with the Marlin ferry?"


def test_an_answer_is_compared_without_another_search(index: Path) -> None:
    encoder = FakeEncoder()
    answerer = Answerer(index, encoder)
    answer = answerer.ask(QUESTION)
    encoder.encoded.clear()
    comparison = answerer.compare(Ask(QUESTION))
    assert comparison.answer is answer
    assert QUESTION not in encoder.encoded


@pytest.mark.parametrize(
    "other",
    [
        Ask("Who?"),
        Ask(QUESTION, filters=Filters(outlets=("Quay Courier",))),
        Ask(QUESTION, Conversation((QUESTION,))),
        Ask(QUESTION, limit=1),
    ],
)
def test_another_question_filter_turn_before_or_limit_is_another_search(index: Path, other: Ask) -> None:
    answerer = Answerer(index, FakeEncoder())
    answer = answerer.ask(QUESTION)
    assert answerer.compare(other).answer is not answer
    assert answerer.compare(Ask(QUESTION, limit=AnswerSettings().passages)).answer is answer


def test_the_oldest_search_makes_way(index: Path) -> None:
    encoder = FakeEncoder()
    answerer = Answerer(index, encoder)
    first = answerer.ask(QUESTION)
    for number in range(SEARCHES_KEPT):
        answerer.ask(f"What about pier {number}?")
    assert answerer.compare(Ask(QUESTION)).answer is not first
