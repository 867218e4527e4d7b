from datetime import date

import numpy as np
import pytest

from qa.figures.asked import asked_figure
from qa.figures.figure import Figure, find_figures
from qa.figures.grouping import GivenFigure, by_value, comparable, gather, is_named, is_telling, may_answer
from qa.passage import Citation, Highlight, Passage

DAY = date(2026, 2, 19)


def figure(sentence: str, words: str) -> Figure:
    return next(one for one in find_figures(sentence, 0, DAY) if sentence[one.start : one.end] == words)


def given(outlet: str, sentence: str, words: str, text: int = 0) -> GivenFigure:
    one = figure(sentence, words)
    citation = Citation(outlet, "", None, (), None, outlet, "", 0, len(sentence))
    quote = Passage(sentence, citation, 0.0, (Highlight(one.start, one.end, words),))
    return GivenFigure(one, quote, text or hash(sentence), np.zeros(1, dtype=np.float32))


TWO_HOURS = figure("The second day of the talks lasted two hours.", "two hours")
NINETY = figure("A follow-up session on Wednesday lasted barely 90 minutes.", "barely 90 minutes")
CLOSED = figure("They met behind closed doors for about 90 minutes.", "about 90 minutes")
FIRST = figure("The first day of the talks lasted six hours.", "six hours")
WAR = figure("The war has gone on for four years.", "four years")


@pytest.mark.parametrize(
    ("question", "one", "fits"),
    [
        ("How long did the second day of the talks last?", TWO_HOURS, True),
        ("How long did the second day of the talks last?", NINETY, True),
        ("How long did the second day of the talks last?", CLOSED, False),
        ("How long did the second day of the talks last?", FIRST, False),
        ("How long did the talks last?", WAR, False),
        ("How long did they meet behind closed doors?", CLOSED, True),
        ("How long did they meet behind closed doors?", TWO_HOURS, False),
        ("How many people were killed?", TWO_HOURS, False),
    ],
)
def test_only_figures_of_what_is_asked_may_answer(question: str, one: Figure, *, fits: bool) -> None:
    assert may_answer(one, asked_figure(question), {2: 2}) is fits


def test_a_question_that_asks_no_figure_is_answered_by_none() -> None:
    assert not may_answer(TWO_HOURS, asked_figure("Who won the regatta?"), {})


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (TWO_HOURS, NINETY, True),
        (TWO_HOURS, CLOSED, False),
        (NINETY, CLOSED, False),
        (TWO_HOURS, FIRST, False),
        (TWO_HOURS, WAR, False),
        (NINETY, FIRST, False),
    ],
)
def test_figures_are_compared_where_nothing_speaks_against_it(one: Figure, other: Figure, *, fits: bool) -> None:
    assert comparable(one, other, {1: 1, 2: 2}) is fits
    assert comparable(other, one, {1: 1, 2: 2}) is fits


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (("The attack killed 173 people.", "173"), ("A drone killed a woman.", "a woman"), True),
        (("The attack killed 173 people.", "173"), ("A drone injured two children.", "two"), False),
        (("It killed 173 people, including 135 children.", "135"), ("It killed four people.", "four"), False),
        (("Some 5,000 fish have died.", "Some 5,000"), ("Around 9,000 had died.", "Around 9,000"), True),
        (("Some 5,000 fish have died.", "Some 5,000"), ("It killed four people.", "four"), False),
        (("31,000 vehicles cross it.", "31,000"), ("A fund for firms with ten vehicles.", "ten"), False),
        (("It hired 40 lorries.", "40"), ("It hired 38 drivers.", "38"), False),
        (("Repairs cost 14 million pounds.", "14 million pounds"), ("It cost $19m.", "$19m"), False),
        (("Repairs cost $14m.", "$14m"), ("A loss of $6m is feared.", "$6m"), False),
    ],
)
def test_what_is_counted_has_to_be_the_same(one: tuple[str, str], other: tuple[str, str], *, fits: bool) -> None:
    assert comparable(figure(*one), figure(*other), {}) is fits


def test_one_outlet_and_one_text_stand_in_a_group_once() -> None:
    first = given("A", "The talks lasted two hours.", "two hours", 1)
    copy = given("B", "The talks lasted two hours.", "two hours", 1)
    again = given("A", "It took two hours.", "two hours", 2)
    assert gather([first, copy], lambda *_: True) == []
    assert gather([first, again], lambda *_: True) == []


def test_a_copy_that_was_changed_in_its_figure_stands_beside_the_other() -> None:
    first = given("Quay Courier", "The hostel will have 24 beds.", "24", text=1)
    changed = given("Harbour Post", "The hostel will have 30 beds.", "30", text=1)
    elsewhere = given("Harbour Post", "The old hostel had 30 beds.", "30", text=1)
    assert gather([first, changed], lambda *_: True) == [[first, changed]]
    assert gather([first, elsewhere], lambda *_: True) == []


def test_figures_that_say_the_same_are_one_group_and_the_largest_comes_first() -> None:
    heading = [
        given("A", "The talks lasted barely 90 minutes.", "barely 90 minutes"),
        given("B", "The talks lasted two hours.", "two hours"),
        given("C", "The talks lasted about two hours.", "about two hours"),
    ]
    assert [[one.outlet for one in group] for group in by_value(heading)] == [["B", "C"], ["A"]]


def test_a_figure_that_does_not_say_what_it_is_of_is_not_put_beside_another_unasked() -> None:
    assert is_telling(TWO_HOURS)
    assert not is_telling(CLOSED)
    assert not is_telling(figure("It took two hours.", "two hours"))
    assert not is_telling(figure("A drone killed a woman.", "a woman"))


def test_a_figure_names_what_is_asked_or_only_stands_near_it() -> None:
    asked = asked_figure("How long did the talks last?")
    assert is_named(TWO_HOURS, asked)
    assert not is_named(figure("It broke up after two hours.", "two hours"), asked)
