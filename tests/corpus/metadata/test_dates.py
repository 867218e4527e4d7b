from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.dates import DATE_ORDERS, day_in_url, last_reported_day, read_day
from corpus.metadata.printed.days import read_printed_day

DAY = date(2026, 2, 18)


def test_a_long_s_is_an_s() -> None:  # a pattern that ignores case takes it for one
    assert read_day("18 ſept 2026") == day_in_url("https://a.example/2026/ſept/18/x") == date(2026, 9, 18)


@pytest.mark.parametrize(
    "written",
    [
        DAY,
        datetime(2026, 2, 18, 23, 59, tzinfo=UTC),
        "2026-02-18",
        "2026-02-18 22:00:17 +0530",
        "2026-02-18T23:30:00-11:00",
        "2026-02-18 08:45:59.000000000Z",
        "2026/2/18",
        "2026.02.18",
        "20260218",
        "20260218T031500Z",
        "18 February 2026",
        "18th Feb. 2026",
        "February 18, 2026",
        "Feb 18 2026",
        "Wed, 18 Feb 2026 10:00:00 GMT",
        "Wed Feb 18 09:28:56 CET 2026",
        "Published on 18 February 2026",
        "18/02/2026",
        "02/18/2026",
        "18.02.2026",
        "18. Februar 2026",
        "18 février 2026",
        "Mittwoch, 18. Februar 2026, 10:31 Uhr",
        "18 февраля 2026 г.",
        "2026年2月18日",
        "Wed 02/18/2026",
        "Stand: 18.02.2026",
    ],
)
def test_the_day_is_read_as_the_outlet_wrote_it(written: object) -> None:
    assert read_day(written) == DAY


def test_an_ambiguous_day_is_not_guessed() -> None:
    for written in ("03/04/2026", "3-4-2026", "Wed 03/04/2026 10:00", "03/04/2026; 10.30 Uhr"):
        with pytest.raises(ValueError, match="can be read in two ways"):
            read_day(written)


def test_an_ambiguous_day_is_read_in_the_order_that_the_user_gave() -> None:
    assert read_day("03/04/2026", "DMY") == date(2026, 4, 3)
    assert read_day("03/04/2026", "MDY") == date(2026, 3, 4)


@given(st.dates(min_value=date(1971, 1, 1)), st.sampled_from(("", *DATE_ORDERS)), st.sampled_from(("", ", 10.30 Uhr")))
def test_the_day_comes_first_before_points(day: date, order: str, after: str) -> None:
    for pattern in (
        "{0}.{1}.{2}",
        "{0:02}.{1:02}.{2}",
        "{0}. {1}. {2}",
        "Mo., {0:02}.{1:02}.{2}",
        "{0}.{1}.{2}.",
        "{0}.{1}.{2}г.",
    ):
        written = pattern.format(day.day, day.month, day.year) + after
        assert read_day(written, order) == read_printed_day(written) == day


@pytest.mark.parametrize("written", ["2026.10.06", "2026.10.06 05.10", "06.10.2026 05.10", "Version 5.1, 6. 10. 2026"])
def test_other_points_do_not_change_the_day(written: str) -> None:
    assert read_day(written) == read_day(written, "MDY") == date(2026, 10, 6)


@pytest.mark.parametrize(
    "written",
    [
        "02.18.2026",
        "5.10.2026.1",
        "Montag5.10.2026",
        "1.5.10.2026",
        "v5.10.2026",
        "10.30",
        "5.10",
        "05.10/2026",
        "5.10.26",
    ],
)
def test_points_between_other_numbers_are_no_date(written: str) -> None:
    assert read_printed_day(written) is None
    with pytest.raises(ValueError, match=r".+"):
        read_day(written, "MDY")


def test_day_and_month_that_are_equal_need_no_order() -> None:
    assert read_day("03/03/2026") == date(2026, 3, 3)


@pytest.mark.parametrize(
    "written",
    ["", "3 days ago", "yesterday", "February 2026", "2026", "18 February", "1771400000", "soon", "2026-02-31", "\x00",
     "13/13/2026", "0001-01-01T00:00:00", "1970-01-01", "x" * 100, "99999-01-01", "2026-13-01"],
)  # fmt: skip
def test_what_is_no_full_date_is_no_date(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_day(written)


@given(st.dates(min_value=date(1800, 1, 1)).filter(lambda day: day != date(1970, 1, 1)))
def test_every_day_survives_its_iso_form(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day:%d %B %Y}" if day.year > 999 else day) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2026/02/18/talks", DAY),
        ("https://a.example/world/2026/Feb/18/talks-end", DAY),
        ("https://a.example/2026-02-18-talks", DAY),
        ("https://a.example/talks?date=2026/02/18", None),
        ("https://a.example/2026/02/talks", None),
        ("https://a.example/2026/02/31/talks", None),
        ("https://a.example/12026/02/18", None),
    ],
)
def test_a_date_is_read_from_the_path_of_an_address_only(url: str, day: date | None) -> None:
    assert day_in_url(url) == day


def test_the_last_day_that_a_text_reports_is_found() -> None:
    assert last_reported_day("It ended on February 18, 2026, after a start on 17 February 2026.") == DAY


def test_a_day_that_a_text_announces_is_not_reported() -> None:
    assert last_reported_day("The bridge will reopen on 18 May 2026.") is None
    assert last_reported_day("They expected it by 18 May 2026. It broke on 18 February 2026.") == DAY


def test_a_text_without_full_dates_reports_none() -> None:
    assert last_reported_day("In 2026, on Tuesday; February 31, 2026; call 0120262026.") is None
