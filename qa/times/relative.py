"""The times that a question counts from the day on which it is asked: "last week", "three years ago", "on Monday"."""

import re
from collections.abc import Iterator
from datetime import date

from corpus.text.date_words import MONTH_NUMBERS, WEEKDAYS
from qa.language.terms import content_terms
from qa.times.calendar import NAMED, is_part_of_a_name, is_verb, named, word_after
from qa.times.named_time import Time, forms, text_before
from qa.times.parts import find_part
from qa.times.spans import UNITS, Span, around, lasting, moved, week_of
from qa.times.words import FEW, NUMBER, WHICH, count, one_of

ONE_DAY = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": -1,
    "yesterday morning": -1, "yesterday afternoon": -1, "yesterday evening": -1, "the day before yesterday": -2,
    "day before yesterday": -2, "last night": -1, "now": 0, "tomorrow": 1, "tomorrow morning": 1,
    "tomorrow evening": 1, "tomorrow night": 1, "the day after tomorrow": 2, "day after tomorrow": 2,
}  # fmt: skip
_ROLLING = {"past": -1, "coming": 1}  # "the past year" ends today, where "last year" is the one of the calendar
_AHEAD = ("next", "coming")
_WEEKEND = (5, 6)
_LINKS = ("and", "of", "or", "to")
_AUXILIARY = re.compile(
    r"\b(?:did|does|do|will|would|can|could|to|should|may|might|must|shall)\b", re.IGNORECASE
)  # after it "last three days" is what something did
_PAPER = re.compile(r"\b(?:Independent|Ireland|Mail|Scotland|Sun|Wales)\s+$")  # "the Mail on Sunday"
_NIGHTS = re.compile(r"\s+(?:mornings|afternoons|evenings|nights)\b")


def find_relative_times(text: str, today: date) -> Iterator[Time]:
    """Finds the times that a text counts from a day; they may overlap, the longer ones first.

    Args:
        text: A question.
        today: What they are counted from.
    """
    for pattern, make in _FORMS:
        yield from filter(None, (make(match, today) for match in pattern.finditer(text)))


def _day(match: re.Match[str], today: date) -> Time | None:
    name = " ".join(match["name"].casefold().split())
    day = moved(today, ONE_DAY[name])
    return None if _is_name(match, "name") else _time(match, (day, today if name == "last night" else day))


def _many(match: re.Match[str], today: date) -> Time | None:
    """Reads "the last three days"; in "did it last three days" they are what something did."""
    which = match["which"].casefold()
    sure = match["sure"] or which in ("recent", "coming")
    did = which in ("last", "past") and _AUXILIARY.search(match.string[: match.start()])
    if not match["number"] and (not sure or which == "previous"):
        return None
    if not sure and did:
        return None
    number = count(match["number"]) if match["number"] else FEW
    return _time(match, _rolling(today, number if which in _AHEAD else -number, match["unit"].casefold()), "which")


def _one(match: re.Match[str], today: date) -> Time | None:
    """Reads "last week"; "in the last year" are twelve months."""
    if _is_name(match, "unit"):
        return None
    which, unit = match["which"].casefold(), match["unit"].casefold()
    if match["the"] and which in ("last", "next") and unit != "weekend":
        which = "past" if which == "last" else "coming"
    offset = (_ROLLING | WHICH)[which]
    if unit == "fortnight" or (which in _ROLLING and unit != "weekend"):
        return _time(match, _rolling(today, offset or -1, unit), "which")
    return _named_unit(match, offset, today)


def _before_last(match: re.Match[str], today: date) -> Time:
    return _named_unit(match, -2, today)


def _at_weekend(match: re.Match[str], today: date) -> Time:
    return _named_unit(match, 0 if today.weekday() in _WEEKEND else -1, today)


