import pytest

from qa.figures.figure import find_figures
from qa.figures.roles import DOWN, EARLIER, UP, asks_change


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("Unemployment rose from 4.1 per cent to 5.2 per cent.", [EARLIER, ""]),
        ("It is up to 5.2 per cent from 4.1 per cent in April.", ["", EARLIER]),
        ("Prices rose 3 per cent.", [UP]),
        ("Prices are 3 per cent lower.", [DOWN]),
        ("It is on sale for $328, $72 off the list price of $400.", ["", DOWN, EARLIER]),
        ("It earned $3m after $2m in the year before.", ["", EARLIER]),
        ("Sales fell by 12 per cent.", [DOWN]),
        ("It takes 40 per cent of the vote.", [""]),
        ("The talks took two hours, after six hours the day before.", ["", ""]),
    ],
)
def test_how_it_was_and_how_much_it_changed_is_told_from_how_it_is(sentence: str, roles: list[str]) -> None:
    assert [figure.role for figure in find_figures(sentence, 0, None)] == roles


def test_a_question_asks_how_much_it_is_or_how_much_it_changed() -> None:
    assert asks_change("How much did oil prices drop?")
    assert not asks_change("How much does oil cost?")
