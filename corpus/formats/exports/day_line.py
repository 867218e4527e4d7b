"""Reads a line that is the day of a document, in the languages of databases: "Donnerstag 11. Mai 2023 9:50 PM GMT"."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from corpus.text.date_words import PRINTED_MONTHS, PRINTED_WEEKDAYS

_LONGEST = 80  # characters
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_LABEL = re.compile(r":(?!\d)")  # but "9:25 PM"
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_BETWEEN = "de del of er den st nd rd th"  # "18 de febrero de 2026", "1er mai"
_TIMES = "a am at um à h uhr m p pm time central european eastern standard summer pacific mountain"
_ACCENTS = re.compile("[\u0300-\u036f]")
_ZONE = re.compile(r"[A-Z]{2,5}")
_EDITION = re.compile(r"\b(?:edition|ausgabe|édition|edición|edizione|editie|edição)\b", re.IGNORECASE)


def _plain(word: str) -> str:
    """Returns a word without accents: exports lose them."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", word.casefold()))


_MONTHS = {_plain(name): number for name, number in PRINTED_MONTHS.items()} | {"maerz": 3, "jaenner": 1}
_BESIDE = frozenset(map(_plain, (*PRINTED_WEEKDAYS, *_BETWEEN.split(), *_TIMES.split())))


def read_day_line(line: str) -> date | None:
    """Returns the day that a line gives; None where it is no day, or holds more than a day, a time and an edition."""
    stripped = line.strip()
    if len(stripped) > _LONGEST or _LABEL.search(stripped):
        return None
    if iso := _ISO.fullmatch(stripped):
        return _make(*map(int, iso.groups()))
    words = _WORDS.findall(stripped)
    folded = [_plain(word) for word in words]
    month = next((place for place, word in enumerate(folded) if word in _MONTHS), None)
    year = next((place for place, word in enumerate(words) if _YEAR.fullmatch(word)), None)
    if month is None or year is None:
        return None
    day = next((place for place in _beside(month, len(words)) if _is_day(words[place])), None)
    if day is None or year < min(day, month):
        return None
    if _EDITION.search(stripped):
        del words[max(month, day, year) + 1 :]
    rest = set(range(len(words))) - {month, day, year}
    if all(_may_stand_beside(words[place], folded[place]) for place in rest):
        return _make(int(words[year]), _MONTHS[folded[month]], int(words[day]))
    return None


def _beside(month: int, count: int) -> Iterator[int]:
    yield from range(month - 1, max(-1, month - 3), -1)
    yield from range(month + 1, min(count, month + 2))


def _may_stand_beside(word: str, folded: str) -> bool:
    return word.isdecimal() or folded in _BESIDE or bool(_ZONE.fullmatch(word))


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