def _part_of(match: re.Match[str], today: date) -> Time | None:
    """Reads "the year" in "the beginning of the year"."""
    time = _named_unit(match, 0, today)
    return time if find_part(text_before(match.string, time.start)) else None


def _some_time_ago(match: re.Match[str], today: date) -> Time:
    return _time(match, around(today, -count(match["number"]), match["unit"].casefold()))


def _named(match: re.Match[str], today: date) -> Time | None:
    which = match["which"].casefold()
    if is_part_of_a_name(match) or _is_name(match, "which") or (which == "this" and is_verb(match)):
        return None
    span = named(match, today).counted(which, today)
    return _time(match, span) if span else None


def _on_weekday(match: re.Match[str], today: date) -> Time | None:
    goes_on = is_part_of_a_name(match) or _NIGHTS.match(match.string, match.end())
    before = text_before(match.string, match.start())
    if goes_on or _PAPER.search(before) or _follows_a_name(match.string, match.start()):
        return None
    group, which = "weekday" if match["weekday"] else "whose", (match["which"] or "").casefold()
    weekday = WEEKDAYS.index(match[group].casefold())
    if which == "this":
        return _in_week(match, today, weekday, 0)
    if which in _AHEAD:
        day = moved(today, (weekday - today.weekday() - 1) % 7 + 1)
    else:
        back = (today.weekday() - weekday) % 7
        day = moved(today, -7 if which and back == 0 else -back)
    return _time(match, (day, day), "which" if which else group)


def _weekday_of_week(match: re.Match[str], today: date) -> Time:
    return _in_week(match, today, WEEKDAYS.index(match["weekday"].casefold()), WHICH[match["which"].casefold()])


def _in_week(match: re.Match[str], today: date, weekday: int, weeks: int) -> Time:
    day = moved(week_of(moved(today, weeks, "week"))[0], weekday)
    return _time(match, (day, day))


def _nth_of_month(match: re.Match[str], today: date) -> Time | None:
    """Reads "on the 3rd": of this month, or of the last one where it is still to come; not "on the 3rd floor"."""
    which, following = match["which"], word_after(match)
    alone = match.start("day") == match.start() and not match["weekday"]
    if not which and (alone or following in _LINKS or content_terms(following)):
        return None
    months = (0, -1) if not which else (WHICH[which.casefold()],)
    begins = (moved(today.replace(day=1), number, "month") for number in months)
    spans = (Time(0, 0, month=begin.month, day=int(match["number"])).in_year(begin.year) for begin in begins)
    span = next((span for span in spans if span and (which or span[0] <= today)), None)
    return _time(match, span, "day") if span else None


