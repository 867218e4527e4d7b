"""The day on which a web page was published: as its markup says, set right by what it prints."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from corpus.metadata import Metadata
from corpus.metadata.dates import GUESSED, day_in_url, read_day
from corpus.metadata.merge import from_places
from corpus.metadata.printed.days import read_printed_day
from corpus.metadata.printed.style import DateStyle
from corpus.web.date_lines import DateLines, is_printed_alone, read_date_lines
from corpus.web.elements import following, walk
from corpus.web.machine_times import day_behind_utc, is_counted_in_utc, local_days
from corpus.web.page import is_embedded

# Often of the last edit, or of the first form of a page that has been written anew since.
_WEAK = frozenset(
    {"meta: created", "meta: date", "meta: dc.date", "meta: dcterms.date", "meta: dcsext.articlefirstpublished"}
)
_IN_URL, _PRINTED, _ABOVE = "date in the url", "printed near the headline", "printed above the headline"
_OUTER = frozenset({"html", "body", "form"})
_BOXES, _SIBLINGS = 3, 8  # looked at above a headline
_LONGEST = 80  # characters of a date
_ELEMENTS_BELOW = 600  # the headline


def find_day(
    tree: HtmlElement,
    places: Iterable[tuple[str, str]],
    url: str,
    headline: HtmlElement | None,
    style: DateStyle,
) -> Metadata:
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
        style: How the page writes dates.
    """
    in_url = day_in_url(url)
    printed = (
        read_date_lines(islice(following(headline, is_embedded), _ELEMENTS_BELOW), style)
        if headline is not None
        else DateLines()
    )
    for origin, text in places:
        day = _read(text, style)
        if day and not (origin in _WEAK and (in_url or printed.published)):
            return from_places(published=_set_right(day, origin, text.strip(), printed, in_url))
    if in_url or printed.published:
        return from_places(published=(in_url, _IN_URL) if in_url else (printed.published, _PRINTED))
    above = read_date_lines(_elements_above(headline), style).published if headline is not None else None
    if above:
        return from_places(published=(above, _ABOVE))
    guessed = find_date(tree, extensive_search=False, original_date=True, url=url or None)
    day = date.fromisoformat(guessed) if guessed else None
    return from_places(published=(day, GUESSED)) if day and is_printed_alone(day, tree, style) else Metadata()


def _set_right(day: date, origin: str, text: str, printed: DateLines, in_url: date | None) -> tuple[date, str]:
    given = f"({origin} gives {text[:40]})"
    first = printed.published
    if first and printed.labelled and day in printed.updated and first < day:
        return first, f"{_PRINTED} {given}"
    if is_counted_in_utc(text):
        by_clock = day_behind_utc(text, printed.clock) if printed.clock is not None else None
        for other, where in ((first, _PRINTED), (in_url, _IN_URL), (by_clock, _PRINTED)):
            if other and other in local_days(day, text):
                return (other, f"{where} {given}") if other != day else (day, origin)
    return day, origin


def _read(text: str, style: DateStyle) -> date | None:
    with suppress(ValueError, OverflowError):
        return read_day(text)
    return read_printed_day(text[:_LONGEST], style)


def _elements_above(headline: HtmlElement) -> Iterator[HtmlElement]:
    """Gives what stands above a headline in the boxes that hold both; a clock stands above the whole article."""
    boxes = islice((box for box in (headline, *headline.iterancestors()) if box.tag not in _OUTER), _BOXES)
    for box in boxes:
        above = box.getparent()
        if above is not None and above.tag not in _OUTER:
            for sibling in islice(box.itersiblings(preceding=True), _SIBLINGS):
                yield from islice(walk(sibling, is_embedded), _SIBLINGS)
