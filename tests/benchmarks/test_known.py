import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks.quality.cases import Case, read_cases
from benchmarks.quality.known import gives_answer, grade_answers, marked_answers
from benchmarks.quality.systems import Found, Shown

CASE = Case(
    "q",
    "Which ferry made its last crossing from Estermouth to Kelp Island?",
    "q",
    answers=("the Marlin",),
    explanation="Lindqvist Lines could not pay for repairs.",
    asked=date(2026, 3, 6),
)
GIVES = Shown("On Monday the Marlin made its last crossing from Estermouth.", "a", ((3, 20),), "", date(2026, 3, 3))
OTHER = Shown("A bus goes to Kelp Island from April.", "b", ((0, 5),), "", date(2026, 3, 4))
OLD = replace(GIVES, text="The Marlin, a ferry, made its crossing late.", published=date(2019, 3, 3), marks=((0, 10),))


def found(*passages: Shown) -> Found:
    return Found(passages, 0.5, 0.01)


def test_the_words_of_the_answer_stand_in_order_whatever_is_between_them() -> None:
    assert gives_answer(CASE, replace(GIVES, text=GIVES.text.replace("the Marlin", "“The MARLIN”")))
    for words in ("the Marlins", "Marlin, the ferry,", "the blue Marlin"):
        assert not gives_answer(CASE, replace(GIVES, text=GIVES.text.replace("the Marlin", words)))
    assert not gives_answer(replace(CASE, answers=("—",)), GIVES)
    assert gives_answer(replace(CASE, answers=("nothing like it", "the Marlin")), GIVES)


def test_a_passage_on_another_matter_does_not_answer_but_its_headline_may_name_the_matter() -> None:
    bare = replace(GIVES, text="It was the Marlin.")
    assert not gives_answer(CASE, bare)
    assert gives_answer(CASE, replace(bare, title="Last crossing of a ferry"))


@pytest.mark.parametrize(("day", "gives"), [(date(2026, 1, 5), True), (date(2026, 1, 4), False), (None, False)])
def test_an_older_event_of_the_same_kind_does_not_answer(day: date | None, gives: bool) -> None:
    assert gives_answer(CASE, replace(OLD, published=day)) is gives


def test_an_old_passage_answers_that_has_most_of_the_question_or_what_explains_the_answer() -> None:
    assert gives_answer(CASE, replace(OLD, title="Estermouth to Kelp Island: no crossing"))
    assert gives_answer(CASE, replace(OLD, title="Lindqvist Lines on repairs"))
    assert not gives_answer(CASE, replace(OLD, title="Lindqvist on board"))
    assert not gives_answer(replace(CASE, explanation=""), OLD)
    assert not gives_answer(replace(CASE, asked=None), replace(OLD, published=date(2026, 3, 3)))


def test_the_first_passage_that_answers_counts() -> None:
    figures = grade_answers(CASE, found(OTHER, OLD, GIVES))
    assert figures == {"answer@1": 0, "answer@3": 1, "answer@5": 1, "answer@10": 1, "MRR@10": pytest.approx(1 / 3)}
    assert set(grade_answers(CASE, found(*[OTHER] * 10, GIVES)).values()) == {0}
    assert grade_answers(CASE, found(*[OTHER] * 5, GIVES))["answer@5"] == 0


def test_an_answer_is_marked_in_a_passage_that_gives_it() -> None:
    unmarked = replace(GIVES, marks=((0, 9),))
    hit = marked_answers([CASE, CASE], [found(OTHER, GIVES), found(unmarked, OLD)])
    assert hit["marked@5"] == 0.5
    shares = [5 / len(OTHER.text), 17 / len(GIVES.text), 9 / len(GIVES.text), 10 / len(OLD.text)]
    assert hit["unmarked@5"] == pytest.approx(1 - sum(shares) / 4)
    assert marked_answers([CASE], [found(*[OTHER] * 5, GIVES)])["marked@5"] == 0
    assert marked_answers([CASE], [found(replace(GIVES, marks=None))]) == {}


def test_a_known_answer_is_read_with_its_day_and_those_who_hold_it(tmp_path: Path) -> None:
    known = {"id": "k", "date": "2026-03-06", "question": "Q?", "answers": ["A"], "explanation": "E."}
    quiz = {"id": "z", "asked": "2026/03/06", "question": "Q?", "articles": ["a"], "answer": "A"}
    path = tmp_path / "q.jsonl"
    path.write_text("\n".join(map(json.dumps, [known | {"gold": ["a"], "holders": ["a", "b"]}, quiz])), "utf-8")
    first, second = read_cases(path)
    assert (first.answers, first.explanation, first.asked) == (("A",), "E.", date(2026, 3, 6))
    assert (first.articles, first.holders, first.answerable) == (frozenset("a"), frozenset("ab"), True)
    assert (second.asked, second.articles, second.holders) == (date(2026, 3, 6), frozenset("a"), frozenset("a"))
