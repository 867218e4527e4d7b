"""The day on which a web page was published: as its markup says, set right by what it prints."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from corpus.metadata import Metadata
from corpus.metadata.dates import GUESSED, day_in_url, read_day
from corpus.metadata.merge import from_places
from corpus.web.date_lines import DateLines, is_printed_alone, read_date_lines
from corpus.web.elements import following
from corpus.web.page import is_embedded

# Often of the last edit, or of the first form of a page that has been written anew since.
_WEAK = frozenset(
    {"meta: created", "meta: date", "meta: dc.date", "meta: dcterms.date", "meta: dcsext.articlefirstpublished"}
)
_COUNTED_IN_UTC = re.compile(r"(?:Z|GMT|UTC|[+-]00:?00)$|^\D*\d{4}-\d\d-\d\d[T ][\d:.]+$")
_TIME = re.compile(r"(?<!\d)(?P<hour>\d{1,2}):\d\d")
_AFTERNOON = re.compile(r"\bp\.?m\b", re.IGNORECASE)
_WEST, _EAST = 12, 14  # hours that time zones lie behind UTC and before it
_IN_URL, _PRINTED = "date in the url", "printed near the headline"
_ELEMENTS_BELOW = 600  # the headline


def find_day(tree: HtmlElement, places: Iterable[tuple[str, str]], url: str, headline: HtmlElement | None) -> Metadata:
    """Finds the day of publication; empty metadata where there is none.

    The day is the one the outlet prints. Where markup counts in UTC, the day below the headline or in the address
    tells what day it was for the outlet, if it can have been that day anywhere. Where markup gives the day that is
    printed as the one of an update, the day printed as the one of publication stands. A guess is made only where
    nothing is marked, and says so.

    Args:
        tree: The page.
        places: Where the markup gives a date (in words) and what stands there, the most trusted first.
        url: Address of the page; empty when it is not known.
        headline: The element that holds the headline.
    """
    in_url = day_in_url(url)
    printed = (
        read_date_lines(islice(following(headline, is_embedded), _ELEMENTS_BELOW))
        if headline is not None
        else DateLines()
    )
    for origin, text in places:
        day = _read(text)
        if day and not (origin in _WEAK and (in_url or printed.published)):
            return from_places(published=_set_right(day, origin, text.strip(), printed, in_url))
    if in_url or printed.published:
        return from_places(published=(in_url, _IN_URL) if in_url else (printed.published, _PRINTED))
    guessed = find_date(tree, extensive_search=False, original_date=True, url=url or None)
    day = date.fromisoformat(guessed) if guessed else None
    return from_places(published=(day, GUESSED)) if day and is_printed_alone(day, tree) else Metadata()


def _set_right(day: date, origin: str, text: str, printed: DateLines, in_url: date | None) -> tuple[date, str]:
    given = f"({origin} gives {text[:40]})"
    first = printed.published
    if first and printed.labelled and day in printed.updated and first < day:
        return first, f"{_PRINTED} {given}"
    if _COUNTED_IN_UTC.search(text):
        for other, where in ((first, _PRINTED), (in_url, _IN_URL)):
            if other and other in _local_days(day, text):
                return (other, f"{where} {given}") if other != day else (day, origin)
    return day, origin


def _local_days(day: date, text: str) -> set[date]:
    """Returns the days that it was somewhere at a time in UTC."""
    match = _TIME.search(text)
    hour = int(match["hour"]) % 24 if match else None
    if hour is not None and hour < 12 and _AFTERNOON.search(text):
        hour += 12
    before = {day - timedelta(days=1)} if hour is None or hour < _WEST else set()
    after = {day + timedelta(days=1)} if hour is None or hour + _EAST >= 24 else set()
    return {day} | before | after


def _read(text: str) -> date | None:
    with suppress(ValueError, OverflowError):
        return read_day(text)
    return None
