from datetime import date

import pytest

from index.search.condition import Published
from qa.errors import BadDay
from qa.query.days import published


@pytest.mark.parametrize(
    ("operator", "written", "since", "until"),
    [
        ("since", "2026-02-18", date(2026, 2, 18), None),
        ("since", "2026-02", date(2026, 2, 1), None),
        ("since", "2026", date(2026, 1, 1), None),
        ("after", "2026-02-18", date(2026, 2, 19), None),
        ("after", "2026-02", date(2026, 3, 1), None),
        ("after", "2026", date(2027, 1, 1), None),
        ("until", "2024-02-18", None, date(2024, 2, 18)),
        ("until", "2024-02", None, date(2024, 2, 29)),
        ("until", "2024", None, date(2024, 12, 31)),
        ("before", "2024-03-01", None, date(2024, 2, 29)),
        ("before", "2024-03", None, date(2024, 2, 29)),
        ("before", " 2024 ", None, date(2023, 12, 31)),
    ],
)
def test_since_and_until_take_in_what_they_name_and_after_and_before_do_not(
    operator: str, written: str, since: date | None, until: date | None
) -> None:
    assert published(operator, written) == Published(since, until)


@pytest.mark.parametrize(
    "written", ["", "yesterday", "2026-02-30", "2026-13", "18-02-2026", "0000", "2026-2-1", "2026W08", "٢٠٢٦"]
)
def test_what_is_no_day_month_or_year_is_refused(written: str) -> None:
    with pytest.raises(BadDay, match=f"“{written}”.*2026-02-18"):
        published("since", written)


@pytest.mark.parametrize(("operator", "written"), [("before", "0001"), ("after", "9999")])
def test_no_day_is_left_beyond_the_ends_of_the_calendar(operator: str, written: str) -> None:
    with pytest.raises(BadDay):
        published(operator, written)
