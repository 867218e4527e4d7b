"""Publication dates: the calendar day as the outlet wrote it, or nothing."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import islice

from dateparser.date import DateDataParser

from corpus.text.date_words import MONTH_NUMBERS, one_of

DATE_ORDERS = ("DMY", "MDY")

_MONTH_NAME = rf"(?:{one_of(MONTH_NUMBERS)})\.?"
_MONTH = rf"(?P<month>{one_of(MONTH_NUMBERS)})\.?"
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})([-/.]?)(?P<month>\d{2})\2(?P<day>\d{2})(?=$|[T\s])")
_LOOSE_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?=$|[T\s])")
_NAMED = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(  # as programs print their clock: "Wed Feb 18 09:28:56 CET 2026"
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{2,5}}\s+)?(?P<year>\d{{4}})\b", re.IGNORECASE
    ),
)
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<first>\d{1,2})(?P<mark>[-/.]) ?(?P<second>\d{1,2})(?P=mark) ?(?P<year>\d{4})(?![\d/-]|\.\d)"
)
_NUMBERS = re.compile(r"\d[-/.] ?\d{1,2}[-/.] ?\d{4}")
GUESSED = "guessed from dates on the page"  # where a day comes from that nothing says is the publication's
FULL_DAY = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}} {_MONTH_NAME} \d{{4}}|{_MONTH_NAME} \d{{1,2}},? \d{{4}})"
_URL_DATE = re.compile(
    rf"/(?P<year>(?:19|20)\d\d)[/-](?:(?P<number>\d{{1,2}})|{_MONTH})[/-](?P<day>\d{{1,2}})(?=[/-]|$)", re.I
)
_HAS_ALL_PARTS = re.compile(r"(?=.*\d{4})(?=.*(?<!\d)\d{1,2}(?!\d))(?=.*[^\W\d_])")
LANGUAGES = (  # all 200 locales would take 34 ms to find that something is no date; these take 2
    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "sv", "da", "nb", "fi", "tr", "el", "hu",
    "ro", "bg", "hr", "sr", "sk", "sl", "et", "lv", "lt", "ar", "he", "fa", "hi", "id", "vi", "th",
    "ja", "zh", "ko",
)  # fmt: skip
_MOST_YEARS = 1_000  # looked at in one text
_EARLIEST = 1800  # no newspaper archive in reach is older; earlier years are empty timestamps such as 0001-01-01
_DATE_CHARACTERS = 80  # a longer text is no date

# What follows is announced rather than reported, so its date may well lie after the day of publication.
_PLANNED = re.compile(
    r"\b(will|would|shall|until|by|from|starting|begin\w*|due|deadline|expected|scheduled|planned|set|expir\w+|upcoming|next)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_CHARACTERS_BEFORE = 120  # of a date, which tell whether it is announced
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A full date in a text.

    Attributes:
        day: The day.
        start: Where it begins in the text.
        end: Where it ends.
    """

    day: date
    start: int
    end: int


@cache
def _reader_of(*languages: str) -> DateDataParser:
    return DateDataParser(
        languages=list(languages),
        try_previous_locales=False,  # else the answer would depend on the dates read before
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )


_FOREIGN = _reader_of(*LANGUAGES)


def read_day(value: object, order: str = "") -> date:
    """Reads the calendar day out of a date as exports, front matter and people write it.

    A time and a zone are left aside: the day is the one that the outlet printed.

    Args:
        value: A date, a datetime, or text.
        order: ``"DMY"`` or ``"MDY"`` for dates such as 03/04/2026; empty when nobody said. In 03.04.2026 the day comes
            first, whatever it is.

    Raises:
        ValueError: It is no full date, or two readings are possible; the message says which.
    """
    if isinstance(value, datetime):
        return _plausible(value.date())
    if isinstance(value, date):
        return _plausible(value)
    if not isinstance(value, str):  # nor is its text made: front matter can hold lists that would fill the memory
        raise ValueError("is no date; write it as 2026-02-18")
    text = " ".join(value.split())
    if len(text) > _DATE_CHARACTERS:
        raise ValueError("is too long to be a date")
    found = find_common_day(text, order)
    return found.day if found else read_foreign(text)


