from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.times.spans import UNITS, Span, around, at_end, beside, lasting, moved, nth_weekday, piece, week_of

DAY = date(2026, 3, 31)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
SPANS = st.tuples(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 4000)).map(
    lambda drawn: (drawn[0], drawn[0] + timedelta(days=drawn[1]))
)


@pytest.mark.parametrize(
    ("number", "unit", "day"),
    [
        *((1, "day", date(2026, 4, 1)), (-1, "week", date(2026, 3, 24)), (-1, "month", date(2026, 2, 28))),
        *((-1, "quarter", date(2025, 12, 31)), (2, "year", date(2028, 3, 31)), (-1, "decade", date(2016, 3, 31))),
        *((-48, "hour", date(2026, 3, 29)), (1, "fortnight", date(2026, 4, 14))),
    ],
)
def test_a_day_so_many_units_away_is_there_in_every_month(number: int, unit: str, day: date) -> None:
    assert moved(DAY, number, unit) == day


@given(st.dates(), st.integers(-(10**6), 10**6), st.sampled_from(UNITS))
def test_no_day_is_moved_out_of_the_calendar_or_the_wrong_way(day: date, number: int, unit: str) -> None:
    there = moved(day, number, unit)
    assert (there >= day) if number >= 0 else (there <= day)


@given(SPANS, st.sampled_from([2, 3, 4]))
def test_pieces_of_a_span_follow_one_another_from_its_beginning_to_its_end(span: Span, pieces: int) -> None:
    parts = [piece(span, number, pieces) for number in range(pieces)]
    assert piece(span, -1, pieces) == parts[-1]
    if parts[0] == span:
        assert (span[1] - span[0]).days + 1 < pieces
        return
    assert (parts[0][0], parts[-1][1]) == span
    for one, following in pairwise(parts):
        assert one[0] <= one[1] == following[0] - timedelta(days=1)


def test_a_piece_of_a_year_is_of_whole_months() -> None:
    assert piece(YEAR, 0, 3) == (date(2025, 1, 1), date(2025, 4, 30))
    assert piece(YEAR, 1, 2) == (date(2025, 7, 1), date(2025, 12, 31))


@given(SPANS, st.sampled_from([0, -1]), st.integers(1, 30), st.sampled_from(UNITS[1:]))
def test_the_first_and_the_last_of_a_span_lie_within(span: Span, position: int, number: int, unit: str) -> None:
    first, last = at_end(span, position, number, unit)
    assert span[0] <= first <= last <= span[1]
    assert (first == span[0]) if position == 0 else (last == span[1])


@given(SPANS, st.sampled_from([0, 1, -1]), st.integers(0, 6))
def test_the_nth_weekday_is_that_weekday(span: Span, place: int, weekday: int) -> None:
    day, same = nth_weekday(span, place, weekday)
    assert day == same
    assert day.weekday() == weekday
    assert abs(day - span[min(place, 0)]).days < (7 if place < 1 else 14)


def test_a_week_begins_on_monday_and_ends_with_its_weekend() -> None:
    assert week_of(DAY) == (date(2026, 3, 30), date(2026, 4, 5))
    assert week_of(DAY, weekend=True) == (date(2026, 4, 4), date(2026, 4, 5))


def test_a_longer_unit_away_lies_no_single_day() -> None:
    assert around(DAY, -2, "day") == (date(2026, 3, 29),) * 2
    assert around(DAY, -2, "week") == (date(2026, 3, 14), date(2026, 3, 20))
    assert around(DAY, 1, "month") == (date(2026, 4, 1), date(2026, 4, 30))
    assert around(DAY, -1, "year") == YEAR


def test_what_lies_beside_a_span_touches_it() -> None:
    assert beside(YEAR, -2, "week") == (date(2024, 12, 18), date(2024, 12, 31))
    assert beside(YEAR, 1, "month") == (date(2026, 1, 1), date(2026, 1, 31))


def test_what_lasts_to_the_end_of_the_calendar_ends_there() -> None:
    assert lasting(date(9999, 12, 1), 1, "month") == (date(9999, 12, 1), date.max)
