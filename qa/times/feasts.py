"""Days that have a name of their own: Christmas, Easter, New Year's Eve."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import TH, relativedelta

from qa.times.spans import Span


def _days(month: int, first: int, last: int | None = None) -> Callable[[int], Span]:
    return lambda year: (date(year, month, first), date(year, month, last or first))


def _easter(first: int, last: int) -> Callable[[int], Span]:
    return lambda year: (easter(year) + timedelta(days=first), easter(year) + timedelta(days=last))


def _thanksgiving(year: int) -> Span:
    day = date(year, 11, 1) + relativedelta(weekday=TH(4))
    return day, day


# Without apostrophes, which are seldom typed.
FEASTS: dict[str, Callable[[int], Span]] = {
    "new years day": _days(1, 1),
    "valentines day": _days(2, 14),
    "easter": _easter(-2, 1),
    "easter sunday": _easter(0, 0),
    "easter monday": _easter(1, 1),
    "halloween": _days(10, 31),
    "thanksgiving": _thanksgiving,
    "christmas": _days(12, 24, 26),
    "christmas eve": _days(12, 24),
    "christmas day": _days(12, 25),
    "boxing day": _days(12, 26),
    "new years eve": _days(12, 31),
}
