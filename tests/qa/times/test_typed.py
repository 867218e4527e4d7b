from datetime import date

import pytest

from qa.errors import BadDay
from qa.times import Days, read_days

DAYS = Days(date(2026, 12, 1), date(2026, 11, 29))
DAY, MONTH = (date(2026, 11, 28),) * 2, (date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("28 Nov", DAY),
        (" nov  28 ", DAY),
        ("28.11.2026", DAY),
        ("28/11/2026", DAY),
        ("11/28/2026", DAY),
        ("2026-11-28", DAY),
        ("28 November 2026", DAY),
        ("three days ago", DAY),
        ("last Monday", (date(2026, 11, 30),) * 2),
        ("24 June", (date(2026, 6, 24),) * 2),
        ("November 2026", MONTH),
        ("2025", (date(2025, 1, 1), date(2025, 12, 31))),
    ],
)
def test_a_day_is_read_as_people_type_it(written: str, span: tuple[date, date]) -> None:
    period = read_days(written, DAYS)
    assert (period.first, period.last) == span


@pytest.mark.parametrize("written", ["x", "", "soon", "28 Nov ferry", "2026-02-30", "1 May and 2 May", "before"])
def test_what_is_no_day_is_said(written: str) -> None:
    with pytest.raises(BadDay, match="is not a day; write it like 28 Nov, last Monday or 2026-02-18"):
        read_days(written, DAYS)


def test_what_may_be_two_days_is_asked_back() -> None:
    with pytest.raises(BadDay, match="“3/4/2026” may be 2026-04-03 or 2026-03-04"):
        read_days("3/4/2026", DAYS)
