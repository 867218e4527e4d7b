"""The times that a question counts from the day on which it is asked: "last week", "three years ago", "on Monday"."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from corpus.text.date_words import MONTH_NUMBERS, WEEKDAYS
from qa.language.time_words import FEW, NUMBERS, SEASONS
from qa.language.times import Span, Time, one_of

_NUMBER = rf"(?P<number>\d{{1,3}}|{one_of(NUMBERS)})"
_UNIT = r"(?P<unit>hour|day|week|fortnight|month|quarter|year|decade)"
_OF = r"\s+of\s+(?:the|an?|his|her|its|their|this|that|these|(?-i:[A-Z]))\b"  # "the last week of the talks" is theirs
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_ONE_DAY = {"today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": 1}
_ONE_DAY |= {"yesterday morning": 1, "yesterday evening": 1, "the day before yesterday": 2, "day before yesterday": 2}
_OF_ITS_OWN = {"last night": 1, "now": 0}

_DAY = re.compile(
    rf"\b(?P<name>{one_of(_ONE_DAY)}|last\s+night|(?:(?<=until\s)|(?<=till\s)|(?<=to\s))now)\b", re.IGNORECASE
)
_UNIT_NAMED = re.compile(
    r"\b(?P<the>the\s+)?(?P<which>this|last|past|current|(?:over|at|on|of)\s+the)\s+"
    rf"(?P<unit>week|weekend|fortnight|month|quarter|year|decade)\b(?!{_OF})",
    re.IGNORECASE,
)
_MANY = re.compile(
    rf"\b(?:(?P<sure>the|these|in|over|during|within|for)\s+(?:the\s+|these\s+)?)?(?P<which>last|past|recent)\s+"
    rf"(?:{_NUMBER}\s+)?{_UNIT}s\b(?!{_OF})",
    re.IGNORECASE,
)
_AGO = re.compile(rf"\b{_NUMBER}\s+{_UNIT}s?\s+ago\b", re.IGNORECASE)
_SEASON = re.compile(
    rf"\b(?:(?P<which>this|last|past)|(?P<plain>in(?:\s+the)?))\s+(?P<season>{one_of(SEASONS)})\b(?![’'-])",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?P<which>this|last|past)\s+(?P<month>{one_of(MONTH_NUMBERS)})\b", re.IGNORECASE)
_ON_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>last|this|past)|(?P<plain>on|since|until|till|by|before|after|from|between|to|and))\s+{_WEEKDAY}\b"
    rf"(?P<time>\s+(?:morning|afternoon|evening|night)\b)?|\b{_WEEKDAY.replace('weekday', 'whose')}(?=['’]s\b)",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?:did|does|do|will|would|can|could|to|should|may|might|must|shall)\b", re.IGNORECASE
)  # after it "last three days" is what something did
_GOES_ON = re.compile(r"\s+(?!(?:and|or|in|on|at|with|was|were|is|are|has|had|have|did|to|by|for|the|of|from)\b)[a-z]")
_A_NAME_GOES_ON = re.compile(r"\s+[A-Z][a-z]|\s+(?:mornings|afternoons|evenings|nights)\b")
_PART_OF = re.compile(r"\b(?:beginning|start|end|middle|close)\s+$", re.IGNORECASE)
_FIRST = date(1, 1, 1)


def find_relative_times(text: str, today: date) -> Iterator[Time]:
    """Finds the times that a text counts from a day; they may overlap, the longer ones first.

    Args:
        text: A question.
        today: What they are counted from.
    """
    for pattern, make in _FORMS:
        for match in pattern.finditer(text):
            if time := make(match, today):
                yield time


def _day(match: re.Match[str], today: date) -> Time | None:
    name = " ".join(match["name"].casefold().split())
    if _is_name(match, "name"):
        return None
    day = _back(today, (_ONE_DAY | _OF_ITS_OWN)[name])
    return _time(match, (day, today if name == "last night" else day))


def _many(match: re.Match[str], today: date) -> Time | None:
    """Reads "the last three days"; in "did it last three days" they are what something did."""
    sure = match["sure"] or match["which"].casefold() == "recent"
    if not sure and (not match["number"] or _AUXILIARY.search(match.string[: match.start()])):
        return None
    return _time(match, (_before(today, _count(match["number"]), match["unit"]), today), "which")


def _one_unit(match: re.Match[str], today: date) -> Time | None:
    which = "" if _is_name(match, "unit") else _which(match)
    if not which:
        return None
    begins = "unit" if match["which"][-3:].casefold() == "the" else "which"
    return _time(match, _named_unit(which, match["unit"].casefold(), today), begins)


def _some_time_ago(match: re.Match[str], today: date) -> Time:
    return _time(match, _ago(today, _count(match["number"]), match["unit"].casefold()))


def _season(match: re.Match[str], today: date) -> Time | None:
    text, which = match.string, (match["which"] or "").casefold()
    if match["season"][0].isupper() and _A_NAME_GOES_ON.match(text, match.end()):
        return None
    if not which and _GOES_ON.match(text, match.end()):
        return None
    span = _of_months(today, SEASONS[match["season"].casefold()], 3, which)
    return _time(match, span, "which" if which else "season")


def _month(match: re.Match[str], today: date) -> Time:
    return _time(match, _of_months(today, MONTH_NUMBERS[match["month"].casefold()], 1, match["which"].casefold()))


def _on_weekday(match: re.Match[str], today: date) -> Time | None:
    if _A_NAME_GOES_ON.match(match.string, match.end()) or _follows_a_name(match.string, match.start()):
        return None
    group = "weekday" if match["weekday"] else "whose"
    span = _weekday(today, WEEKDAYS.index(match[group].casefold()), (match["which"] or "").casefold())
    return _time(match, span, "which" if match["which"] else group)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Time | None]], ...] = (
    (_DAY, _day),
    (_MANY, _many),
    (_UNIT_NAMED, _one_unit),
    (_AGO, _some_time_ago),
    (_SEASON, _season),
    (_MONTH, _month),
    (_ON_WEEKDAY, _on_weekday),
)


def months_before(day: date, months: int) -> date:
    """Returns the day so many months before, or the last day of that month where it is shorter."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if years < 1:
        return _FIRST
    for number in (day.day, 30, 29):
        try:
            return date(years, month + 1, number)
        except ValueError:
            continue
    return date(years, month + 1, 28)


