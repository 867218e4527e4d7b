"""A time that a text names, as it is read: a calendar's days, or a month that may be of any year."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from qa.times.parts import Part
from qa.times.spans import Span, lasting

Form = tuple[re.Pattern[str], Callable[[re.Match[str], date], "Time | None"]]
AHEAD = timedelta(days=60)  # announcements name days to come
_TOLD_BEFORE = 80  # code points
LEAP = 8  # the most years from one 29 February to the next


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a text names.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last.
        year: The year, None where the text leaves it out.
        month: Its first month.
        months: How many months it lasts.
        day: Its day of the month; None for whole months.
        last: Its last day, where it is a span of days of one month.
        feast: Finds its days in a year, where it is a feast.
        span: Its days, where they are found in another way.
        relative: Whether it is counted from the day of the question.
        or_else: The other day that it may be.
        part: Cuts out the part of it that is meant; None for all of it.
    """

    start: int
    end: int
    year: int | None = None
    month: int = 1
    months: int = 1
    day: int | None = None
    last: int | None = None
    feast: Callable[[int], Span] | None = None
    span: Span | None = None
    relative: bool = False
    or_else: date | None = None
    part: Part | None = None

    @property
    def is_dated(self) -> bool:
        """Whether the text says of which year it is."""
        return self.year is not None or self.span is not None

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return self.year is not None and self.months == 12 and self.part is None

    def in_year(self, year: int) -> Span | None:
        """Returns its days in a year; None where that year has no such days."""
        try:
            span = self.span or self._in_year(year)
        except (ValueError, OverflowError):
            return None
        first, last = self.part(span) if self.part else span
        return (first, last) if first <= last else None

    def latest(self, newest: date, today: date = date.min) -> Span | None:
        """Returns its days: without a year the last ones that can be told of.

        Args:
            newest: The day up to which there are articles.
            today: The day of the question.
        """
        if self.is_dated:
            return self.in_year(self.year or newest.year)
        ahead = AHEAD if self.day else timedelta()
        years = range(max(newest, today).year, max(0, newest.year - LEAP - 1), -1)
        spans = map(self.in_year, years)
        return next((span for span in spans if span and span[0] - newest <= ahead), None)

    def counted(self, which: str, today: date) -> Span | None:
        """Returns the days of this, of the last or of the next time that it is so, seen from a day.

        Args:
            which: "this" is the nearest of all, "last" the one that is over, "next" the one that is to begin,
                "ahead" the one that is to end.
            today: The day.
        """
        years = range(max(1, today.year - LEAP), min(9998, today.year + LEAP) + 1)
        spans = [span for year in years if (span := self.in_year(year))]
        if which == "this":
            return min(spans, key=lambda span: max((span[0] - today).days, (today - span[1]).days), default=None)
        if which == "ahead":
            return next((span for span in spans if span[1] >= today), None)
        if which in ("next", "coming"):
            return next((span for span in spans if span[0] > today), None)
        return next((span for span in reversed(spans) if span[1] < today), None)

    def _in_year(self, year: int) -> Span:
        if self.feast:
            return self.feast(year)
        if self.day is not None:
            return date(year, self.month, self.day), date(year, self.month, self.last or self.day)
        return lasting(date(year, self.month, 1), self.months, "month")


def text_before(text: str, at: int) -> str:
    """Returns what stands before an offset, as far back as it can matter: no long text is read over and over."""
    return text[max(0, at - _TOLD_BEFORE) : at]


def forms(*patterns: tuple[str, Callable[[re.Match[str], date], Time | None]]) -> tuple[Form, ...]:
    """Returns forms of times: a pattern, and what makes the time of a match and of the day of the question."""
    return tuple((re.compile(pattern, re.IGNORECASE), make) for pattern, make in patterns)
