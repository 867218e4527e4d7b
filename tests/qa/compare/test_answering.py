from datetime import date

import numpy as np
import pytest

from qa.compare.answering import Answering, one_of_a_sort
from qa.compare.kinship import at_the_same_time
from qa.figures.figure import find_figures
from qa.figures.grouping import GivenFigure, are_akin
from qa.passage import Citation, Highlight, Passage


def given(sentence: str, outlet: str = "A", day: date | None = None) -> GivenFigure:
    (one,) = find_figures(sentence, 0, None)
    citation = Citation(outlet, "", day, (), None, outlet, "", 0, len(sentence))
    quote = Passage(sentence, citation, 0.0, (Highlight(one.start, one.end, sentence[one.start : one.end]),))
    return GivenFigure(one, quote, hash(sentence), np.zeros(1, dtype=np.float32))


FINE = given("Norlin pays $4.3 billion in fines.")
ROUNDED = given("A settlement of about $4.2 billion was reached.")
OTHER = given("It credits $1.8 billion to others.")


@pytest.mark.parametrize(
    ("one", "other", "certain", "together"),
    [
        (FINE, OTHER, (FINE, OTHER), True),
        (FINE, OTHER, (FINE,), False),
        (FINE, ROUNDED, (FINE,), True),
        (FINE, ROUNDED, (), False),
        (FINE, given("Norlin has to pay $4.3 billion."), (), True),
        (FINE, given("The bridge costs $4.3 billion."), (), False),
    ],
)
def test_a_figure_that_is_only_likely_is_shown_where_it_says_what_another_one_says(
    one: GivenFigure, other: GivenFigure, certain: tuple[GivenFigure, ...], *, together: bool
) -> None:
    answers = Answering((one, other), frozenset(map(id, certain)))
    assert answers.may_stand_together(one, other) is together


def test_a_question_has_one_heading_of_a_sort() -> None:
    day = given("It took 40 minutes.")
    assert one_of_a_sort([[FINE, OTHER], [OTHER, ROUNDED], [day]]) == [[FINE, OTHER], [day]]


@pytest.mark.parametrize(
    ("sentence", "days", "same"),
    [
        ("Turnout was 61 per cent.", 9, True),
        ("Turnout was 61 per cent.", 11, False),
        ("Shares fell 5 per cent.", 2, True),
        ("Shares fell 5 per cent.", 3, False),
    ],
)
def test_how_much_something_changed_is_of_a_day(sentence: str, days: int, *, same: bool) -> None:
    one, other = given(sentence, day=date(2025, 3, 1)), given(sentence, day=date(2025, 3, 1 + days))
    assert at_the_same_time(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "akin"),
    [
        ("The bridge needs 14 lorries.", "The bridge needs 19 lorries.", True),
        ("The bridge needs 3 lorries.", "The bridge needs 5 lorries.", False),
        ("The bridge needs 3 lorries.", "The new bridge has 3 lorries.", True),
        ("The bridge needs 14 lorries.", "The harbour needs 19 lorries.", False),
        ("A drone killed 14 people.", "It killed 19 people.", True),
        ("The roof of the hall costs $3m.", "The roof costs $4m.", True),
        ("The roof of the old hall costs $3m.", "The hall by the quay gets a lift for $4m.", False),
    ],
)
def test_figures_that_nobody_asked_for_have_words_of_their_own_in_common(one: str, other: str, *, akin: bool) -> None:
    assert are_akin(given(one).figure, given(other).figure) is akin
