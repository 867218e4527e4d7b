import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.search.analysis import terms
from index.search.numbers import by_value

# Each row is one number as different people write it.
EQUAL = (
    ("9.90", "9,90", "9.9", "9,9"),
    ("600000", "600,000", "600 000", "600\u00a0000", "600\u2009000", "600\u202f000", "600.000", "600'000", "600k",
     "0.6 million", "0.6m", "six hundred thousand", "600 thousand", "Six Hundred Thousand"),
    ("500000", "half a million", "Half a Million", "500,000", "five hundred thousand", "half-a-million"),
    ("2500000", "2.5 million", "2.5m", "2.5M", "two and a half million", "two-and-a-half million", "2,500,000"),
    ("3000000000", "3bn", "3 billion", "three billion", "$3B", "3-billion"),
    ("1500", "1,500", "1.500", "1 500", "1.500,00", "1,500.00"),
    ("25", "twenty-five", "twenty five", "Twenty-five"),
    ("105", "one hundred and five", "a hundred and five"),
    ("250000", "a quarter of a million"),
    ("12", "twelve", "a dozen"),
    ("24", "two dozen", "twenty-four"),
    ("2.5", "two and a half"),
    ("44%", "44 %", "44 percent", "44 per cent", "forty-four per cent"),
    ("19:42", "19.42"),
    ("7.30pm", "7:30pm", "7:30 pm", "7.30 p.m.", "7:30 PM"),
    ("50km", "50 km"),
)  # fmt: skip
# Each row is two numbers that are not one.
OTHER = (
    ("9.90", "90"), ("9.90", "9"), ("19.90", "9.90"), ("600,000", "600"), ("1.085", "1085"), ("3-2", "3.2"),
    ("2019", "20.19"), ("12.03.2026", "12.03"), ("1.2.3", "1.2"), ("3/4", "3.4"), ("2,5", "25"), ("5G", "5"),
    ("21st", "21"), ("007", "7"), ("2b", "2bn"), ("section 4.1", "section 41"), ("0.500", "500"),
)  # fmt: skip
UNCHANGED = (
    "In 2019, 300 people came.", "on 12.03.2026", "2026-02-18", "3/4/2026", "won 3-2", "version 1.2.3", "one of them",
    "the second", "hundreds of people",
    "a million", "a hundred", "million", "a billion-dollar plan",
    "March 12 300 people", "call 0800 123 456", "rooms 12, 13 and 14", "1990s",
    "2019 300 000", "between 5 and 6", "thousands", "a third", "flat 2b", "1:2:3", "x2.5", "tenth", "often", "weight",
)  # fmt: skip


@pytest.mark.parametrize("written", EQUAL, ids=lambda written: written[0])
def test_one_number_is_one_term_however_it_is_written(written: tuple[str, ...]) -> None:
    said = {tuple(term for term in terms(f"It was {number} again.") if term != "a") for number in written}
    assert len(said) == 1, said


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_different_numbers_stay_different(one: str, other: str) -> None:
    assert set(terms(one)) != set(terms(other))
    assert set(terms(other)) - set(terms("section")) - set(terms(one))


@pytest.mark.parametrize("text", UNCHANGED)
def test_days_scores_versions_and_vague_numbers_stay_as_they_are(text: str) -> None:
    assert by_value(text) == text


def test_a_decimal_is_one_term() -> None:
    assert len(terms("9.90")) == len(terms("9,90 ")) == len(terms("0.5")) == 1


def test_several_numbers_in_a_row_stay_several() -> None:
    assert by_value("two three four, five and six, nineteen eighty-four") == "2 3 4, 5 and 6, 19 84"
    assert by_value("1,500-2,000 and 3 to 4 million") == "1500-2000 and 3 to 4000000 million"
    assert by_value("İ two") == "İ two".lower().replace("two", "2")


def test_the_magnitude_of_a_large_number_is_a_term_too_however_it_is_written() -> None:
    assert terms("14 billion") == terms("14bn") == terms("14,000,000,000") == ["14000000000", "billion"]
    assert set(terms("billions of dollars")) & set(terms("$14bn")) == {"billion"}
    assert terms("999,999") == ["999999"]


@given(st.integers(0, 10**15))
def test_a_number_with_its_thousands_parted_is_the_number(number: int) -> None:
    for mark in (",", " ", "\u00a0", "\u202f", "'"):
        assert terms(f"{number:,}".replace(",", mark)) == terms(str(number))
    assert terms(str(number))[0] == str(number)


@given(st.decimals(0, 10**6, places=2))
def test_a_decimal_comma_is_a_decimal_point(number: float) -> None:
    assert terms(f"{number:f}") == terms(f"{number:f}".replace(".", ","))


@example("%0'0m")
@given(st.text(alphabet="0159 .,:'%kmn-\u00a0", max_size=40))
def test_a_second_time_changes_nothing_more(text: str) -> None:
    assert by_value(by_value(text).replace(" ", "\n")) == by_value(text).replace(" ", "\n")


@pytest.mark.parametrize("text", ["1," * 50_000, "1 000" * 50_000, "one " * 50_000, "one hundred and " * 20_000])
def test_a_long_text_takes_no_long_time(text: str) -> None:
    assert by_value(text)
