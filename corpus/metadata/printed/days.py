"""Days as pages and papers print them, in whatever language: found in a line, with the place where they stand."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import lru_cache
from itertools import islice

from dateparser.languages.loader import default_loader

from corpus.metadata.dates import LANGUAGES, FoundDay, find_common_day, make_day, read_foreign
from corpus.metadata.printed.style import DateStyle
from corpus.text.date_words import MONTH_NUMBERS, PRINTED_MONTHS, WEEKDAYS, one_of

_PRINTED = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|er|º)?\s+(?:de\s+)?(?P<month>{one_of(PRINTED_MONTHS)})\b\.?,?\s+(?:del?\s+)?"
    r"(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_EAST_ASIAN = re.compile(r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_YEAR_FIRST = re.compile(r"(?<![\d.])(?P<year>\d{4})\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})(?:\.|(?=[\s,)]|$))")
_SHORT_YEAR = re.compile(r"(?<![\d./:])(?P<day>\d{1,2})([./])(?P<month>\d{1,2})\2(?P<year>\d\d)(?![\d./:])")
_WORD = r"[^\W\d_][^\s\d_,.;:|/()]{1,15}\.?"  # the signs of Hindi are no letters to a pattern
_YEAR = r"(?:1[89]|20|[٠-٩०-९]{2})\d\d(?!\d)"
# What dateparser is asked about: it takes milliseconds, and would read more into a line than there is.
_IN_WORDS = (
    re.compile(rf"(?<![\d:])\d{{1,2}}(?:\.|er|º|ª)?\s+(?:de\s+|של\s+)?{_WORD},?\s+(?:del?\s+|năm\s+)?{_YEAR}"),
    re.compile(rf"(?<!\w){_WORD}\s+\d{{1,2}},?\s+{_YEAR}"),
    re.compile(rf"(?<!\d){_YEAR}\.\s+{_WORD}\s+\d{{1,2}}(?!\d)"),
    re.compile(rf"(?<!\d)\d{{1,2}} tháng \d{{1,2}},? (?:năm )?{_YEAR}", re.IGNORECASE),
)
_WITHOUT_YEAR = (
    (re.compile(rf"(?<![\d:.])(?P<day>\d{{1,2}})\.?\s+(?:de\s+)?(?P<month>{_WORD})(?!\w)"), "{day} {month} {year}"),
    (re.compile(rf"(?<!\w)(?P<month>{_WORD})\s+(?P<day>\d{{1,2}})(?![\d:])"), "{day} {month} {year}"),
    (re.compile(r"(?<!\d)(?P<month>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]"), "{year}-{month:0>2}-{day:0>2}"),
)
_LONGEST, _MOST_ASKED = 300, 4  # characters of a line, and places in it, that are looked at so
_CENTURY = 2000  # of the years of which a page prints two digits
_LATEST = 2200  # later years are counted from elsewhere, such as the death of the Buddha


def read_printed_day(text: str, style: DateStyle = DateStyle()) -> date | None:  # noqa: B008  # frozen
    """Finds a full date in a line, such as "Veröffentlicht am 8. März 2026, 12:00"; None where none is."""
    found = find_printed_day(text, style)
    return found.day if found else None


def find_printed_day(text: str, style: DateStyle = DateStyle()) -> FoundDay | None:  # noqa: B008  # frozen
    """Finds the first full date in a line.

    Args:
        text: The line.
        style: How dates are written there.
    """
    with suppress(ValueError):
        for pattern, month in _FULL:
            if match := pattern.search(text):
                return FoundDay(make_day(match["year"], month(match["month"]), match["day"]), *match.span())
        if common := find_common_day(text, style.order):
            return common
        if style.order == "DMY" and (match := _SHORT_YEAR.search(text)):
            year = str(_CENTURY + int(match["year"]))
            return FoundDay(make_day(year, match["month"], match["day"]), *match.span())
    return _find_in_words(text, style.language)


def find_day_of_year(text: str, year: int, style: DateStyle = DateStyle()) -> date | None:  # noqa: B008  # frozen
    """Finds a date without its year, such as "dinsdag 6 oktober, 00:30"; None where none is."""
    for pattern, form in _WITHOUT_YEAR:
        for match in islice(pattern.finditer(text[:_LONGEST]), _MOST_ASKED):
            if found := find_printed_day(form.format(**match.groupdict(), year=year), style):
                return found.day
    return None


@lru_cache(maxsize=64)
def words_of_dates(language: str) -> frozenset[str]:
    """Returns the names of days and months in a language, in small letters; none where it is not known."""
    if language not in LANGUAGES:
        return frozenset()
    names = default_loader.get_locale(language).info
    keys = (*WEEKDAYS, *(name for name in MONTH_NUMBERS if name in names))
    return frozenset(word.casefold() for key in keys for word in names.get(key, ()))


def _find_in_words(text: str, language: str) -> FoundDay | None:
    for pattern in _IN_WORDS:
        for match in islice(pattern.finditer(text[:_LONGEST]), _MOST_ASKED):
            if day := _read_in_words(match[0], language):
                return FoundDay(day, *match.span())
    return None


@lru_cache(maxsize=4_096)
def _read_in_words(text: str, language: str) -> date | None:
    with suppress(ValueError, OverflowError):
        day = read_foreign(text, language)
        return day if day.year < _LATEST else None
    return None


_FULL: tuple[tuple[re.Pattern[str], Callable[[str], str | int]], ...] = (
    (_EAST_ASIAN, str),
    (_PRINTED, lambda name: PRINTED_MONTHS[name.casefold()]),
    (_YEAR_FIRST, str),
)
