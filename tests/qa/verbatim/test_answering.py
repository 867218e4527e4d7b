from pathlib import Path

import pytest

from qa.answer import Verdict
from qa.answerer import Answerer
from tests.conftest import FakeEncoder

STANDS = "will not raise the levy by $14 billion"
ALTERED = "will not raise the levy by $14 million"


@pytest.fixture(scope="module")
def answerer(stories: Path) -> Answerer:
    return Answerer(stories, FakeEncoder())


def test_a_question_for_words_alone_is_answered_by_whether_they_stand(answerer: Answerer) -> None:
    stands = answerer.ask(f"Who said “{STANDS}”?")
    assert (stands.verdict, [one.articles for one in stands.said]) == (Verdict.ANSWERS, [2])
    altered = answerer.ask(f"Did anyone ever say “{ALTERED}”?")
    assert (altered.verdict, altered.matching) == (Verdict.NO, ())
    assert altered.said[0].nearest


def test_quoted_words_of_another_question_leave_its_answer_as_it_is(answerer: Answerer) -> None:
    plain = answerer.ask("What did the council decide about the levy and the meeting on Monday?")
    quoted = answerer.ask(f"What did the council decide about the levy and “{ALTERED}” on Monday?")
    assert plain.said == ()
    assert [one.asked for one in quoted.said] == [ALTERED]
    assert quoted.verdict is not Verdict.NO


def test_what_is_quoted_at_length_is_looked_for_too(answerer: Answerer) -> None:
    long = "We will not raise the levy by $14 billion this year – never, said Boris Ahl, the treasurer. " * 3
    [said] = answerer.ask(f"Who said “{long}”?").said
    assert not said.stands


def test_one_word_and_a_list_of_articles_are_not_looked_for(answerer: Answerer) -> None:
    assert answerer.ask("What is a “levy”?").said == ()
    answer = answerer.ask(f"How many articles mention “{STANDS}”?")
    assert answer.is_list
    assert answer.said == ()
