from datetime import date

import pytest

from qa.times.parts import find_part
from qa.times.periods import Days, find_periods

DAYS = Days(date(2026, 9, 16), date(2026, 9, 14))
PARTS = {
    "the first Monday of May 2025": "2025-05-05..2025-05-05",
    "the last Friday in June": "2026-06-26..2026-06-26",
    "the second Tuesday of next month": "2026-10-13..2026-10-13",
    "the last two months of 2025": "2025-11-01..2025-12-31",
    "first three quarters of 2025": "2025-01-01..2025-09-30",
    "the opening days of March 2025": "2025-03-01..2025-03-03",
    "second half of the 1990s": "1995-01-01..1999-12-31",
    "the third week of last month": "2026-08-15..2026-08-21",
    "the week ending 12 September": "2026-09-07..2026-09-13",
    "the weekend of 12 September": "2026-09-12..2026-09-13",
    "three weeks before Christmas": "2025-11-30..2025-12-06",
    "in the two weeks before Christmas 2025": "2025-12-10..2025-12-23",
    "two days after 7 October 2023": "2023-10-09..2023-10-09",
    "the day before 3 March 2025": "2025-03-02..2025-03-02",
    "the month after May 2025": "2025-06-01..2025-06-30",
    "between early 2024 and late 2025": "2024-01-01..2025-12-31",
    "by the end of the first quarter of 2025": "..2025-03-31",
    "in the last week of the first half of 2025": "2025-06-24..2025-06-30",
    "since the beginning of the year": "2026-01-01..",
}


@pytest.mark.parametrize(("text", "days"), PARTS.items())
def test_a_part_of_a_time_is_cut_out_of_it(text: str, days: str) -> None:
    [period] = find_periods(f"What happened {text}?", DAYS)
    assert f"{period.first or ''}..{period.last or ''}" == days


@pytest.mark.parametrize("text", ["", "in ", "the first ", "the last week ago ", "first of "])
def test_what_names_no_part_is_none(text: str) -> None:
    assert find_part(text) is None


def test_a_part_that_the_time_does_not_have_is_no_time() -> None:
    assert find_periods("the fourth month of Q1 2025", DAYS) == ()