def _time(match: re.Match[str], span: Span, begins: str = "") -> Time:
    start = match.start(begins or 0)
    return Time(start, match.end(), span=span, relative=True)


def _count(written: str | None) -> int:
    if written is None:
        return FEW
    return int(written) if written.isdecimal() else NUMBERS[" ".join(written.casefold().split())]


def _back(day: date, days: int) -> date:
    return day - timedelta(days=days) if day.toordinal() > days else _FIRST


def _before(day: date, number: int, unit: str) -> date:
    unit = unit.casefold()
    if unit == "hour":
        return _back(day, -(-number // 24))
    if unit in _MONTHS:
        return months_before(day, number * _MONTHS[unit])
    return _back(day, number * _LENGTHS[unit])


def _which(match: re.Match[str]) -> str:
    """Evens out the ways to say which week or year is meant; empty where none is."""
    written, unit = match["which"].casefold(), match["unit"].casefold()
    if written.endswith("the"):
        if unit == "weekend":
            return "" if written.startswith("of") else "last"
        return "this" if _PART_OF.search(match.string[: match.start()]) else ""
    if written == "last":
        return "past" if match["the"] and unit != "weekend" else "last"  # "in the last year" are twelve months
    return "this" if written == "current" else written


def _named_unit(which: str, unit: str, today: date) -> Span:
    monday = _back(today, today.weekday())
    if unit == "weekend":
        saturday = _ahead(monday, 5) if which != "last" or today.weekday() == 6 else _back(monday, 2)
        saturday = _back(monday, 2) if which in ("last", "past") else saturday
        return saturday, _ahead(saturday, 1)
    if which == "past" or unit == "fortnight":
        return _before(today, 1, unit), today
    if unit == "week":
        # "Last week" is the calendar week before to some and the past seven days to others: take both.
        return (_back(monday, 7), today) if which == "last" else (_back(today, 7), today)
    if unit == "decade":
        year = max(1, today.year // 10 * 10 - (10 if which == "last" else 0))
        return date(year, 1, 1), date(year + 9, 12, 31)
    length = _MONTHS[unit]
    begin = date(today.year, (today.month - 1) // length * length + 1, 1)
    begin = months_before(begin, length) if which == "last" else begin
    return begin, _last_day(begin, length)


def _last_day(begin: date, months: int) -> date:
    span = Time(0, 0, begin.year, begin.month, months).in_year(begin.year)
    return span[1] if span else date.max


def _ahead(day: date, days: int) -> date:
    return day + timedelta(days=days) if (date.max - day).days >= days else date.max


def _ago(today: date, number: int, unit: str) -> Span:
    day = _before(today, number, unit)
    if unit in ("hour", "day"):
        return day, day
    if unit in ("week", "fortnight"):
        return _back(day, 3), _ahead(day, 3)
    months = 12 if unit in ("year", "decade") else 1
    begin = day.replace(day=1, month=1 if months == 12 else day.month)
    return begin, _last_day(begin, months)


def _of_months(today: date, month: int, months: int, which: str) -> Span:
    """Finds a season or month: "this" one of the year, the "last" one that is over, else the last that began."""
    spans = []
    for year in range(max(1, today.year - 2), min(9998, today.year + 1) + 1):
        begin = date(year, month, 1)
        spans.append((begin, _last_day(begin, months)))
    if which == "this":
        return min(spans, key=lambda span: max((span[0] - today).days, (today - span[1]).days))
    over = [span for span in spans if (span[1] < today if which in ("last", "past") else span[0] <= today)]
    return over[-1] if over else spans[0]


def _weekday(today: date, weekday: int, which: str) -> Span:
    if which == "this":
        day = _ahead(_back(today, today.weekday()), weekday)
    else:
        back = (today.weekday() - weekday) % 7
        day = _back(today, 7 if which in ("last", "past") and back == 0 else back)
    return day, day


def _is_name(match: re.Match[str], group: str) -> bool:
    """Tells a name ("USA Today", "This Week") from a time: within a sentence it is written with a capital letter."""
    written = match[group]
    return written[:1].isupper() and not written.isupper() and not _begins(match.string, match.start(group))


def _begins(text: str, at: int) -> bool:
    """Says whether a sentence begins at an offset."""
    return not text[:at].strip() or bool(re.search(r"[.?!:]\s*$", text[:at]))


def _follows_a_name(text: str, at: int) -> bool:
    """Says whether a word with a capital letter stands directly before, as in "Black Friday's"."""
    return bool(re.search(r"\b[A-Z][\w’']*\s+$", text[:at])) and text[at : at + 1].isupper()
