"""Finds the days that a sentence names, as far as the article's date tells which they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.text.date_words import WEEKDAYS
from qa.times.calendar import find_days_in

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})(?:\s+(?:morning|afternoon|evening|night))?\b", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|(?P<yesterday>yesterday))\b", re.IGNORECASE)
NEAR = timedelta(days=8)  # a weekday without a date is one of about a week before or after the article's


@dataclass(frozen=True, slots=True)
class DayName:
    """A day that a text names.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last.
        weekday: 0 for Monday to 6 for Sunday.
        day: The day; None where only the weekday is named.
        near: Day of publication of the article, None when unknown.
    """

    start: int
    end: int
    weekday: int
    day: date | None = None
    near: date | None = None

    def may_be(self, other: "DayName") -> bool:
        """Says whether both can be the same day: an outlet's "Wednesday" is another's "18 February"."""
        if self.weekday != other.weekday:
            return False
        days = [name.day or name.near for name in (self, other)]
        if days[0] is None or days[1] is None:
            return True
        apart = abs(days[0] - days[1])
        return apart == timedelta() if self.day and other.day else apart <= NEAR


def find_days(text: str, published: date | None) -> Iterator[DayName]:
    """Finds weekdays and calendar days in a text, in order.

    Args:
        text: A sentence.
        published: When its article was published.
    """
    found = {
        start: DayName(start, end, day.weekday(), day, published)
        for start, end, day in _calendar_days(text, published or date.today())
    }
    for match in _WEEKDAY.finditer(text):
        found.setdefault(match.start(), DayName(*match.span(), WEEKDAYS.index(match[1].casefold()), None, published))
    for start in sorted(found):
        yield found[start]


def _calendar_days(text: str, published: date) -> Iterator[tuple[int, int, date]]:
    """Finds days that are named by their date, and "today" beside one."""
    taken: list[tuple[int, int]] = []
    for time in find_days_in(text):
        span = time.latest(published)
        if span and not any(time.start < end and start < time.end for start, end in taken):
            taken.append((time.start, time.end))
            if time.day is not None:
                yield time.start, time.end, span[0]
    if taken:
        for match in _TODAY.finditer(text):
            yield *match.span(), published - timedelta(days=1 if match["yesterday"] else 0)
