"""The times that a text names beyond doubt, each by itself: days, months, quarters, seasons, decades."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.text.date_words import MONTH_NUMBERS, WEEKDAYS
from qa.language.time_words import DECADES, JOINTS, ORDINALS, SEASONS

Span = tuple[date, date]
Form = tuple[re.Pattern[str], Callable[[re.Match[str]], "Time | None"]]
AHEAD = timedelta(days=60)  # announcements name days to come
LEAP = 8  # the most years from one 29 February to the next
_VERBS = ("march", "may")
_BEFORE_A_DATE = re.compile(r"\b(?:on|in|since|until|till|by|before|after|from)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a text names.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last.
        year: The year, None where the text leaves it out.
        month: Its first month.
        months: How many months it lasts.
        day: Its day of the month; None for whole months.
        last: Its last day, where it is a span of days of one month.
        span: Its days, where they are found in another way.
        relative: Whether it is counted from the day of the question.
        or_else: The other day that it may be.
        part: 0 for its first third, 1 for the second, 2 for the last one; None for all of it.
    """

    start: int
    end: int
    year: int | None = None
    month: int = 1
    months: int = 1
    day: int | None = None
    last: int | None = None
    span: Span | None = None
    relative: bool = False
    or_else: date | None = None
    part: int | None = None

    def in_year(self, year: int) -> Span | None:
        """Returns its days in a year; None where that year has no such days."""
        try:
            first, last = self.span or self._in_year(year)
        except (ValueError, OverflowError):
            return None
        if self.part is None:
            return (first, last) if first <= last else None
        third = (last - first + timedelta(days=1)) // 3
        starts = [first + number * third for number in range(3)]
        ends = [*(start - timedelta(days=1) for start in starts[1:]), last]
        return starts[self.part], ends[self.part]

    def latest(self, newest: date) -> Span | None:
        """Returns its days: without a year the last ones that articles up to the newest can tell of."""
        if self.year or self.span:
            return self.in_year(self.year or newest.year)
        ahead = AHEAD if self.day else timedelta()
        spans = (self.in_year(year) for year in range(newest.year, max(0, newest.year - LEAP - 1), -1))
        return next((span for span in spans if span and span[0] - newest <= ahead), None)

    def _in_year(self, year: int) -> Span:
        if self.day is not None:
            return date(year, self.month, self.day), date(year, self.month, self.last or self.day)
        years, month = divmod(self.month + self.months - 2, 12)
        end = year + years, month + 1
        return date(year, self.month, 1), date(*end, monthrange(*end)[1])


def one_of(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """Returns a pattern of words, the longer ones first; any white space may stand between those of one."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


MONTH = rf"(?P<month>{one_of(MONTH_NUMBERS)})\b\.?"
YEAR = r"(?P<year>(?:(?:19|20)|['’])\d\d)\b"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
_NAMED_DAY = rf"(?:\b(?:{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?)?"
_TO = rf"\s*(?P<joint>{one_of(JOINTS)})\s*(?:the\s+)?"
_BETWEEN = r"(?P<between>\b(?:between|from)\s+(?:the\s+)?)?"
_NOT_A_MONTH = rf"(?!\s+(?:of\s+)?(?:{one_of(MONTH_NUMBERS)})\b)"
_THE = r"(?:(?<=early\s)|(?<=late\s)|(?<=mid[\s-])|\bthe\s+)"
_ORDINAL = rf"(?P<ordinal>{one_of(ORDINALS)})"


def read_year(written: str) -> int:
    """Reads a year such as 2024 or '24."""
    year = int(written.lstrip("'’"))
    return year if year > 99 else year + (2000 if year < 50 else 1900)


def _calendar(match: re.Match[str]) -> Time | None:
    parts = {name: value for name, value in match.groupdict().items() if value}
    if _is_verb(match) or (parts.get("joint", "").casefold() == "and" and "between" not in parts):
        return None  # "on 3 and 10 May" are two days
    year = read_year(parts["year"]) if "year" in parts else None
    day, last = (int(parts[name]) if name in parts else None for name in ("day", "last"))
    month = int(parts["number"]) if "number" in parts else MONTH_NUMBERS[parts["month"].casefold()]
    if not 1 <= month <= 12:
        return None
    time = Time(*match.span(), year, month, 1, day, last)
    years = [year] if year else [2023, 2024]  # February has 28 days and 29
    return time if any(map(time.in_year, years)) else None


def _is_verb(match: re.Match[str]) -> bool:
    """Tells the verb in "how many of the 14 may go" from the month in "on 14 may": both are written small."""
    parts = match.groupdict()
    if parts.get("month") not in _VERBS or (parts.get("day") and parts.get("year")):
        return False
    goes_on = match.string[match.end() :].lstrip()[:1].isalpha()
    return goes_on and not _BEFORE_A_DATE.search(match.string[: match.start()])


def _part_of_year(months: int) -> Callable[[re.Match[str]], Time | None]:
    def make(match: re.Match[str]) -> Time | None:
        number = int(match["number"]) if match["number"] else ORDINALS[match["ordinal"].casefold()]
        year = read_year(match["year"]) if match["year"] else None
        month = months * (number - 1) + 1
        return Time(*match.span(), year, month, months) if month <= 12 else None

    return make


def _season(match: re.Match[str]) -> Time:
    return Time(*match.span(), read_year(match["year"]), SEASONS[match["season"].casefold()], 3)


def _decade(match: re.Match[str]) -> Time:
    parts = {name: value for name, value in match.groupdict().items() if value}
    if "name" in parts:
        year = DECADES[parts["name"].casefold()]
    else:
        tens = int(parts["tens"])
        year = 100 * int(parts.get("century", 20 if tens < 3 else 19)) + 10 * tens
    return Time(*match.span(), span=(date(year, 1, 1), date(year + 9, 12, 31)))


def _two_years(match: re.Match[str]) -> Time | None:
    year = int(match["year"])
    follows = int(match["second"]) == (year + 1) % 100
    return Time(*match.span(), span=(date(year, 1, 1), date(year + 1, 12, 31))) if follows else None


def _forms(*forms: tuple[str, Callable[[re.Match[str]], Time | None]]) -> tuple[Form, ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), make) for pattern, make in forms)


