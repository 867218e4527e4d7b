from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from corpus.metadata.times import day_in, holds, in_utc, read_time, read_utc, until_words

SIX = datetime(2026, 2, 18, 6, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    "written", ["2026-02-18T06:00:00+01:00", "20260218T060000+0100", "2026-02-18 06:00+01:00", SIX]
)
def test_moments_are_read_in_the_forms_of_agencies(written: object) -> None:
    assert read_time(written) == SIX


def test_a_day_is_its_beginning_and_a_time_without_zone_stays_without() -> None:
    assert read_time(date(2026, 2, 18)) == read_time("2026-02-18T00:00")
    assert read_time("2026-02-18T06:00").tzinfo is None


@pytest.mark.parametrize(
    "written", ["soon", "", None, 7, "2026-02-18T06:00:00+01:00 and much more text than a moment has"]
)
def test_what_is_no_moment_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="is no time"):
        read_time(written)


def test_an_embargo_ends_at_its_hour() -> None:
    assert holds(SIX, datetime(2026, 2, 18, 4, 59, tzinfo=UTC))
    assert not holds(SIX, datetime(2026, 2, 18, 5, 0, tzinfo=UTC))


def test_an_embargo_without_a_zone_holds_until_its_hour_has_come_everywhere() -> None:
    bare = SIX.replace(tzinfo=None)
    assert holds(bare, datetime(2026, 2, 18, 17, 59, tzinfo=UTC))
    assert not holds(bare, datetime(2026, 2, 18, 18, 0, tzinfo=UTC))


def test_it_is_shown_in_the_zone_that_it_was_written_in() -> None:
    assert until_words(SIX) == "18 February 2026, 06:00 +01:00"
    assert until_words(SIX.astimezone(UTC)) == "18 February 2026, 05:00 UTC"
    assert until_words(SIX.replace(tzinfo=None)) == "18 February 2026, 06:00"


def test_moments_sort_by_time_in_whatever_zone_they_are_written() -> None:
    moments = ["20260218T103000Z", "2026-02-18T11:29:59+01:00", "2026-02-18T12:00:00+0200"]
    assert sorted(in_utc(read_time(moment))[11:19] for moment in moments) == ["10:00:00", "10:29:59", "10:30:00"]


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-18T23:30:00Z",
        "2026-02-18 23:30:00+00:00",
        "Wed, 18 Feb 2026 23:30:00 GMT",
        "Wed, 18 Feb 2026 23:30 +0000",
    ],
)
def test_a_moment_in_utc_has_the_day_of_the_zone_that_is_asked_for(written: str) -> None:
    moment = read_utc(written)
    assert moment is not None
    assert [day_in(zone, moment).day for zone in (None, UTC, ZoneInfo("Europe/Berlin"))] == [18, 18, 19]


@pytest.mark.parametrize(
    "written",
    ["2026-02-18T23:30:00", "2026-02-18T23:30:00-05:00", "Wed, 18 Feb 2026 23:30:00 -0500", "18 Feb", 7, None],
)
def test_only_a_moment_in_utc_is_one(written: object) -> None:
    assert read_utc(written) is None


def test_midnight_in_utc_is_a_day_without_an_hour() -> None:
    assert day_in(ZoneInfo("America/New_York"), datetime(2026, 2, 18, tzinfo=UTC)) == date(2026, 2, 18)
