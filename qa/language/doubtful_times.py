"""Years and months that stand alone, told from numbers, names and verbs by the words around them."""

import re
from collections.abc import Iterator
from datetime import date

from corpus.text.date_words import MONTH_NUMBERS, MONTHS
from qa.language.terms import content_terms
from qa.language.time_words import BEFORE_NUMBERS, COUNTED, JOINTS, NAMES, SURE, UNSURE, VERBS, WRITERS
from qa.language.times import MONTH, YEAR, Time, one_of, read_year

_SURE = re.compile(rf"\b(?:{one_of(SURE)})[\s-]+(?:the\s+)?(?:years?\s+)?$", re.IGNORECASE)
_UNSURE = re.compile(rf"\b(?:{one_of(UNSURE)})\s+(?:the\s+)?(?:years?\s+)?$", re.IGNORECASE)
_OF_THE = re.compile(r"\b(?:the|this|its|their|our|his|her)\s+$", re.IGNORECASE)
_YEAR = re.compile(rf"(?<![\w.,$€£#/]){YEAR}(?![%\w/]|[.,:]\d|-(?!(?:19|20)\d\d\b)\d)")
_JOINT = rf"\s*(?:{one_of((*JOINTS, 'or', ','))})\s*"
_AFTER_A_YEAR = re.compile(rf"(?:19|20)\d\d{_JOINT}$", re.IGNORECASE)
_BEFORE_A_YEAR = re.compile(rf"{_JOINT}(?P<at>(?:19|20)\d\d)\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b{MONTH}", re.IGNORECASE)
_MONTH_NAMES = one_of(MONTH_NUMBERS)
_AFTER_A_MONTH = re.compile(rf"\b(?:{_MONTH_NAMES})\b\.?(?:\s+(?:19|20)\d\d)?{_JOINT}$", re.IGNORECASE)
_BETWEEN_MONTHS = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_BEFORE_A_MONTH = re.compile(rf"{_JOINT.replace('(?:', '(?P<joint>')}(?:{_MONTH_NAMES})\b", re.IGNORECASE)
_NEXT = re.compile(r"[\s-]+(?P<word>[^\W\d_]+)")
_LAST = re.compile(r"(?P<word>[\w’']+)[\s-]+$")
_A_NUMBER_BEFORE = re.compile(r"\d[a-z]*\s+(?:of\s+)?$")
_A_NUMBER_AFTER = re.compile(r"\s+\d")
_GOES_ON = frozenset("and at in last on or the this till to until with".split())  # where a name would do something
_MOST_AHEAD = 2  # years that "the 2024 election" may lie ahead of the day of the question


def find_years(text: str, today: date) -> Iterator[Time]:
    """Finds years that stand alone, as in "in 2024", "the 2024 budget", "2020-2023"."""
    for match in _YEAR.finditer(text):
        if _is_year(text, match, today):
            year = read_year(match["year"])
            yield Time(*match.span(), year, 1, 12)


def find_months(text: str) -> Iterator[Time]:
    """Finds months without day and year, as in "in March", "between March and May"."""
    for match in _MONTH.finditer(text):
        if _is_month(text, match):
            yield Time(*match.span(), None, MONTH_NUMBERS[match["month"].casefold()])


def _is_year(text: str, match: re.Match[str], today: date) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    following = _word(_NEXT.match(after))
    last = _word(_LAST.search(before))
    number = following.casefold() in COUNTED
    if before.endswith("-") and not (_SURE.search(before) or _AFTER_A_YEAR.search(before)):
        return False
    if number or last.casefold() in BEFORE_NUMBERS:
        return False
    partner = _BEFORE_A_YEAR.match(after)
    if partner and _word(_NEXT.match(after[partner.end() :])).casefold() in COUNTED:
        return False
    if _SURE.search(before) or _AFTER_A_YEAR.search(before) or (partner and after[:1] in "-–—"):
        return True
    noun = following.islower() and bool(content_terms(following))
    if _UNSURE.search(before) and not _OF_THE.search(before):
        return not noun
    year = read_year(match["year"])
    named = bool(following) and year % 100 != 0 and 1950 <= year <= today.year + _MOST_AHEAD
    if _OF_THE.search(before):
        return named
    if not before.strip():
        return named or not after.strip(" ?.!")
    return not after.strip(" ?.!)") and (last.islower() or len(before.split()) == 1) and bool(content_terms(last))


def _is_month(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    name, written = match["month"].casefold(), match["month"]
    if written.islower() and (name in VERBS or name not in MONTHS):
        return False
    if _A_NUMBER_BEFORE.search(before) or _A_NUMBER_AFTER.match(after):
        return False  # "31 February" is no day, and no month
    if _SURE.search(before):
        return not (name in NAMES and after[:2] in ("'s", "’s"))
    return _is_side_of_a_range(before, after) or _is_after_unsure(name, before, after)


def _is_side_of_a_range(before: str, after: str) -> bool:
    if _AFTER_A_MONTH.search(before):
        return True
    joint = _BEFORE_A_MONTH.match(after)
    if not joint:
        return False
    return bool(_BETWEEN_MONTHS.search(before)) or joint["joint"].casefold() not in ("and", "or", ",")


def _is_after_unsure(name: str, before: str, after: str) -> bool:
    """Tells "before March" from "before March resigned", "by June" from "written by May"."""
    unsure = _UNSURE.search(before)
    if not unsure or after[:2] in ("'s", "’s"):
        return False
    preposition = unsure[0].split()[0].casefold()
    if name in NAMES and preposition in ("of", "for", "to", "around"):
        return False
    if name == "may" and (preposition == "from" or _word(_LAST.search(before[: unsure.start()])).casefold() in WRITERS):
        return False
    goes_on = _word(_NEXT.match(after))
    return not goes_on or goes_on in _GOES_ON


def _word(match: re.Match[str] | None) -> str:
    return match["word"] if match else ""
