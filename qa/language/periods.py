"""Finds the times that a question names: days, periods, ranges, and what lies before or after one."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from qa.language.doubtful_times import find_months, find_years
from qa.language.relative_times import find_relative_times
from qa.language.time_words import DIRECTIONS, JOINTS, PARTS
from qa.language.times import FORMS, Span, Time, one_of
from qa.question import Period

LONG_AGO = timedelta(days=30)  # after so many days without news "last week" is no week of this collection
ONE_DAY = timedelta(days=1)
NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<one>\d{1,2})(?P<sign>[-/.])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)"
)
_JOINT = re.compile(rf"\s*(?P<joint>{one_of(JOINTS)})\s*(?:the\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?P<word>between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_PART = re.compile(rf"\b(?:the\s+)?(?P<part>{one_of(PARTS)})[\s-]+(?:the\s+)?$", re.IGNORECASE)
_DIRECTION = re.compile(
    rf"\b(?P<word>{one_of(DIRECTIONS)})\s+(?:the\s+)?(?:year\s+|month\s+of\s+)?$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"\s+(?:on|onwards?)\b(?!\s+(?:the|a)\b)|\s+and\s+(?:later|after)\b", re.IGNORECASE)
_AND_NOT = re.compile(r",?\s+(?:(?:and|but)\s+)?$")


@dataclass(frozen=True, slots=True)
class Days:
    """What days are counted from.

    Attributes:
        today: The day of the question.
        latest: Day of the newest article that is not dated in the future, None when no article has a date. A day
            without a year is the last such day up to it, else up to today, or a day of the same year not far ahead.
        month_first: Whether 3/4/2026 is 4 March.
    """

    today: date
    latest: date | None = None
    month_first: bool = False

    @property
    def counted_from(self) -> date:
        """What "yesterday" and "last week" count from: today, or the newest article where that is long ago."""
        return self.latest if self.latest and self.today - self.latest > LONG_AGO else self.today


def find_periods(
    text: str, days: Days, names: Sequence[tuple[int, int]] = (), *, directed: bool = True
) -> tuple[Period, ...]:
    """Finds the times that a text names.

    Args:
        text: The question.
        days: What they are counted from.
        names: Spans of it that are names and no times, such as an outlet called Today.
        directed: Whether "before 2 May" is the time before it, rather than that day.

    Returns:
        Periods in the order of the text. A number that is no day ("31 February") is passed over.
    """
    times = _times(text, days, names)
    found: list[Period] = []
    ends: list[int] = []
    at = 0
    while at < len(times):
        pair = _range(text, times[at : at + 2], days)
        start, end, span = pair or _directed(text if directed else "", times[at], days)
        times_read = times[at : at + 2] if pair else times[at : at + 1]
        at += len(times_read)
        if span is None:
            continue
        counted = days.counted_from if any(time.relative for time in times_read) else days.today
        period = Period(
            *span,
            words=text[start:end].strip(),
            counted_from=counted if counted != days.today else None,
            or_else=next((time.or_else for time in times_read if time.or_else), None),
        )
        if found and _AND_NOT.fullmatch(text[ends[-1] : start]) and (both := _both(found[-1], period, text)):
            found[-1] = both
        else:
            found.append(period)
        ends[len(found) - 1 :] = [end]
    return tuple(found)


def _times(text: str, days: Days, names: Iterable[tuple[int, int]]) -> list[Time]:
    taken = list(names)
    found = []
    for time in _all_times(text, days):
        if not any(time.start < end and start < time.end for start, end in taken):
            taken.append((time.start, time.end))
            found.append(_with_part(text, time))
    return sorted(found, key=lambda time: time.start)


def _all_times(text: str, days: Days) -> Iterator[Time]:
    for pattern, make in FORMS:
        yield from filter(None, map(make, pattern.finditer(text)))
    yield from filter(None, (_numeric(match, days) for match in NUMERIC.finditer(text)))
    yield from find_relative_times(text, days.counted_from)
    yield from find_months(text)
    yield from find_years(text, days.today)


def _numeric(match: re.Match[str], days: Days) -> Time | None:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    year += 2000 if year < 100 else 0
    readings = [
        span[0]
        for month, day in ((one, two), (two, one))
        if 1 <= month <= 12 and (span := Time(0, 0, year, month, day=day).in_year(year))
    ]
    if not readings:
        return None
    # Where points stand between numbers the day comes first: nobody writes 2.18.2026.
    if len(readings) == 2 and (match["sign"] == "." or not days.month_first):
        readings.reverse()
    other = readings[1] if len(set(readings)) == 2 and match["sign"] != "." else None
    return Time(*match.span(), span=(readings[0], readings[0]), or_else=other)


def _with_part(text: str, time: Time) -> Time:
    """Takes "early" and "the end of" to the time that they stand before."""
    part = _PART.search(text[: time.start])
    if not part or time.day is not None:
        return time
    return replace(time, start=part.start(), part=PARTS[" ".join(part["part"].casefold().split())])


def _range(text: str, pair: Sequence[Time], days: Days) -> tuple[int, int, Span] | None:
    """Reads two times with "to", "and" or a dash between them as all days from the first to the last."""
    if len(pair) < 2 or not (joint := _JOINT.fullmatch(text[pair[0].end : pair[1].start])):
        return None
    first, last = pair
    before = _BETWEEN.search(text[: first.start])
    if joint["joint"].casefold() == "and" and not (before and before["word"].casefold() == "between"):
        return None
    spans = _side_by_side(first, last, days.latest or days.today)
    return (before.start() if before else first.start, last.end, spans) if spans else None


def _side_by_side(first: Time, last: Time, newest: date) -> Span | None:
    """Finds the days from one time to another; either may have its year from the other."""
    end = last.in_year(first.year) if first.year and not (last.year or last.span) else last.latest(newest)
    if first.year and end and (begin := first.in_year(first.year)):
        if end[1] < begin[0] and not (last.year or last.span):
            end = last.in_year(first.year + 1)
        return (begin[0], end[1]) if end and begin[0] <= end[1] else None
    if end is None:
        return None
    if first.relative and last.relative and (begin := first.span) and begin[0] > end[1] and begin[0] == begin[1]:
        week = _shifted(begin[0], -7)  # "from Monday to Friday", asked on a Tuesday
        return (week, end[1]) if week <= end[1] else None
    for year in (end[1].year, end[1].year - 1):
        begin = first.in_year(year) if year > 0 else None
        if begin and begin[0] <= end[1]:
            return begin[0], end[1]
    return None


def _directed(text: str, time: Time, days: Days) -> tuple[int, int, tuple[date | None, date | None] | None]:
    """Reads one time, with "before", "since" or the like before it."""
    span = time.latest(days.latest or days.today)
    if span is None:
        return time.start, time.end, None
    match = _DIRECTION.search(text[: time.start])
    onwards = _ONWARDS.match(text, time.end)
    direction = DIRECTIONS[" ".join(match["word"].casefold().split())] if match else ""
    if direction in ("", "from"):
        direction = "since" if onwards and not time.relative else ""
    if direction == "before" and _is_of_that_year(text, time):
        direction = "until"
    start = match.start() if match and direction else time.start
    end = onwards.end() if onwards and direction == "since" else time.end
    return start, end, _SPANS[direction](*span)


def _is_of_that_year(text: str, time: Time) -> bool:
    """Tells "before the 2024 election", which may lie anywhere in the year, from "before 2024"."""
    whole_year = time.year is not None and time.months == 12
    return (
        whole_year and bool(re.search(r"\bthe\s+$", text[: time.start])) and text[time.end : time.end + 2].strip() != ""
    )


def _shifted(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _both(one: Period, other: Period, text: str) -> Period | None:
    """Joins "since March" and "before May" to one period; None where they are two."""
    if one.last is not None or other.first is not None or one.first is None or other.last is None:
        return None
    if one.first > other.last:
        return None
    start = text.index(one.words)
    words = text[start : text.index(other.words, start) + len(other.words)]
    return replace(one, last=other.last, words=words, counted_from=one.counted_from or other.counted_from)


_SPANS: dict[str, Callable[[date, date], tuple[date | None, date | None]]] = {
    "": lambda first, last: (first, last),
    "before": lambda first, _: (None, _shifted(first, -1)),
    "after": lambda _, last: (_shifted(last, 1), None),
    "since": lambda first, _: (first, None),
    "until": lambda _, last: (None, last),
}
