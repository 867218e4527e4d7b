"""Times on a web page that are given to machines beside the words that people read: which day they print."""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import islice

from lxml.html import HtmlElement

from corpus.metadata.dates import read_day
from corpus.metadata.printed.days import find_day_of_year, read_printed_day
from corpus.metadata.printed.style import DateStyle
from corpus.web.elements import text_of_element

_ATTRIBUTES = {"time": ("datetime",), "abbr": ("title",), "span": ("data-date-time", "data-datetime")}
_COUNTED_IN_UTC = re.compile(r"(?:Z|GMT|UTC|[+-]00:?00)$|^\D*\d{4}-\d\d-\d\d[T ][\d:.]+$")
_TIME = re.compile(r"(?<!\d)(?P<hour>\d{1,2}):\d\d")
_AFTERNOON = re.compile(r"\bp\.?m\b", re.IGNORECASE)
_WEST, _EAST = 12, 14  # hours that time zones lie behind UTC and before it
_LONGEST = 40  # characters of a time
_MOST_WORDS = 200  # characters that people read of it, or of the line around it
_MOST_TIMES = 6  # on a line


def own_words(element: HtmlElement, style: DateStyle) -> str:
    """Returns the words that stand in an element itself; a day in place of those that print none in full."""
    day = _machine_day(element, style)
    return day.isoformat() if day else element.text or ""


def words_with_days(element: HtmlElement, style: DateStyle) -> str:
    """Returns the words of an element on one line, a day in place of those of a time that print none in full."""
    words = text_of_element(element)
    for inner in islice(element.iter(*_ATTRIBUTES), _MOST_TIMES) if len(words) <= _MOST_WORDS else ():
        if day := _machine_day(inner, style):
            words = words.replace(text_of_element(inner), day.isoformat(), 1)
    return words


def is_counted_in_utc(text: str) -> bool:
    """Says whether a time in markup is one in UTC, or may be one: without a zone it is whatever the program liked."""
    return bool(_COUNTED_IN_UTC.search(text))


def local_days(day: date, text: str) -> set[date]:
    """Returns the days that it was somewhere at a time in UTC.

    Args:
        day: The day in UTC.
        text: The time as written.
    """
    match = _TIME.search(text)
    hour = int(match["hour"]) % 24 if match else None
    if hour is not None and hour < 12 and _AFTERNOON.search(text):
        hour += 12
    before = {day - timedelta(days=1)} if hour is None or hour < _WEST else set()
    after = {day + timedelta(days=1)} if hour is None or hour + _EAST >= 24 else set()
    return {day} | before | after


def day_behind_utc(text: str, hours: float) -> date | None:
    """Returns the day that it was at a time in UTC where clocks are some hours before it; None where none is given."""
    with suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(text.strip())
        if moment.tzinfo is not None and not moment.utcoffset():
            return (moment.replace(tzinfo=None) + timedelta(hours=hours)).date()
    return None


def _machine_day(element: HtmlElement, style: DateStyle) -> date | None:
    """Returns the day that an element gives to machines alone; it is the one whose beginning people may read."""
    given = next((text for name in _ATTRIBUTES.get(element.tag, ()) if (text := element.get(name))), "").strip()
    if not given or len(given) > _LONGEST or not given[:4].isdigit():
        return None
    words = text_of_element(element)[:_MOST_WORDS]
    if read_printed_day(words, style):
        return None
    with suppress(ValueError, OverflowError):
        day = read_day(given)
        printed = find_day_of_year(words, day.year, style) if is_counted_in_utc(given) else None
        return printed if printed in local_days(day, given) else day
    return None
