from dataclasses import replace

import pytest

from qa.answer import Answer, Conversation, Verdict, coverage
from tests.conftest import POST, cite, worth


def test_a_new_turn_makes_a_new_conversation_and_leaves_the_old_one(answer: Answer) -> None:
    later = replace(answer, question=replace(answer.question, text="And the union?"))
    empty = Conversation()
    one = empty.with_answer(answer)
    two = one.with_answer(later)
    texts = (answer.question.text, later.question.text)
    assert (empty.questions, one.questions, two.questions) == ((), texts[:1], texts)


@pytest.mark.parametrize("verdict", Verdict)
def test_what_matches_stands_as_the_answer_and_the_rest_is_the_nearest(answer: Answer, verdict: Verdict) -> None:
    told = worth(answer, verdict, 1, 3)
    first, second, third = told.passages
    assert (told.matching, told.quoted, told.nearest) == ((first, third), (first, third), (second,))
    assert told.found is (verdict is not Verdict.NO)


def test_an_outlet_is_counted_by_what_matches_and_by_whoever_prints_the_same(answer: Answer) -> None:
    first, *others = worth(answer, Verdict.ANSWERS, 1).passages
    articles = {row.outlet: row.articles for row in answer.outlets}
    counted = coverage([replace(first, also_in=(cite(POST, "Lindqvist Lines"),)), *others], articles)
    assert [(row.outlet, row.passages) for row in counted] == [
        ("Harbour Post", 1),
        ("Quay Courier", 1),
        ("Inland Ledger", 0),
    ]
