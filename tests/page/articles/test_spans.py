from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from page.articles.spans import spans

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def named(*days: str) -> list[tuple[str, int]]:
    return [(one.name, one.articles) for one in spans(Counter(days))]


def test_few_days_are_named_in_months_and_those_of_a_month_each_by_itself() -> None:
    assert named("2026-03-01", "2026-03-31", "2026-02-01", "") == [("March 2026", 2), ("February 2026", 1)]
    assert named("2026-03-01", "2026-03-01", "2026-03-31") == [("31 March 2026", 1), ("1 March 2026", 2)]
    assert named("") == []


def test_many_months_are_named_in_years() -> None:
    years = (f"{year}-{month:02}-09" for year in (2024, 2025, 2026) for month in range(1, 13))
    assert named(*years) == [("2026", 12), ("2025", 12), ("2024", 12)]


@given(st.lists(DAYS, max_size=40))
def test_each_day_lies_in_one_of_them(days: list[date]) -> None:
    found = spans(Counter(day.isoformat() for day in days))
    assert sum(one.articles for one in found) == len(days)
    for one in found:
        assert one.articles == sum(one.since <= day <= one.until for day in days)
    for newer, older in pairwise(found):
        assert older.until + timedelta(days=1) <= newer.since