def _named_unit(match: re.Match[str], offset: int, today: date) -> Time:
    unit = match["unit"].casefold()
    start = match.start("which" if "which" in match.groupdict() else "unit")
    if unit == "year":
        return Time(start, match.end(), today.year + offset, months=12, relative=True)
    monday = moved(week_of(today)[0], offset, "week")
    if unit == "weekend":
        span = week_of(monday, weekend=True)
    elif unit == "week":
        # "Last week" is the calendar week before to some and the past seven days to others: take both.
        spans = {0: (moved(today, -7), today), -1: (monday, today)}
        span = spans.get(offset, week_of(monday))
    elif unit == "decade":
        begin = moved(date(max(1, today.year // 10 * 10), 1, 1), offset, unit)
        span = lasting(begin, 1, unit)
    else:
        month = (today.month - 1) // 3 * 3 + 1 if unit == "quarter" else today.month
        span = lasting(moved(date(today.year, month, 1), offset, unit), 1, unit)
    return Time(start, match.end(), span=span, relative=True)


def _rolling(today: date, number: int, unit: str) -> Span:
    day = moved(today, number, unit)
    return min(day, today), max(day, today)


def _time(match: re.Match[str], span: Span, begins: str | int = 0) -> Time:
    return Time(match.start(begins), match.end(), span=span, relative=True)


def _is_name(match: re.Match[str], group: str) -> bool:
    """Tells a name ("USA Today", "This Week") from a time: within a sentence it is written with a capital letter."""
    written = match[group]
    return written[:1].isupper() and not written.isupper() and not _begins(match.string, match.start(group))


def _begins(text: str, at: int) -> bool:
    """Says whether a sentence begins at an offset."""
    before = text_before(text, at)
    return not before.strip() or bool(re.search(r"[.?!:]\s*$", before))


def _follows_a_name(text: str, at: int) -> bool:
    """Says whether a word with a capital letter stands directly before, as in "Black Friday's"."""
    before = text_before(text, at)
    return text[at : at + 1].isupper() and bool(re.search(r"\b[A-Z][\w’']*\s+$", before))


_UNIT = rf"(?P<unit>{one_of(UNITS)})"
_LONG = r"(?P<unit>week|weekend|fortnight|month|quarter|year|decade)\b"
_NUMBER = rf"(?:{NUMBER}\s+)?"
# "The last week of the talks" is theirs.
_OF = (
    r"\s+of\s+(?:(?:the|an?|his|her|its|their|this|that|these|last|next|\d+)\b"
    rf"|(?:{one_of(MONTH_NUMBERS)})\b|(?-i:[A-Z]))"
)
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_TIME_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night)\b)?"
_WEEK = rf"(?:the\s+)?(?P<which>{one_of(WHICH)})\s+week"
_NAMED_DAY = one_of(name for name in ONE_DAY if name != "now")
_FORMS = forms(
    (
        rf"\b(?:(?:on|since|until|till|by|before|after|from)\s+the\s+)?"
        rf"(?P<day>(?:{_WEEKDAY},?\s+(?:the\s+)?)?(?P<number>\d\d?)(?:st|nd|rd|th))\b"
        rf"(?:\s+of\s+(?:the\s+)?(?P<which>{one_of(WHICH)})\s+month\b)?",
        _nth_of_month,
    ),
    (rf"\b{_WEEKDAY}{_TIME_OF_DAY},?\s+(?:(?:of|in)\s+)?{_WEEK}\b", _weekday_of_week),
    (rf"\b{_WEEK}(?:['’]s)?,?\s+(?:on\s+)?{_WEEKDAY}\b{_TIME_OF_DAY}", _weekday_of_week),
    (rf"\b(?P<name>{_NAMED_DAY}|(?:(?<=until\s)|(?<=till\s)|(?<=to\s))now)\b", _day),
    (
        rf"\b(?:(?P<sure>the|these|in|over|during|within|for)\s+(?:the\s+|these\s+)?)?"
        rf"(?P<which>last|past|previous|recent|next|coming)\s+{_NUMBER}{_UNIT}s\b(?!{_OF})",
        _many,
    ),
    (rf"\b(?:the\s+)?{_LONG}\s+before\s+last\b", _before_last),
    (rf"\b(?P<the>the\s+)?(?P<which>past|coming|{one_of(WHICH)})\s+{_LONG}(?!{_OF})", _one),
    (r"\b(?:over|at|on|during)\s+the\s+(?P<unit>weekend)\b", _at_weekend),
    (rf"\b(?:of|in)\s+the\s+{_LONG}(?!{_OF}|\s+(?:of\s+)?\d)", _part_of),
    (rf"\b{NUMBER}\s+{_UNIT}s?\s+(?:ago|back)\b", _some_time_ago),
    (rf"\b(?P<which>this|last|past|previous|next|coming)\s+{NAMED}", _named),
    (
        rf"\b(?:(?P<which>last|this|past|next|coming)|on|since|until|till|by|before|after|from|between|to|and|of)\s+"
        rf"{_WEEKDAY}\b{_TIME_OF_DAY}|\b{_WEEKDAY.replace('weekday', 'whose')}(?=['’]s\b)",
        _on_weekday,
    ),
)
