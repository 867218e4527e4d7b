"""The times that a text names beyond doubt, each by itself: days, months, quarters, seasons, decades, feasts."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from corpus.text.date_words import MONTH_NUMBERS, WEEKDAYS
from qa.language.terms import content_terms
from qa.times.feasts import FEASTS
from qa.times.named_time import Time, forms, text_before
from qa.times.words import DECADES, JOINTS, ORDINALS, SEASONS, VERBS, YEARS, one_of

_MONTHS, _A_LEAP_YEAR = 12, 2024
_WORD_AFTER = re.compile(r"[\s-]+(?P<word>[^\W\d_]+)")
_BEFORE_A_DATE = re.compile(r"\b(?:on|in|since|until|till|by|before|after|from)\s+$", re.IGNORECASE)


MONTH = rf"(?P<month>{one_of(MONTH_NUMBERS)})\b\.?"
YEAR = r"(?P<year>(?:(?:19|20)|['’])\d\d)\b"
ANY_YEAR = rf"(?:the\s+)?(?P<year>(?:(?:19|20)|['’])\d\d|{one_of(YEARS)})\b"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
_NAMED_DAY = rf"(?:\b(?:{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?)?"
_TO = rf"\s*(?P<joint>{one_of(JOINTS)})\s*(?:the\s+)?"
_BETWEEN = r"(?P<between>\b(?:between|from)\s+(?:the\s+)?)?"
_NOT_A_MONTH = rf"(?!\s+(?:of\s+)?(?:{one_of(MONTH_NUMBERS)})\b)"
_THE = r"(?:(?<=early\s)|(?<=late\s)|(?<=mid[\s-])|\bthe\s+)"
_SEASON = rf"(?P<season>{one_of(SEASONS)})"
_FEAST = f"(?P<feast>{one_of(FEASTS)})".replace("years", "year['’]?s").replace("valentines", "valentine['’]?s")
_TIME = r"(?:\s+(?:break|holidays?|months|period|time|weekend))?"
NAMED = rf"(?:{MONTH}|{_SEASON}|{_FEAST}{_TIME})(?![\w’'-])"
_AT = r"\b(?:at|for|on|in|over|since|until|till|before|after|by|around|during|from|between)\s+(?:the\s+)?"


def read_year(written: str, today: date) -> int:
    """Reads a year such as 2024 or '24, or one like "last year", which is counted from a day."""
    if not written[-1].isdigit():
        return today.year + YEARS[" ".join(written.casefold().split())]
    year = int(written.lstrip("'’"))
    return year if year > 99 else year + (2000 if year < 50 else 1900)


def is_noun(word: str) -> bool:
    """Says whether a word is written small and tells something, as what a time is only said of does: "winter boats"."""
    return word.islower() and bool(content_terms(word))


def _calendar(match: re.Match[str], today: date) -> Time | None:
    parts = {name: value for name, value in match.groupdict().items() if value}
    if is_verb(match) or (parts.get("joint", "").casefold() == "and" and "between" not in parts):
        return None  # "on 3 and 10 May" are two days
    year = read_year(parts["year"], today) if "year" in parts else None
    day, last = (int(parts[name]) if name in parts else None for name in ("day", "last"))
    month = int(parts["number"]) if "number" in parts else MONTH_NUMBERS[parts["month"].casefold()]
    if not 1 <= month <= 12:
        return None
    time = Time(*match.span(), year, month, 1, day, last, relative=_is_relative(match))
    years = [year] if year else [2023, 2024]  # February has 28 days and 29
    return time if any(map(time.in_year, years)) else None


def _is_relative(match: re.Match[str]) -> bool:
    year = match.groupdict().get("year") or ""
    return year[-1:].isalpha()


def is_verb(match: re.Match[str]) -> bool:
    """Tells the verb in "how many of the 14 may go" from the month in "on 14 may": both are written small."""
    parts = match.groupdict()
    if parts.get("month") not in VERBS or (parts.get("day") and parts.get("year")):
        return False
    goes_on = bool(word_after(match)) or _is_relative(match)
    return goes_on and not _BEFORE_A_DATE.search(text_before(match.string, match.start()))


