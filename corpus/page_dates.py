"""The day on which a web page was published: as its markup says, set right by what it prints."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from corpus.dates import day_in_url, read_day, read_printed_day
from corpus.page_elements import following

_WEAK = frozenset({"meta: created", "meta: date", "meta: dc.date", "meta: dcterms.date"})  # often of the last edit
_COUNTED_IN_UTC = re.compile(r"(?:Z|GMT|UTC|[+-]00:?00)$|^\D*\d{4}-\d\d-\d\d[T ][\d:.]+$")
_EDITED = re.compile(
    r"updated|modified|edited|aktualisiert|geändert|actualizado|modificado|mis à jour|modifié|aggiornato|atualizado",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"publish(?!er)|pubdate|posted", re.IGNORECASE)
_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_TEXTS_LOOKED_AT = 80  # after the headline; a dateline stands near it
_REACH = 600  # elements after the headline
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class PageDay:
    """A day of publication and where it was found, in words that tell how sure it is."""

    value: date
    origin: str


def find_day(
    tree: HtmlElement, places: Iterable[tuple[str, str]], url: str, headline: HtmlElement | None
) -> PageDay | None:
    """Finds the day of publication.

    The day is the one the outlet prints. Where markup counts in UTC, the day in the address or below the headline
    tells what day it was for the outlet. A guess is made only where nothing is marked, and says so.

    Args:
        tree: The page.
        places: Where the markup gives a date (in words) and what stands there, the most trusted first.
        url: Address of the page; empty when it is not known.
        headline: The element that holds the headline.
    """
    in_url = day_in_url(url)
    printed = _printed_day(headline) if headline is not None else None
    for origin, text in places:
        day = _read(text)
        if day is None:
            continue
        if origin in _WEAK and (in_url or printed):
            continue
        return _set_right(PageDay(day, origin), text, in_url, printed)
    if in_url:
        return PageDay(in_url, "date in the url")
    if printed:
        return PageDay(printed, "printed near the headline")
    guessed = find_date(tree, extensive_search=False, original_date=True, url=url or None)
    return PageDay(date.fromisoformat(guessed), "guessed from dates on the page") if guessed else None


def _set_right(found: PageDay, text: str, in_url: date | None, printed: date | None) -> PageDay:
    if _COUNTED_IN_UTC.search(text.strip()):
        for day, origin in ((in_url, "date in the url"), (printed, "printed near the headline")):
            if day and day != found.value and abs(day - found.value) <= timedelta(days=1):
                return PageDay(day, f"{origin} ({found.origin} gives {text.strip()[:40]})")
    return found


def _printed_day(headline: HtmlElement) -> date | None:
    for text in islice(filter(None, _texts_after(headline)), _TEXTS_LOOKED_AT):
        dated = len(text) <= _LONGEST and _DIGITS.search(text) and not _EDITED.match(text)
        if dated and (day := read_printed_day(text)):
            return day
    return None


def _texts_after(headline: HtmlElement) -> Iterator[str]:
    """Returns the texts after the headline, those first that are marked as the day of publication."""
    elements = list(islice(following(headline), _REACH))
    marked = [element for element in elements if _PUBLISHED.search(element.get("class") or "")]
    for element in (*marked, *elements):
        yield " ".join((element.text or "").split())


def _read(text: str) -> date | None:
    try:
        return read_day(text)
    except (ValueError, OverflowError):
        return None
