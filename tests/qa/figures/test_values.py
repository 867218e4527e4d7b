import pytest

from qa.figures.values import find_values
from qa.times.day_names import DayName


def values(text: str) -> list[tuple[str, float, str, str]]:
    return [
        (text[one.value.start : one.value.end], one.value.low, one.dimension, one.counted.name)
        for one in find_values(text)
        if not isinstance(one.value, DayName)
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The library cost 9.3 million crowns, the pool 4.1 million.", ("4.1 million", 4.1e6, "crown", "")),
        ("Velm has 4,200 inhabitants, Ryd 1,900.", ("1,900", 1900, "count", "inhabitants")),
        ("The day train takes seven hours, the night train eleven.", ("eleven", 11 * 3600, "time", "")),
        ("Mellin got 53.1 per cent of the vote and Hult 44.", ("44", 44, "percent", "")),
        ("In Brae 900 pupils are in one school and 400 in the other.", ("400", 400, "count", "pupils")),
        ("It fell to minus 9 degrees on the bay, in Tegna to minus 18.", ("18", 18, "temperature", "")),
    ],
)
def test_a_number_without_a_unit_takes_that_of_the_one_beside_it(text: str, last: tuple[str, float, str, str]) -> None:
    assert values(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "It cost $4m, and the Galaxy 23 for $300 was sold.",
        "It took 40 minutes and left at 7.",
        "Turnout was 61 per cent, page 12 says.",
        "It is used by 28 per cent of people over 60.",
    ],
)
def test_numbers_of_names_hours_pages_and_ages_take_no_unit(text: str) -> None:
    found = values(text)
    assert all(words[0] in "$469" or words.startswith("28") for words, *_ in found)
    assert not {"23", "7", "12", "over 60"} & {words for words, *_ in found}


def test_a_share_an_age_and_a_quantity_are_one_value_each() -> None:
    assert [dimension for _, _, dimension, _ in values("One in 4 men, Ola Venn, 44, and 30 women came.")] == [
        "percent",
        "age",
        "count",
    ]


@pytest.mark.parametrize(
    "text", ["It changed in the past three years.", "Pay within 30 days.", "It fell over the last two weeks."]
)
def test_a_span_in_which_something_else_happened_is_no_length_of_time(text: str) -> None:
    assert values(text) == []
