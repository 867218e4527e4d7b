"""The time that a follow-up counts from that of the question before: "the year before", "a month later"."""

import re
from dataclasses import replace
from datetime import date

from qa.question import Period
from qa.times.spans import Span, beside, lasting, moved, week_of
from qa.times.words import NUMBER, count

_UNIT = r"(?:day|week|month|quarter|year|decade)"
_SHIFT = re.compile(
    rf"\b(?:the\s+(?P<beside>{_UNIT})\s+(?P<side>before|after)|the\s+following\s+(?P<following>{_UNIT})"
    rf"|{NUMBER}\s+(?P<counted>{_UNIT})s?\s+(?P<way>earlier|later|before|after))(?=\W*$|\s*,)",
    re.IGNORECASE,
)
_MONTHS = {"month": 1, "quarter": 3}


def find_shift(text: str) -> re.Match[str] | None:
    """Finds words of a question that are counted from the time of the one before; nothing may follow them."""
    return _SHIFT.search(text)


def shifted(shift: re.Match[str], period: Period) -> Period | None:
    """Returns the time that such words mean.

    Args:
        shift: The words, as `find_shift` finds them.
        period: The time that they are counted from.

    Returns:
        The time; None where the other one has no beginning or no end.
    """
    if not period.first or not period.last:
        return None
    span = (period.first, period.last)
    if shift["counted"]:
        back = shift["way"].casefold() in ("earlier", "before")
        number = count(shift["number"])
        span = _as_long(span, -number if back else number, shift["counted"].casefold())
    else:
        unit = (shift["beside"] or shift["following"]).casefold()
        back = (shift["side"] or "").casefold() == "before"
        # "The month after" 18 February is March, and "the year before" March 2025 is 2024.
        span = beside(_whole(span[0] if back else span[1], unit), -1 if back else 1, unit)
    return replace(period, first=span[0], last=span[1], words=shift[0], or_else=None)


def _as_long(span: Span, number: int, unit: str) -> Span:
    """Moves a span; one of whole months ends with a month again."""
    first, end = span[0], moved(span[1], 1)
    if first.day == end.day == 1:
        return moved(first, number, unit), moved(moved(end, number, unit), -1)
    return moved(first, number, unit), moved(span[1], number, unit)


def _whole(day: date, unit: str) -> Span:
    """Returns the week, month, year ... of the calendar that a day lies in."""
    if unit == "day":
        return day, day
    if unit == "week":
        return week_of(day)
    if unit in _MONTHS:
        months = _MONTHS[unit]
        return lasting(day.replace(month=(day.month - 1) // months * months + 1, day=1), months, "month")
    years = 10 if unit == "decade" else 1
    return lasting(date(max(1, day.year // years * years), 1, 1), years, "year")
