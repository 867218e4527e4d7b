"""The days that the operators since, until, before and after name: a day, a month or a year."""

import re
from calendar import monthrange
from datetime import date, timedelta

from index.search.condition import Published
from qa.errors import BadDay

_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DAY = timedelta(days=1)


def published(operator: str, written: str) -> Published:
    """Reads the days that an operator leaves.

    Args:
        operator: ``since`` and ``until`` take in the time that is named, ``after`` and ``before`` do not.
        written: A day, a month or a year: ``2026-02-18``, ``2026-02``, ``2026``.

    Raises:
        BadDay: It is none of them, or no day is left.
    """
    match = _WRITTEN.fullmatch(written.strip())
    try:
        if not match:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        first = date(year or 0, month or 1, day or 1)
        last = first if day else date(first.year, month or 12, monthrange(first.year, month or 12)[1])
        if operator in ("since", "after"):
            return Published(first if operator == "since" else last + _DAY, None)
        return Published(None, last if operator == "until" else first - _DAY)
    except (ValueError, OverflowError) as error:
        raise BadDay(
            f"“{written[:40]}” is not a day; write it like 2026-02-18, or like 2026-02 or 2026, after {operator}:."
        ) from error
