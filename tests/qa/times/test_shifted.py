from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question import Period
from qa.times.shifted import find_shift, shifted

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
DAY = Period(date(2026, 2, 18), date(2026, 2, 18), "18 February")
MONTH = Period(date(2025, 2, 1), date(2025, 2, 28), "February 2025")


def days(text: str, period: Period) -> str:
    shift = find_shift(text)
    assert shift
    found = shifted(shift, period)
    return f"{found.first}..{found.last}" if found else ""


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("And the year before?", YEAR, "2024-01-01..2024-12-31"),
        ("And the year after?", YEAR, "2026-01-01..2026-12-31"),
        ("And in the following year?", YEAR, "2026-01-01..2026-12-31"),
        ("And the year before?", MONTH, "2024-01-01..2024-12-31"),
        ("And the day after?", DAY, "2026-02-19..2026-02-19"),
        ("And the week before?", DAY, "2026-02-09..2026-02-15"),
        ("And the month after, in Fell?", DAY, "2026-03-01..2026-03-31"),
        ("And the quarter before?", MONTH, "2024-10-01..2024-12-31"),
        ("And the decade before?", YEAR, "2010-01-01..2019-12-31"),
        ("And a year earlier?", YEAR, "2024-01-01..2024-12-31"),
        ("And a year earlier?", MONTH, "2024-02-01..2024-02-29"),
        ("And a month later?", MONTH, "2025-03-01..2025-03-31"),
        ("And two weeks later?", DAY, "2026-03-04..2026-03-04"),
        ("And twenty-four days before?", DAY, "2026-01-25..2026-01-25"),
        ("And the year before?", Period(None, date(2024, 1, 1), "before 2024"), ""),
    ],
)
def test_a_time_is_counted_from_another(text: str, period: Period, expected: str) -> None:
    assert days(text, period) == expected


@pytest.mark.parametrize(
    "text", ["And the year before the war?", "And before?", "And later?", "When did it sink a year after the fire?"]
)
def test_what_something_follows_is_counted_from_nothing(text: str) -> None:
    assert find_shift(text) is None


@given(st.dates(), st.integers(0, 9999), st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]))
def test_the_time_before_ends_before_that_after_begins(day: date, number: int, unit: str) -> None:
    period = Period(day, date.fromordinal(min(date.max.toordinal(), day.toordinal() + number)), "then")
    before, after = find_shift(f"the {unit} before"), find_shift(f"{unit} the following {unit}")
    assert before
    assert after
    earlier, later = shifted(before, period), shifted(after, period)
    assert earlier
    assert later
    assert earlier.last
    assert later.first
    assert earlier.last <= later.first
