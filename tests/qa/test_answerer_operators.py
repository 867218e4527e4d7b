"""Operators on a real index: what they leave is searched, ranked and compared as ever."""

from pathlib import Path

import pytest
from rich.console import Console

from index.search.condition import Not, Word
from qa.answer import Answer
from qa.answerer import Answerer
from qa.ask import Ask
from qa.errors import BadQuestion
from qa.question import Filters
from qa.render.json import answer_to_dict
from qa.render.plain import opening
from qa.render.terminal import render_comparison
from tests.conftest import FakeEncoder


@pytest.fixture(scope="module")
def answerer(index: Path) -> Answerer:
    return Answerer(index, FakeEncoder())


def cited(answer: Answer) -> set[str]:
    return {passage.citation.article_id for passage in answer.passages}


@pytest.mark.parametrize(
    ("asked", "articles"),
    [
        ("Marlin ferry", {"ferry-1", "ferry-2", "ferry-3", "bridge-1", "bridge-2", "school-1"}),
        ("Marlin ferry -union", {"ferry-1", "ferry-3", "bridge-1", "bridge-2", "school-1"}),
        ("Marlin ferry NOT (union OR bridge OR school)", {"ferry-1", "ferry-3"}),
        ("Lindqvist AND union", {"ferry-2"}),
        ("Marlin AND jobs", {"ferry-1", "ferry-3"}),
        ("(bridge OR roof) -mayor", {"bridge-1", "school-1"}),
        ("Marlin (jobs OR bridge)", {"ferry-1", "ferry-3"}),
        ("What of the Marlin (jobs OR bridge)?", {"ferry-1", "ferry-3", "bridge-1", "bridge-2"}),
        ("leak*", {"school-1"}),
        ("lind-qvi* OR o'lea*", set()),
        ("lindq* OR o'lea*", {"ferry-1", "ferry-2"}),
        ("build* OR brid*", {"school-1", "bridge-1", "bridge-2"}),
        ('"jobs go"~1', {"ferry-1"}),
        ('Marlin -"last crossing"', {"ferry-3", "bridge-1", "bridge-2", "school-1"}),
        ("Marlin -outlet:QC -outlet:“Inland Ledger”", {"ferry-2", "school-1"}),
        ("Marlin (outlet:QC OR service)", {"ferry-1", "ferry-2"}),
        ("What of the Marlin (outlet:QC OR service)?", {"ferry-1", "ferry-2", "bridge-2"}),
        ("Marlin after:2026-03-03", {"ferry-2", "ferry-3"}),
        ("Marlin before:2026-03", {"bridge-2", "school-1"}),
        ("bridge NOT since:2026-03", {"bridge-1", "bridge-2", "school-1"}),
    ],
)
def test_operators_decide_which_articles_are_searched(answerer: Answerer, asked: str, articles: set[str]) -> None:
    assert cited(answerer.ask(asked, limit=9)) == articles


def test_a_phrase_in_quotation_marks_alone_is_preferred_and_under_an_operator_required(answerer: Answerer) -> None:
    alone = answerer.ask("Marlin “last crossing”", limit=9)
    assert alone.passages[0].citation.article_id == "ferry-1"
    assert len(cited(alone)) == 6
    assert cited(answerer.ask("Marlin AND “last crossing”", limit=9)) == {"ferry-1", "ferry-2"}


def test_words_that_begin_so_are_what_is_searched_for(answerer: Answerer) -> None:
    answer = answerer.ask("cross* NOT outlet:“Harbour Post”")
    assert answer.question.text == "crossing"
    assert answer.found


def test_where_nothing_is_left_the_numbers_say_why(answerer: Answerer) -> None:
    answer = answerer.ask("zebra AND Marlin -“last crossing” outlet:QC")
    assert (answer.passages, answer.found) == ((), False)
    told = "No article meets all of it: zebra: none; Marlin: 1 article; without: “last crossing”: 1 article."
    assert opening(answer)[-1] == told
    assert answer_to_dict(answer)["met"] == [
        {"condition": "zebra", "articles": 0},
        {"condition": "Marlin", "articles": 1},
        {"condition": 'NOT "last crossing"', "articles": 1},
    ]
    assert answerer.ask("Marlin -union").met == ()


def test_outlets_are_compared_over_what_is_left(answerer: Answerer) -> None:
    comparison = answerer.compare(Ask("Marlin ferry jobs -union"))
    assert "Harbour Post" not in {row.outlet for row in comparison.rows}
    assert {one.outlet: one.articles for one in comparison.without}["Harbour Post"] == 1


def test_a_comparison_of_nothing_says_why(answerer: Answerer) -> None:
    console = Console(width=100)
    with console.capture() as told:
        console.print(render_comparison(answerer.compare(Ask("zebra AND Marlin"))))
    first, understood, *_ = told.get().splitlines()
    assert first == "The articles do not answer this. No article meets all of it: zebra: none; Marlin: 3 articles."
    assert understood == "Understood: newer counts more; all of: zebra, Marlin"


def test_conditions_can_be_fixed_beside_the_question(answerer: Answerer) -> None:
    fixed = Filters(conditions=(Not(Word("union")),))
    assert "ferry-2" not in cited(answerer.ask("Marlin ferry", filters=fixed, limit=9))


def test_a_query_that_cannot_be_read_is_refused(answerer: Answerer) -> None:
    with pytest.raises(BadQuestion, match="never closed"):
        answerer.ask("Marlin (ferry OR boat")
