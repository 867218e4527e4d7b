"""The words in which questions speak of times."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """Returns a pattern of words, the longer ones first; any white space may stand between those of one."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "couple of": 2, "couple": 2, "three": 3, "few": 3,
    "a few": 3, "four": 4,
    "five": 5, "several": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "dozen": 12, "a dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "two dozen": 24,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
FEW = 3  # "in recent weeks"
NUMBER = rf"(?P<number>\d{{1,3}}|(?:{one_of(_TENS)})(?:[\s-]+(?:{one_of(_ONES)}))?|{one_of(NUMBERS)})"
# Places from the beginning, which is 0, or from the end.
ORDINALS = {
    "first": 0, "1st": 0, "opening": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3,
    "last": -1, "final": -1, "closing": -1,
}  # fmt: skip
# How many weeks or years before or after the one of the question.
WHICH = {"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1}
YEARS = {f"{which} year": years for which, years in WHICH.items()} | {"year before last": -2}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the months in which they begin
DECADES = {
    "twenties": 2020,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
    "noughties": 2000,
}
PARTS = {
    "early": 0, "beginning of": 0, "start of": 0, "mid": 1, "middle of": 1, "late": 2, "end of": 2, "close of": 2,
}  # fmt: skip
_BEFORE = ("before", "prior to", "earlier than", "older than", "ahead of", "pre-")
_AFTER = ("after", "later than", "following", "newer than", "more recent than", "post-")
_SINCE = (
    "since", "ever since", "on or after", "in or after", "not before", "no earlier than", "not earlier than",
)  # fmt: skip
_UNTIL = (
    "until", "up until", "till", "up to", "up to and including", "until and including", "by", "on or before",
    "in or before", "not after", "no later than", "not later than",
)  # fmt: skip
DIRECTIONS = {
    **dict.fromkeys(_BEFORE, "before"), **dict.fromkeys(_AFTER, "after"), **dict.fromkeys(_SINCE, "since"),
    **dict.fromkeys(_UNTIL, "until"), "from": "from",
}  # fmt: skip
JOINTS = ("-", "–", "—", "to", "until", "till", "through", "up to", "and")
# Months that are names, too, and those that are verbs.
NAMES = frozenset({"april", "august", "june", "may"})
VERBS = frozenset({"march", "may"})
# Before a year or a month these leave no doubt that it is one.
SURE = (
    "in", "since", "until", "till", "during", "throughout", "year", "early", "mid", "late", "beginning of",
    "start of", "middle of", "end of", "half of", "quarter of", "month of", "months of", "week of", "weeks of",
    "day of", "days of", "half", "quarter", "prior to", "earlier than", "later than", "older than", "newer than",
    "more recent than", "up to and including", "in or before", "in or after", "on or before", "on or after", "both",
    "last", "this", "past", "next",
)  # fmt: skip
UNSURE = ("of", "by", "from", "before", "after", "for", "to", "between", "around", "following", "up to", "as of")
WRITERS = frozenset(
    "announced appointed asked backed criticised defended directed given made offered opposed ordered planned "
    "presented promised proposed published rejected said signed sung supported told used written".split()
)  # before "by May" she is a person
COUNTED = frozenset(
    "percent per cent degrees people children men women homes houses jobs seats votes pages words metres meters miles "
    "km kilometres kilometers feet tonnes tons kg kilograms litres crowns dollars euros pounds francs cases deaths "
    "bags workers soldiers troops students pupils patients visitors copies units cars ships trees hectares acres "
    "hours minutes seconds points calories horsepower watts megawatts kilowatts signatures members residents migrants "
    "refugees prisoners fans employees tickets".split()
)  # after a number like 2000 it is no year
# "Agenda 2030" and "at least 2000" are no years either.
BEFORE_NUMBERS = frozenset(
    "about agenda airbus almost apollo area around article bus boeing case exactly expo flight gate hall highway "
    "horizon least level line model more nearly no number office only order over page peugeot platform project read "
    "resolution room roughly route runner section server some studio than unit vision windows write wrote".split()
)
NEWEST = (
    "latest", "newest", "most recent", "most recently", "up-to-date", "up to date", "currently", "anything new",
    "any news", "any update", "any updates",
)  # fmt: skip
RECENTLY = ("recently", "lately", "nowadays", "so far", "right now", "at the moment", "at present", "these days")
OLDEST = ("at first", "initially", "originally")
TELLING = (
    "announce", "announced", "appear", "appeared", "carry", "cover", "covered", "mention", "mentioned", "publish",
    "published", "report", "reported", "say", "write", "wrote",
)  # fmt: skip
# "The first" of these is the earliest that was given, where "the first minister" is an office.
NEWS = frozenset(
    "account announcement article articles assessment coverage developments forecast interview message news poll "
    "reaction report reports response statement statements stories story study survey".split()
)  # the last, and recent ones, are the newest
GIVEN_AGAIN = NEWS | frozenset(
    "bid bill budget claim cost costs count date deadline deal decision design draft estimate estimates figure figures "
    "information mention number numbers offer plan plans prediction price proposal rumour rumours tally target toll "
    "total verdict version vote warning".split()
)
NO_NEWS = frozenset("account accounts affairs flow flows".split())  # "the current account" asks for no order by date


def count(written: str) -> int:
    """Reads a number such as 12, "three", "twenty-four" or "a couple of"."""
    if written.isdecimal():
        return int(written)
    tens, *ones = words = written.casefold().replace("-", " ").split()
    return _TENS[tens] + sum(NUMBERS[one] for one in ones) if tens in _TENS else NUMBERS[" ".join(words)]