# Days as sentences of articles name them, too.
DAYS = _forms(
    (r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?=\b|T)", _calendar),
    (rf"\b{MONTH}\s+{_DAY}\b(?:,?\s+{YEAR})?", _calendar),
    (rf"\b{_DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?", _calendar),
    (rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}", _calendar),
)
FORMS = _forms(
    (rf"{_BETWEEN}{_NAMED_DAY}\b{_DAY}{_TO}{_LAST}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?", _calendar),
    (
        rf"{_BETWEEN}{_NAMED_DAY}\b{MONTH}\s+{_DAY}{_TO}{_LAST}\b{_NOT_A_MONTH}(?:,?\s+{YEAR})?",
        _calendar,
    ),
    *((f"{_NAMED_DAY}{pattern.pattern}", make) for pattern, make in DAYS),
    (rf"\b{MONTH}\s+the\s+{_DAY}\b(?:,?\s+{YEAR})?", _calendar),
    (r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)/(?P<number>\d\d?)/(?P<day>\d\d?)(?![\w/]|-\d)", _calendar),
    (rf"(?<![\w/.-])(?P<number>0?[1-9]|1[0-2])/{YEAR}(?![\w/])", _calendar),
    (r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])(?![\w-])", _calendar),
    (rf"\b(?:Q(?P<number>[1-4])|{_ORDINAL}\s+quarter)(?:\s+of)?[\s/-]+{YEAR}", _part_of_year(3)),
    (r"\bQ(?P<number>[1-4])\b(?P<ordinal>)(?P<year>)", _part_of_year(3)),
    (rf"\b(?:H(?P<number>[12])|{_ORDINAL}\s+half)(?:\s+of)?[\s/-]+{YEAR}", _part_of_year(6)),
    (rf"\b(?P<season>{one_of(SEASONS)})(?:\s+of|,)?\s+{YEAR}(?:[/–-]\d\d(?!\d))?", _season),
    (r"(?<![\w/-])(?P<year>(?:19|20)\d\d)[/–-](?P<second>\d\d)(?![\w/-])", _two_years),
    (r"\b(?:the\s+)?(?P<century>19|20)(?P<tens>\d)0s\b", _decade),
    (rf"{_THE}(?:['’]?(?P<tens>[2-9])0s|(?P<name>{one_of(DECADES)}))\b", _decade),
)


def is_month_first(texts: Iterable[str]) -> bool:
    """Says whether texts write "March 4" more often than "4 March", and so mean 4 March by 3/4/2026."""
    _, month_first, day_first, _ = (pattern for pattern, _ in DAYS)
    found = [(len(month_first.findall(text)), len(day_first.findall(text))) for text in texts]
    return sum(first for first, _ in found) > sum(last for _, last in found)


def find_days_in(text: str) -> Iterator[Time]:
    """Finds days, and months with their year, as sentences of articles name them; they may overlap."""
    for pattern, make in DAYS:
        yield from filter(None, map(make, pattern.finditer(text)))
