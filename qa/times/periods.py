"""Finds the times that a question names: days, periods, ranges, and what lies before or after one."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from corpus.text.date_words import MONTH_NUMBERS, WEEKDAYS
from qa.errors import BadDay
from qa.question import Period
from qa.times.calendar import FORMS
from qa.times.doubtful import find_months, find_years
from qa.times.feasts import FEASTS
from qa.times.named_time import Time, text_before
from qa.times.parts import find_part
from qa.times.relative import ONE_DAY, find_relative_times
from qa.times.spans import UNITS, Span, moved
from qa.times.words import DECADES, DIRECTIONS, JOINTS, SEASONS, one_of

_SHOWN = 40  # characters of what is no day
_LAST_WORDS = ("weekend", *(name.split()[-1] for name in ONE_DAY))
LONG_AGO = timedelta(days=30)  # after so many days without news "last week" is no week of this collection
# Most questions hold nothing that can be a time, and need not be read for each form of one.
_ANY = re.compile(
    rf"\d|\b(?:{one_of((*MONTH_NUMBERS, *WEEKDAYS, *SEASONS, *DECADES, *FEASTS, *UNITS, *_LAST_WORDS))})(?:['’]?s)?\b",
    re.IGNORECASE,
)
NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<one>\d{1,2})(?P<sign>[-/.])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)"
)
_JOINT = re.compile(rf"\s*(?P<joint>{one_of(JOINTS)})\s*(?:the\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?P<word>between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_DIRECTION = re.compile(
    rf"(?<!-)\b(?P<word>{one_of(DIRECTIONS)})(?:(?<=-)|\s+)(?:the\s+)?(?:year\s+|month\s+of\s+)?$",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:will|shall|won['’]t|going\s+to)\b|^Will(?=\s+[a-z])")
_ONWARDS = re.compile(r"\s+(?:on|onwards?)\b(?!\s+(?:the|a)\b)|\s+and\s+(?:later|after)\b", re.IGNORECASE)
_IN = re.compile(r"(?:['’]s)?,?\s+(?:(?:at|during|in|on|over)\s+)?(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s*(?:and|or|,|/)\s*(?:in\s+|on\s+)?(?:the\s+)?", re.IGNORECASE)
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

    def latest_of(self, time: Time, *, ahead: bool = False) -> Span | None:
        """Returns the days of a time: without a year the last ones that the articles can tell of, or the next ones."""
        if ahead and not time.is_dated and (span := time.counted("ahead", self.counted_from)):
            return span
        return time.latest(self.latest or self.today, self.counted_from)


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
    times = _with_years(text, _times(text, days, names)) if _ANY.search(text) else []
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
    # "The last week in May" holds what alone is "last week".
    found.sort(key=lambda time: (time.start, -time.end))
    return [time for at, time in enumerate(found) if not any(time.end <= other.end for other in found[:at])]


def _all_times(text: str, days: Days) -> Iterator[Time]:
    for pattern, make in FORMS:
        yield from filter(None, (make(match, days.counted_from) for match in pattern.finditer(text)))
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
    """Takes "early" and "the first half of" to the time that they stand before."""
    before = text_before(text, time.start)
    part = find_part(before)
    if not part:
        return time
    (begins, cut), inner = part, time.part
    start = time.start - len(before) + begins
    # "The end of the first quarter of 2025" is a part of a part.
    return _with_part(text, replace(time, start=start, part=(lambda span: cut(inner(span))) if inner else cut))


def _with_years(text: str, times: Sequence[Time]) -> list[Time]:
    """Gives a time the year of the one beside it: "last year in June", "in March and April 2025"."""
    joined: list[Time] = []
    for time in times:
        before = joined[-1] if joined else None
        if before and before.is_year and not time.is_dated and _IN.fullmatch(text[before.end : time.start]):
            joined[-1] = replace(time, start=before.start, year=before.year, relative=before.relative)
        else:
            joined.append(time)
    for at, (time, after) in enumerate(pairwise(joined)):
        if after.year and not (time.is_dated or after.is_year) and _AND.fullmatch(text[time.end : after.start]):
            joined[at] = replace(time, year=after.year, relative=after.relative)
    return joined


def _range(text: str, pair: Sequence[Time], days: Days) -> tuple[int, int, Span] | None:
    """Reads two times with "to", "and" or a dash between them as all days from the first to the last."""
    if len(pair) < 2 or not (joint := _JOINT.fullmatch(text[pair[0].end : pair[1].start])):
        return None
    first, last = pair
    before = _BETWEEN.search(text_before(text, first.start))
    if joint["joint"].casefold() == "and" and not (before and before["word"].casefold() == "between"):
        return None
    spans = _side_by_side(first, last, days)
    begins = first.start - len(before[0]) if before else first.start
    return (begins, last.end, spans) if spans else None


def _side_by_side(first: Time, last: Time, days: Days) -> Span | None:
    """Finds the days from one time to another; either may have its year from the other."""
    end = last.in_year(first.year) if first.year and not last.is_dated else days.latest_of(last)
    if first.year and end and (begin := first.in_year(first.year)):
        if end[1] < begin[0] and not last.is_dated:
            end = last.in_year(first.year + 1)
        return (begin[0], end[1]) if end and begin[0] <= end[1] else None
    if end is None:
        return None
    if first.relative and last.relative and (begin := first.span) and begin[0] > end[1] and begin[0] == begin[1]:
        week = moved(begin[0], -7)  # "from Monday to Friday", asked on a Tuesday
        return (week, end[1]) if week <= end[1] else None
    for year in (end[1].year, end[1].year - 1):
        begin = first.in_year(year) if year > 0 else None
        if begin and begin[0] <= end[1]:
            return begin[0], end[1]
    return None


def _directed(text: str, time: Time, days: Days) -> tuple[int, int, tuple[date | None, date | None] | None]:
    """Reads one time, with "before", "since" or the like before it."""
    span = days.latest_of(time, ahead=bool(_WILL.search(text)))
    if span is None:
        return time.start, time.end, None
    before = text_before(text, time.start)
    match = _DIRECTION.search(before)
    onwards = _ONWARDS.match(text, time.end)
    direction = DIRECTIONS[" ".join(match["word"].casefold().split())] if match else ""
    if direction in ("", "from"):
        direction = "since" if onwards and not time.relative else ""
    if direction == "before" and _is_of_that_year(text, time):
        direction = "until"
    start = time.start - len(before) + match.start() if match and direction else time.start
    end = onwards.end() if onwards and direction == "since" else time.end
    return start, end, _SPANS[direction](*span)


def _is_of_that_year(text: str, time: Time) -> bool:
    """Tells "before the 2024 election", which may lie anywhere in the year, from "before 2024"."""
    return (
        time.is_year
        and bool(re.search(r"\bthe\s+$", text_before(text, time.start)))
        and text[time.end : time.end + 2].strip() != ""
    )


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
    "before": lambda first, _: (None, moved(first, -1)),
    "after": lambda _, last: (moved(last, 1), None),
    "since": lambda first, _: (first, None),
    "until": lambda _, last: (None, last),
}


def read_days(written: str, days: Days) -> Period:
    """Reads a day, or days such as a month.

    Args:
        written: What was typed, and nothing else.
        days: What they are counted from.

    Raises:
        BadDay: It names none, or may name either of two.
    """
    text = " ".join(written.split())
    found = find_periods(text, days, directed=False)
    if len(found) != 1 or found[0].words != text or not (found[0].first and found[0].last):
        raise BadDay(f"“{text[:_SHOWN]}” is not a day; write it like 28 Nov, last Monday or 2026-02-18.")
    period = found[0]
    if period.or_else:
        raise BadDay(f"“{text[:_SHOWN]}” may be {period.first} or {period.or_else}; write it in one of these ways.")
    return period
