from datetime import date

import pytest

from qa.errors import BadQuestion
from qa.question import Filters
from qa.understand.filters import read_filters


def test_empty_fields_filter_nothing() -> None:
    assert read_filters(None, "", " ") == read_filters([], None, None) == Filters()


def test_days_and_outlets_are_read() -> None:
    assert read_filters(["A"], " 2026-02-17 ", "2026-02-17") == Filters(("A",), date(2026, 2, 17), date(2026, 2, 17))


@pytest.mark.parametrize(
    "written", ["17.2.2026", "2026-2-17", "2026-02-30", "20260217", "2026-W08-2", "today", "2" * 99]
)
def test_what_is_no_day_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(BadQuestion, match=r"not a day \(Until\)\. Write it like 2026-02-17\.$"):
        read_filters((), "", written)


def test_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(BadQuestion, match="2026-02-16, lies before the first, 2026-02-17"):
        read_filters((), "2026-02-17", "2026-02-16")
