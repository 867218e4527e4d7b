"""Moments as agencies write them: when a version was made, and until when an embargo holds."""

from datetime import UTC, date, datetime, timedelta, timezone

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


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    return f" {moment.replace(second=0, microsecond=0).isoformat()[-6:]}" if offset else " UTC"
