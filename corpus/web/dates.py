"""The day on which a web page was published: as its markup says, set right by what it prints."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from corpus.metadata import Metadata
from corpus.metadata.dates import GUESSED, day_in_url, read_day, read_printed_day
from corpus.metadata.merge import from_places
from corpus.text.date_words import is_word_of_date
from corpus.web.elements import following

_WEAK = frozenset({"meta: created", "meta: date", "meta: dc.date", "meta: dcterms.date"})  # often of the last edit
_COUNTED_IN_UTC = re.compile(r"(?:Z|GMT|UTC|[+-]00:?00)$|^\D*\d{4}-\d\d-\d\d[T ][\d:.]+$")
_EDITED = re.compile(
    r"updated|modified|edited|aktualisiert|geändert|actualizado|modificado|mis à jour|modifié|aggiornato|atualizado",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"publish(?!er)|pubdate|posted", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_PARTICLE_LETTERS = 3  # of the longest words that stand between the parts of a date, such as "vom" and "las"
_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_IN_URL, _PRINTED = "date in the url", "printed near the headline"
_ELEMENTS_BELOW = 600  # the headline
_TEXTS_BELOW = 80  # the headline; a date line stands near it
_DATE_LINE_LIMIT = 100  # characters


def find_day(tree: HtmlElement, places: Iterable[tuple[str, str]], url: str, headline: HtmlElement | None) -> Metadata:
    """Finds the day of publication; empty metadata where there is none.

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
    shown = [(day, where) for day, where in ((in_url, _IN_URL), (printed, _PRINTED)) if day]
    for origin, text in places:
        day = _read(text)
        if day and not (origin in _WEAK and shown):
            return from_places(published=_set_right(day, origin, text.strip(), shown))
    if shown:
        return from_places(published=shown[0])
    guessed = find_date(tree, extensive_search=False, original_date=True, url=url or None)
    day = date.fromisoformat(guessed) if guessed else None
    return from_places(published=(day, GUESSED)) if day and _stands_alone(day, tree) else Metadata()


def _stands_alone(day: date, tree: HtmlElement) -> bool:
    """Says whether a day is printed on the page by itself: a day in a sentence is one that the article speaks of."""
    pieces = (" ".join(text.split()) for text in tree.itertext() if str(day.year) in text)
    return any(
        len(text) <= _DATE_LINE_LIMIT and not _is_sentence(text) and read_printed_day(text) == day for text in pieces
    )


def _set_right(day: date, origin: str, text: str, shown: list[tuple[date, str]]) -> tuple[date, str]:
    if _COUNTED_IN_UTC.search(text):
        for other, where in shown:
            if other != day and abs(other - day) <= timedelta(days=1):
                return other, f"{where} ({origin} gives {text[:40]})"
    return day, origin


def _printed_day(headline: HtmlElement) -> date | None:
    elements = list(islice(following(headline), _ELEMENTS_BELOW))
    marked = [element for element in elements if _PUBLISHED.search(element.get("class") or "")]
    texts = (*_texts(marked, certain=True), *_texts(elements, certain=False))
    return next((day for text in texts[:_TEXTS_BELOW] if (day := read_printed_day(text))), None)


def _texts(elements: Iterable[HtmlElement], *, certain: bool) -> Iterator[str]:
    """Gives the texts that may be a date line; of those not marked as one, what holds words of a sentence is none."""
    for element in elements:
        for text in (" ".join((piece or "").split()) for piece in (element.text, element.tail)):
            dated = len(text) <= _DATE_LINE_LIMIT and _DIGITS.search(text) and not _EDITED.match(text)
            if text:
                yield text if dated and (certain or not _is_sentence(text)) else ""


def _is_sentence(text: str) -> bool:
    """Says whether a date stands among other words than labels, names and times: "She was born on 3 March 1980."."""
    words = _WORD.findall(text)
    return any(word[0].islower() and len(word) > _PARTICLE_LETTERS and not is_word_of_date(word) for word in words)


def _read(text: str) -> date | None:
    with suppress(ValueError, OverflowError):
        return read_day(text)
    return None