def named(match: re.Match[str], today: date) -> Time:
    """Reads a month, a season or a feast, with its year where that is given."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    year = read_year(parts["year"], today) if "year" in parts else None
    kind = next(name for name in ("month", "season", "feast") if name in parts)
    name = re.sub(r"['’]", "", " ".join(parts[kind].casefold().split()))
    time = Time(match.start(kind), match.end(), year, relative=_is_relative(match))
    if kind == "feast":
        return replace(time, feast=FEASTS[name])
    return replace(time, month=MONTH_NUMBERS[name]) if kind == "month" else replace(time, month=SEASONS[name], months=3)


def _of_a_year(match: re.Match[str], today: date) -> Time | None:
    return None if is_verb(match) else named(match, today)


def _last_such(match: re.Match[str], today: date) -> Time | None:
    """Reads "in the summer", but not "in the winter boat affair" and "on Easter Island"."""
    return None if is_part_of_a_name(match) or is_noun(word_after(match)) else named(match, today)


def word_after(match: re.Match[str]) -> str:
    """Returns the word that follows on a match; empty where none does at once."""
    following = _WORD_AFTER.match(match.string, match.end())
    return following["word"] if following else ""


def is_part_of_a_name(match: re.Match[str]) -> bool:
    """Says whether a match goes on with a capital letter as it began with one: "Summer Walker", "Monday Night"."""
    last = match[0].split()[-1]
    return last[0].isupper() and not last.isupper() and word_after(match)[:1].isupper()


def _part_of_year(months: int) -> Callable[[re.Match[str], date], Time | None]:
    def make(match: re.Match[str], today: date) -> Time | None:
        year = read_year(match["year"], today) if match["year"] else None
        month = months * (int(match["number"] or 1) - 1) + 1
        return Time(*match.span(), year, month, months, relative=_is_relative(match))

    return make


def _without_year(match: re.Match[str], _: date) -> Time | None:
    """Reads "on 2/26", where one number only can be the month; "on 9/11" is more often the day of 2001."""
    month, day = sorted((int(match["one"]), int(match["two"])))
    time = Time(match.start("one"), match.end(), month=month, day=day)
    return time if month <= _MONTHS < day and time.in_year(_A_LEAP_YEAR) else None


def _nth_day(match: re.Match[str], today: date) -> Time | None:
    day = ORDINALS[match["ordinal"].casefold()] + 1
    year = read_year(match["year"], today) if match["year"] else None
    time = Time(*match.span(), year, MONTH_NUMBERS[match["month"].casefold()], day=day, relative=_is_relative(match))
    return time if day else None  # the last of a month is none of its first four


def _decade(match: re.Match[str], _: date) -> Time:
    parts = {name: value for name, value in match.groupdict().items() if value}
    if "name" in parts:
        year = DECADES[parts["name"].casefold()]
    else:
        tens = int(parts["tens"])
        year = 100 * int(parts.get("century", 20 if tens < 3 else 19)) + 10 * tens
    return Time(*match.span(), span=(date(year, 1, 1), date(year + 9, 12, 31)))


def _two_years(match: re.Match[str], _: date) -> Time | None:
    year = int(match["year"])
    follows = int(match["second"][-2:]) == (year + 1) % 100
    return Time(*match.span(), span=(date(year, 1, 1), date(year + 1, 12, 31))) if follows else None


def _days(year: str) -> tuple[str, ...]:
    return (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?=\b|T)",
        rf"\b{MONTH}\s+{_DAY}\b(?:,?\s+(?:of\s+)?{year})?",
        rf"\b{_DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+(?:of\s+)?{year})?",
        rf"\b{MONTH},?\s+(?:of\s+)?{year}",
    )


# Days as sentences of articles name them, too.
DAYS = forms(*((pattern, _calendar) for pattern in _days(YEAR)))
FORMS = forms(
    (rf"{_BETWEEN}{_NAMED_DAY}\b{_DAY}{_TO}{_LAST}\s+(?:of\s+)?{MONTH}(?:,?\s+(?:of\s+)?{ANY_YEAR})?", _calendar),
    (rf"{_BETWEEN}{_NAMED_DAY}\b{MONTH}\s+{_DAY}{_TO}{_LAST}\b{_NOT_A_MONTH}(?:,?\s+{ANY_YEAR})?", _calendar),
    *((f"{_NAMED_DAY}{pattern}", _calendar) for pattern in _days(ANY_YEAR)),
    (rf"\b{MONTH}\s+the\s+{_DAY}\b(?:,?\s+{ANY_YEAR})?", _calendar),
    (rf"\bthe\s+(?P<ordinal>{one_of(ORDINALS)})\s+of\s+{MONTH}(?:,?\s+(?:of\s+)?{ANY_YEAR})?", _nth_day),
    (r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)/(?P<number>\d\d?)/(?P<day>\d\d?)(?![\w/]|-\d)", _calendar),
    (r"\b(?:on|since|until|till|by|before|after)\s+(?P<one>\d\d?)/(?P<two>\d\d?)(?![\w/-]|\.\d)", _without_year),
    (rf"(?<![\w/.-])(?P<number>0?[1-9]|1[0-2])/{YEAR}(?![\w/])", _calendar),
    (r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])(?![\w-])", _calendar),
    (rf"\bQ(?P<number>[1-4])\b(?:(?:\s+of)?[\s/-]+{ANY_YEAR})?", _part_of_year(3)),
    (r"\bFY\s?(?P<year>(?:(?:19|20)|['’])?\d\d)(?P<number>)\b", _part_of_year(12)),
    (rf"\bH(?P<number>[12])(?:\s+of)?[\s/-]+{ANY_YEAR}", _part_of_year(6)),
    (rf"\b{NAMED}(?:\s+(?:of|in)|,)?\s+{ANY_YEAR}(?:[/–-]\d\d(?!\d))?", _of_a_year),
    (rf"{_AT}(?:(?:early|mid|late)[\s-]+)?(?:{_SEASON}|{_FEAST}){_TIME}(?![\w’'-])", _last_such),
    (r"(?<![\w/-])(?P<year>(?:19|20)\d\d)[/–-](?P<second>(?:19|20)?\d\d)(?![\w/-])", _two_years),
    (r"\b(?:the\s+)?(?P<century>19|20)(?P<tens>\d)0['’]?s\b", _decade),
    (rf"{_THE}(?:['’]?(?P<tens>[2-9])0['’]?s|(?P<name>{one_of(DECADES)}))\b", _decade),
)


def is_month_first(texts: Iterable[str]) -> bool:
    """Says whether texts write "March 4" more often than "4 March", and so mean 4 March by 3/4/2026."""
    _, month_first, day_first, _ = (pattern for pattern, _ in DAYS)
    found = [(len(month_first.findall(text)), len(day_first.findall(text))) for text in texts]
    return sum(first for first, _ in found) > sum(last for _, last in found)


def find_days_in(text: str) -> Iterator[Time]:
    """Finds days, and months with their year, as sentences of articles name them; they may overlap."""
    for pattern, make in DAYS:
        yield from filter(None, (make(match, date.max) for match in pattern.finditer(text)))
