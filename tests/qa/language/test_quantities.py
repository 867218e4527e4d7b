import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.language.quantities import INFINITE, Quantity, find_quantities, same_value
from qa.language.units import YEAR


def found(text: str) -> list[str]:
    return [text[quantity.start : quantity.end] for quantity in find_quantities(text)]


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("two hours", 7200),
        ("barely 90 minutes", 5400),
        ("about an hour and a half", 5400),
        ("two and a half hours", 9000),
        ("half an hour", 1800),
        ("a six-hour meeting", 21600),
        ("the four-year-long war", 4 * YEAR),
        ("the fourth anniversary of the war", 4 * YEAR),
        ("its 61st anniversary", 61 * YEAR),
    ],
)
def test_lengths_of_time_are_brought_to_seconds(text: str, seconds: float) -> None:
    assert only(text).low == seconds
    assert only(text).unit is not None


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("$19m", "USD", 19e6),
        ("9,50 crowns", "crown", 9.5),
        ("1,500 crowns", "crown", 1500),
        ("26 million marks", "mark", 26e6),
        ("300 lire", "lira", 300),
        ("900,000 won", "won", 9e5),
        ("€1.2bn", "EUR", 1.2e9),
        ("14.2 million pounds", "GBP", 14.2e6),
        ("US$8.6 billion", "USD", 8.6e9),
        ("£260,000", "GBP", 260e3),
        ("twenty per cent", "percent", 20),
        ("3%", "percent", 3),
        ("4.6 metres", "length", 4.6),
        ("nine kilometres", "length", 9000),
        ("200 litres", "volume", 200),
    ],
)
def test_amounts_have_the_unit_that_they_are_written_with(text: str, dimension: str, value: float) -> None:
    quantity = only(text)
    assert quantity.unit is not None
    assert quantity.unit.dimension == dimension
    assert quantity.low == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("99,000 households", 99_000),
        ("twenty-one dogs", 21),
        ("thirty thousand men", 30_000),
        ("two hundred and fifty people", 250),
        ("a dozen boats", 12),
        ("half a million people", 500_000),
    ],
)
def test_counts_are_read_in_digits_and_in_words(text: str, value: float) -> None:
    assert only(text).unit is None
    assert only(text).low == value


def test_a_range_has_two_ends() -> None:
    quantity = only("2,500 to 3,000 litres")
    assert (quantity.low, quantity.high) == (2500, 3000)


def test_what_no_number_stands_for_is_vague() -> None:
    quantity = only("several hours")
    assert quantity.vague
    assert quantity.high == INFINITE


def test_words_that_hedge_a_number_belong_to_it() -> None:
    assert found("It lasted at least four months, only about two hours a day.") == [
        "at least four months",
        "only about two hours",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "in 2023",
        "at 7:30 on route A4",
        "a 31-year-old man",
        "one of them",
        "F-22s and a Boeing 737-800",
        "Galaxy 23 was shown",
        "the first day",
        "a 21-17 win",
        "two thirds of it",
        "at 10 a.m.",
    ],
)
def test_years_times_ages_names_and_scores_are_no_quantities(text: str) -> None:
    assert found(text) == []


def test_games_that_are_won_are_no_money() -> None:
    assert [quantity.unit for quantity in find_quantities("Of 53 games 40 won prizes.")] == [None, None]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("two hours", "just two hours", True),
        ("two hours", "120 minutes", True),
        ("two hours", "barely 90 minutes", False),
        ("nearly three years", "four years", False),
        ("about 14 million pounds", "14.2 million pounds", True),
        ("14 million pounds", "14.2 million pounds", False),
        ("2,500 to 3,000 litres", "2,800 litres", True),
        ("several hours", "six hours", False),
        ("several hours", "several hours", True),
    ],
)
def test_rounded_numbers_say_the_same_as_those_they_may_be_rounded_from(one: str, other: str, *, same: bool) -> None:
    assert same_value(only(one), only(other)) is same
    assert same_value(only(other), only(one)) is same


@given(st.text())
def test_any_text_is_read_and_quantities_stand_in_it_in_order(text: str) -> None:
    spans = [(quantity.start, quantity.end) for quantity in find_quantities(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@given(st.integers(min_value=2, max_value=999_999))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    assert only(f"{number:,} households").low == number
