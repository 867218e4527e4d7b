from datetime import date

import pytest

from qa.times.day_names import DayName, find_days

THURSDAY = date(2026, 2, 19)


def only(text: str, published: date | None = THURSDAY) -> DayName:
    (day,) = find_days(text, published)
    return day


def test_a_weekday_and_a_date_are_found_where_they_stand() -> None:
    text = "It began on Tuesday night and ended on February 18, 2026."
    assert [text[day.start : day.end] for day in find_days(text, None)] == ["Tuesday night", "February 18, 2026"]


def test_a_day_without_a_year_is_the_one_near_the_article() -> None:
    assert only("ended on 18 February").day == date(2026, 2, 18)


@pytest.mark.parametrize("published", [THURSDAY, date(2026, 2, 17), None])
def test_a_weekday_may_be_the_date_another_outlet_gives(published: date | None) -> None:
    assert only("on Wednesday", published).may_be(only("on 18 February 2026"))


@pytest.mark.parametrize(
    ("text", "published"),
    [("on Thursday", THURSDAY), ("on Wednesday", date(2026, 5, 7)), ("on 11 February 2026", THURSDAY)],
)
def test_another_weekday_or_another_week_is_another_day(text: str, published: date) -> None:
    assert not only(text, published).may_be(only("on 18 February 2026"))


def test_a_day_that_is_none_is_passed_over() -> None:
    assert list(find_days("on 31 February, in March", THURSDAY)) == []
