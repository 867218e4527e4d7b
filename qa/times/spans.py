"""Spans of days: how far they reach, and what part of one is meant."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

Span = tuple[date, date]
ONE_DAY = timedelta(days=1)
_LENGTHS = {
    "day": relativedelta(days=1), "week": relativedelta(weeks=1), "fortnight": relativedelta(weeks=2),
    "month": relativedelta(months=1), "quarter": relativedelta(months=3), "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
}  # fmt: skip
UNITS = ("hour", *_LENGTHS)


def moved(day: date, number: int, unit: str = "day") -> date:
    """Returns the day so many units later; earlier where the number is below 0. No day lies outside of the calendar."""
    if unit == "hour":
        return moved(day, number // 24)
    try:
        return day + _LENGTHS[unit] * number
    except (ValueError, OverflowError):
        return date.min if number < 0 else date.max


def lasting(first: date, number: int, unit: str) -> Span:
    """Returns the days of so many units from the first day on."""
    end = moved(first, number, unit)
    return first, end if end == date.max else end - ONE_DAY


def week_of(day: date, *, weekend: bool = False) -> Span:
    """Returns the week of a day, from Monday to Sunday, or the weekend of that week."""
    monday = moved(day, -day.weekday())
    return moved(monday, 5 if weekend else 0), moved(monday, 6)


def around(day: date, number: int, unit: str) -> Span:
    """Returns the time that lies so many units from a day: a day, or a longer one where the unit is one."""
    day = moved(day, number, unit)
    if unit in ("week", "fortnight"):
        return moved(day, -3), moved(day, 3)
    if unit in ("year", "decade"):
        return lasting(day.replace(month=1, day=1), 1, "year")
    return (day, day) if unit in ("hour", "day") else lasting(day.replace(day=1), 1, "month")


def beside(span: Span, number: int, unit: str) -> Span:
    """Returns all of so many units directly after a span, or before it where the number is below 0."""
    first, last = span
    if number < 0:
        return moved(first, number, unit), moved(first, -1)
    return lasting(moved(last, 1), number, unit)


def nth_weekday(span: Span, place: int, weekday: int) -> Span:
    """Returns the first, or the last, of the Mondays of a span: 0 and -1."""
    first, last = span
    if place < 0:
        day = moved(last, -((last.weekday() - weekday) % 7))
    else:
        day = moved(first, (weekday - first.weekday()) % 7 + 7 * place)
    return day, day


def piece(span: Span, number: int, pieces: int) -> Span:
    """Returns one of several equal pieces of a span: whole months where it has that many, else days.

    Args:
        span: The whole.
        number: Which piece, 0 for the first and -1 for the last.
        pieces: Into how many it is cut; one with fewer days is not cut.
    """
    (first, last), number = span, number % pieces
    end = moved(last, 1)
    months = (end.year - first.year) * 12 + end.month - first.month
    if first.day == end.day == 1 and months % pieces == 0:
        return lasting(moved(first, number * months // pieces, "month"), months // pieces, "month")
    days = ((last - first).days + 1) // pieces
    if not days:
        return span
    begin = moved(first, number * days)
    return begin, last if number == pieces - 1 else moved(begin, days - 1)


def at_end(span: Span, position: int, number: int, unit: str) -> Span:
    """Returns so many units of a span, counted from its beginning, or from its end.

    Args:
        span: The whole.
        position: 0 for the first ones, 1 for those after them, -1 for the last ones.
        number: How many.
        unit: Of what.
    """
    first, last = span
    if position < 0:
        return max(first, moved(moved(last, 1), -number, unit)), last
    begin, end = lasting(moved(first, position * number, unit), number, unit)
    return begin, min(end, last)