def find_common_day(text: str, order: str) -> FoundDay | None:
    """Finds a full date in one of the forms that need no look at the language; None where none is.

    Raises:
        ValueError: There is no such day, or two readings are possible.
    """
    if match := _ISO.search(text) or _LOOSE_ISO.search(text):
        return FoundDay(make_day(match["year"], match["month"], match["day"]), *match.span())
    for pattern in _NAMED:
        if match := pattern.search(text):
            return FoundDay(
                make_day(match["year"], MONTH_NUMBERS[match["month"].casefold()], match["day"]), *match.span()
            )
    if match := _NUMERIC.search(text):
        # No country writes 2.18.2026, so points tell the order, whatever it is between bars.
        order = "DMY" if match["mark"] == "." else order
        month, day = _month_and_day(int(match["first"]), int(match["second"]), order)
        return FoundDay(make_day(match["year"], month, day), *match.span())
    return None


def day_in_url(url: str) -> date | None:
    """Reads a date in the path of an address, such as ``/2026/02/18/`` or ``/2026/Feb/18/``."""
    match = _URL_DATE.search(url.split("?", 1)[0].split("#", 1)[0])
    with suppress(ValueError):
        if match:
            return make_day(match["year"], match["number"] or MONTH_NUMBERS[match["month"].casefold()], match["day"])
    return None


def last_reported_day(text: str) -> date | None:
    """Finds the latest full date that a text reports (not one that it announces), such as "on February 18, 2026"."""
    days = []
    for year in islice(_YEAR.finditer(text), _MOST_YEARS):  # years first: months would be looked for at every letter
        around = text[max(0, year.start() - _CHARACTERS_BEFORE) : year.end()]
        found = next(
            (match for pattern in _NAMED for match in pattern.finditer(around) if match.end() == len(around)), None
        )
        if found and not _PLANNED.search(_SENTENCE_END.split(around[: found.start()])[-1]):
            with suppress(ValueError):  # "February 31, 2026" is the outlet's slip, not ours
                days.append(make_day(found["year"], MONTH_NUMBERS[found["month"].casefold()], found["day"]))
    return max(days, default=None)


def make_day(year: str, month: str | int, day: str | int) -> date:
    """Makes a day that an article can have.

    Raises:
        ValueError: There is no such day, or it stands for an empty timestamp.
    """
    return _plausible(date(int(year), int(month), int(day)))


def _plausible(day: date) -> date:
    if day.year < _EARLIEST or day == date(1970, 1, 1):
        raise ValueError("looks like an empty timestamp")
    return day


def _month_and_day(first: int, second: int, order: str) -> tuple[int, int]:
    if order == "MDY" or (not order and second > 12):
        return first, second
    if order == "DMY" or first > 12 or first == second:
        return second, first
    raise ValueError('can be read in two ways; set date_order = "DMY" or "MDY" under [defaults] in corpus.toml')


def read_foreign(text: str, language: str = "") -> date:
    """Reads the dates of other languages; relative dates ("3 days ago") and parts of dates are refused.

    Args:
        text: A date and nothing else.
        language: Code of the language that it is in; empty when nobody said.

    Raises:
        ValueError: It is no date in any of the languages that are known.
    """
    if _HAS_ALL_PARTS.match(text) and not _NUMBERS.search(text):  # else the order would be a guess
        # English is what pages say they are in whose makers never said anything.
        reader = _reader_of(language) if language in LANGUAGES and language != "en" else _FOREIGN
        if found := reader.get_date_data(text).date_obj:
            return _plausible(found.date())
    raise ValueError("is no date that can be read; write it as 2026-02-18")
