"""Which passages bear on a question, through the real answerer."""

from datetime import date
from pathlib import Path

import pytest

from qa.answer import Answer, Verdict
from qa.answerer import Answerer
from qa.settings import AnswerSettings
from tests.conftest import FakeEncoder
from tests.qa.stories import Stories, story

SURE = AnswerSettings(may_threshold=0.0, answers_threshold=0.0)
ARTICLES = (
    ("ferry", "Post", "The council closed the Marlin ferry of Lindqvist Lines. Fourteen jobs go with the ferry."),
    ("ferry-too", "Courier", "Lindqvist Lines and the council end the Marlin ferry. Fourteen jobs are lost."),
    ("cod", "Courier", "The cod quota for the coming winter was set by a ministry. Trawlers wait in Ostrand."),
    ("school", "Ledger", "A grammar school has a leaking roof. Pupils carry buckets all morning."),
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("stories"), SURE)


def answerer_of(folder: Path, settings: AnswerSettings) -> Answerer:
    stories = Stories(folder)
    stories.write(*(story(name, outlet, text, day="2026-03-02") for name, outlet, text in ARTICLES))
    stories.refresh()
    return Answerer(stories.index, FakeEncoder(), settings)


def bearing(answer: Answer) -> set[str]:
    return {one.citation.article_id for one in answer.matching}


def test_a_passage_on_the_same_bears_and_one_on_something_else_does_not(answerer: Answerer) -> None:
    answer = answerer.ask("Which jobs go with the Marlin ferry of Lindqvist Lines?")
    assert bearing(answer) == {"ferry", "ferry-too"}
    assert {one.citation.article_id for one in answer.nearest} <= {"cod", "school"}


def test_where_an_outlet_is_named_what_others_have_on_something_else_does_not_bear(answerer: Answerer) -> None:
    answer = answerer.ask("What does the Post report on the Marlin ferry of Lindqvist Lines and its jobs?")
    assert "ferry" in bearing(answer)
    assert not bearing(answer) & {"cod", "school"}


def test_where_the_articles_do_not_answer_nothing_bears(tmp_path: Path) -> None:
    answer = answerer_of(tmp_path, AnswerSettings(may_threshold=1.0, answers_threshold=1.0)).ask("Marlin ferry jobs")
    assert answer.verdict is Verdict.NO
    assert bearing(answer) == set()


def test_without_the_kind_of_answer_that_is_asked_for_it_is_not_sure_that_the_articles_answer(
    answerer: Answerer,
) -> None:
    numbers = answerer.ask("How many jobs go with the Marlin ferry?", today=date(2026, 3, 3))
    assert numbers.verdict is Verdict.ANSWERS
    assert answerer.ask("How many buckets has the grammar school?").verdict is Verdict.MAY
