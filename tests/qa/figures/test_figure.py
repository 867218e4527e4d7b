from datetime import date

import pytest

from qa.figures.figure import Figure, find_figures

DAY = date(2026, 2, 19)  # a Thursday


def figures(text: str) -> dict[str, Figure]:
    return {text[figure.start : figure.end]: figure for figure in find_figures(text, 0, DAY)}


def only(text: str) -> Figure:
    (figure,) = find_figures(text, 0, DAY)
    return figure


@pytest.mark.parametrize(
    ("text", "words", "fate"),
    [
        ("Russian strikes killed four people in Ukraine and injured thirty.", "four", "killed"),
        ("Russian strikes killed four people in Ukraine and injured thirty.", "thirty", "injured"),
        ("Four people were killed and 30 injured overnight.", "30", "injured"),
        ("A drone killed a woman and injured two young children.", "a woman", "killed"),
        ("A drone killed a woman and injured two young children.", "two", "injured"),
        ("Officials said one woman died and two small children were hurt.", "one woman", "killed"),
        ("Around 9,000 had died.", "Around 9,000", "killed"),
        ("The mill employs 180 people in the valley.", "180", ""),
    ],
)
def test_what_happened_to_those_who_are_counted(text: str, words: str, fate: str) -> None:
    assert figures(text)[words].counted.fate == fate


def test_a_part_of_a_number_is_told_from_the_number() -> None:
    found = figures("The attacks killed 173 people, including 135 children.")
    assert (found["173"].counted.part, found["135"].counted.part) == (False, True)


def test_what_a_sentence_counts_again_may_be_a_part_of_it() -> None:
    found = figures("He faces seven counts: two counts of fraud and five conspiracy charges.")
    assert [figure.counted.part for figure in found.values()] == [False, True, True]


def test_things_are_counted_by_their_name() -> None:
    assert only("About 31,000 vehicles cross the Kelder on a working day.").counted.name.startswith("vehicles")


def test_a_length_of_time_is_of_what_stands_nearest() -> None:
    found = figures("The war is four years old, and the talks lasted two hours.")
    assert found["two hours"].measured == "talks"


def test_a_length_of_time_belongs_to_the_day_named_nearest() -> None:
    text = "The talks that started on Tuesday ended after just two hours on Wednesday."
    assert figures(text)["just two hours"].weekday == 2


def test_the_day_before_is_a_day_too() -> None:
    text = "The talks ended on Wednesday after two hours, in contrast to the six-hour talks the day before."
    assert {words: figure.weekday for words, figure in figures(text).items()} == {
        "Wednesday": 2,
        "two hours": 2,
        "six-hour": 1,
    }


def test_a_sentence_without_a_day_speaks_of_the_one_named_before() -> None:
    assert figures("The formal meeting on Wednesday was short. It broke up after two hours.")["two hours"].weekday == 2


@pytest.mark.parametrize(
    "text",
    [
        "Medinsky went back for a closed-door session that lasted about 90 minutes.",
        "He met them behind closed doors for about 90 minutes.",
        "There was another meeting. It took about 90 minutes.",
    ],
)
def test_an_event_apart_from_the_others_is_told_from_them(text: str) -> None:
    assert figures(text)["about 90 minutes"].apart


def test_the_place_among_several_days_is_known() -> None:
    assert figures("The first day of the talks lasted several hours.")["several hours"].place == 1


@pytest.mark.parametrize(
    "text",
    ["Two hours later the hall was empty.", "It happened three years ago.", "The mayor said on Monday that it rains."],
)
def test_points_in_time_and_days_of_speaking_are_no_figures(text: str) -> None:
    assert find_figures(text, 0, DAY) == ()


def test_offsets_are_those_of_the_article() -> None:
    text = "Nothing here. The hall holds 450 guests."
    (figure,) = find_figures(text, 1000, None)
    assert (figure.start, figure.end) == (1000 + text.index("450"), 1000 + text.index("450") + 3)
    assert figure.sentence == (1014, 1000 + len(text))
