"""Finds the days and periods that a question names."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.text.date_words import MONTH_NUMBERS, one_of
from qa.question import Period

_MONTH = rf"(?P<month>{one_of(MONTH_NUMBERS)})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?=\b|T)")
MONTH_DAY = re.compile(rf"\b{_MONTH}\s+{_DAY}\b(?:,?\s+{_YEAR})?", re.IGNORECASE)
DAY_MONTH = re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?", re.IGNORECASE)
MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:(today)|(yesterday)|(this|last|past)\s+(week|month|year))\b", re.IGNORECASE)
LENGTHS = {"week": 7, "month": 30, "year": 365}
AHEAD = timedelta(days=60)  # announcements name days to come
LEAP = 8  # the most years from one 29 February to the next
VERBS = ("march", "may")
BEFORE_A_DATE = re.compile(r"\b(?:on|in|since|until|till|by|before|after|from)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    """What days are counted from.

    Attributes:
        today: What "yesterday" and "last week" count from.
        latest: Day of the newest article, None when no article has a date. A day without a year is the last such day
            up to it, else up to today, or a day of the same year not far ahead.
    """

    today: date
    latest: date | None = None


def find_periods(text: str, days: Days) -> tuple[Period, ...]:
    """Finds days, months and relative periods.

    Args:
        text: The question.
        days: What they are counted from.

    Returns:
        Periods in the order of the text. A number that is no day ("31 February") is passed over.
    """
    found: dict[int, Period] = {}
    taken: list[tuple[int, int]] = []
    for pattern in (ISO, MONTH_DAY, DAY_MONTH, MONTH_YEAR, RELATIVE):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken) or _is_verb(match):
                continue
            span = _relative(match, days.today) if pattern is RELATIVE else _calendar(match, days.latest or days.today)
            if span:
                found[match.start()] = Period(*span, words=match[0])
                taken.append(match.span())
    return tuple(found[start] for start in sorted(found))


def _relative(match: re.Match[str], today: date) -> tuple[date, date]:
    if match[1]:
        return today, today
    if match[2]:
        return today - timedelta(days=1), today - timedelta(days=1)
    days = LENGTHS[match[4].casefold()]
    if match[3].casefold() == "this":
        return today - timedelta(days=days), today
    # "Last week" is the calendar week before to some and the past seven days to others: take both.
    return today - timedelta(days=2 * days - 1), today


def _is_verb(match: re.Match[str]) -> bool:
    """Tells the verb in "how many of the 14 may go" from the month in "on 14 may": both are written small."""
    parts = match.groupdict()
    if parts.get("month") not in VERBS or (parts.get("day") and parts.get("year")):
        return False
    goes_on = match.string[match.end() :].lstrip()[:1].isalpha()
    return goes_on and not BEFORE_A_DATE.search(match.string[: match.start()])


def _calendar(match: re.Match[str], latest: date) -> tuple[date, date] | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else MONTH_NUMBERS[parts["month"].casefold()]
    year = int(parts["year"]) if parts["year"] else None
    if year and not parts.get("day"):
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    for tried in (year,) if year else range(latest.year, latest.year - LEAP - 1, -1):
        try:
            day = date(tried, month, int(parts["day"]))
        except ValueError:
            continue
        if year or day - latest <= AHEAD:
            return day, day
    return None
