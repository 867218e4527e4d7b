"""Moments as agencies and programs write them: when a version was made, until when an embargo holds, on which day."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

_LONGEST = 40  # characters; a longer text is no moment
_LAST_ON_EARTH = timezone(timedelta(hours=-12))  # a time without a zone has passed once it has passed there


def read_time(value: object) -> datetime:
    """Reads a moment in ISO 8601, with or without its separators; one without a zone stays without.

    Raises:
        ValueError: It is none.
    """
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    text = value.strip() if isinstance(value, str) else ""
    try:
        return datetime.fromisoformat(text[:_LONGEST])
    except ValueError:
        raise ValueError("is no time; write it as 2026-02-18T06:00+01:00") from None


def in_utc(moment: datetime) -> str:
    """Returns a moment as text that sorts by time; one without a zone is taken for UTC."""
    utc = moment.astimezone(UTC) if moment.tzinfo else moment
    return utc.replace(tzinfo=None).isoformat(timespec="microseconds")


def read_utc(value: object) -> datetime | None:
    """Reads a moment that is written in UTC, as programs write it in ISO 8601 and feeds do; None for all others."""
    for read in (read_time, _read_feed_time):
        with suppress(ValueError):
            moment = read(value)
            return moment if moment.tzinfo and not moment.utcoffset() else None
    return None


def day_in(zone: tzinfo | None, moment: datetime) -> date:
    """Returns the day of a moment in UTC where somebody is; midnight is how programs write a day without an hour."""
    return (moment.astimezone(zone) if zone and moment.time() != time() else moment).date()


def holds(embargo: datetime, now: datetime) -> bool:
    """Says whether an embargo has not ended yet.

    Args:
        embargo: Until when it holds; without a zone, until that hour has come everywhere.
        now: The present, with a zone.
    """
    return (embargo if embargo.tzinfo else embargo.replace(tzinfo=_LAST_ON_EARTH)) > now


def until_words(embargo: datetime) -> str:
    """Returns until when an embargo holds, such as "18 February 2026, 06:00 +01:00"."""
    return f"{embargo.day} {embargo:%B %Y, %H:%M}{_zone(embargo)}"


def _read_feed_time(value: object) -> datetime:
    return parsedate_to_datetime(value[:_LONGEST]) if isinstance(value, str) else read_time(value)


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    return f" {moment.replace(second=0, microsecond=0).isoformat()[-6:]}" if offset else " UTC"
