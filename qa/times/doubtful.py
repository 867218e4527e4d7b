"""Years and months that stand alone, told from numbers, names and verbs by the words around them."""

import re
from collections.abc import Iterator
from datetime import date

from corpus.text.date_words import MONTH_NUMBERS, MONTHS, WEEKDAYS
from qa.language.terms import content_terms
from qa.times.calendar import MONTH, YEAR, is_noun, read_year
from qa.times.named_time import Time, text_before
from qa.times.words import BEFORE_NUMBERS, COUNTED, JOINTS, NAMES, SURE, UNSURE, VERBS, WRITERS, one_of

_SURE = re.compile(
    rf"\b(?:{one_of((*SURE, *(f'{day} of' for day in WEEKDAYS)))})[\s-]+(?:the\s+)?(?:years?\s+)?$|\b(?:pre|post)-$",
    re.IGNORECASE,
)
_UNSURE = re.compile(rf"\b(?:{one_of(UNSURE)})\s+(?:the\s+)?(?:years?\s+)?$", re.IGNORECASE)
_THIS = re.compile(r"\b(?:last|next|past|this|year)\s+$", re.IGNORECASE)
_IS = re.compile(r"\b(?:compare|is|vs|versus|was|will)\s+$", re.IGNORECASE)  # "Was 2024 a good year?"
_OF_THE = re.compile(r"\b(?:the|this|its|their|our|his|her)\s+$", re.IGNORECASE)
_YEAR = re.compile(rf"(?<![\w.,$€£#/]){YEAR}(?![%\w/]|[.,:]\d|-(?!(?:19|20)\d\d\b)\d)")
_JOINT = rf"\s*(?:{one_of((*JOINTS, 'or', ',', '/', 'vs', 'versus', 'with'))})\s*"
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
_FIRST_RECENT = 1950  # and the earliest that is one without a word that says so
_WRITINGS = ("article", "articles", "report", "reports")  # they say nothing of a subject, but have a month
_MOST_AHEAD = 2  # years that "the 2024 election" may lie ahead of the day of the question


def find_years(text: str, today: date) -> Iterator[Time]:
    """Finds years that stand alone, as in "in 2024", "the 2024 budget", "2020-2023"."""
    for match in _YEAR.finditer(text):
        if _is_year(text, match, today):
            year = read_year(match["year"], today)
            yield Time(*match.span(), year, 1, 12)


def find_months(text: str) -> Iterator[Time]:
    """Finds months without day and year, as in "in March", "between March and May"."""
    for match in _MONTH.finditer(text):
        if _is_month(text, match):
            yield Time(*match.span(), None, MONTH_NUMBERS[match["month"].casefold()])


def _is_year(text: str, match: re.Match[str], today: date) -> bool:
    before, after = text_before(text, match.start()), text[match.end() :]
    partner = _BEFORE_A_YEAR.match(after)
    if _is_counted(after) or (partner and _is_counted(after[partner.end() :])):
        return False
    if _SURE.search(before) or _AFTER_A_YEAR.search(before):
        return True
    if before.endswith("-") or _word(_LAST.search(before)).casefold() in BEFORE_NUMBERS:
        return False
    return bool(partner and after[:1] in "-–—") or _is_likely(before, after, read_year(match["year"], today), today)


def _is_counted(after: str) -> bool:
    return _word(_NEXT.match(after)).casefold() in COUNTED


def _is_likely(before: str, after: str, year: int, today: date) -> bool:
    """Tells "Eurovision 2024 in Malmo" and "the 2024 election" from "they sold 2024 cakes" and "Vision 2030"."""
    following, last = _word(_NEXT.match(after)), _word(_LAST.search(before))
    noun = is_noun(following) and not following.startswith("onward")
    the = bool(_OF_THE.search(before))
    if (_UNSURE.search(before) or _IS.search(before)) and not the:
        return not noun
    ends = not after.strip(" ?.!)")
    # Things are called 2000, and counted in round numbers.
    recent = year % 100 != 0 and _FIRST_RECENT <= year <= today.year + _MOST_AHEAD
    named = bool(following) and recent
    if the or not before.strip():
        return named or (ends and not the)
    if last.islower():
        return bool(content_terms(last)) and (ends or (named and not noun))
    return bool(content_terms(last)) and recent and (ends or named)


def _is_month(text: str, match: re.Match[str]) -> bool:
    before, after = text_before(text, match.start()), text[match.end() :]
    name, written = match["month"].casefold(), match["month"]
    small = written.islower() and (name in VERBS or name not in MONTHS)
    if _A_NUMBER_BEFORE.search(before) or _A_NUMBER_AFTER.match(after):
        return False  # "31 February" is no day, and no month
    if _is_side_of_a_range(before, after):
        return True
    if small and (is_noun(_word(_NEXT.match(after))) or _THIS.search(before)):
        return False
    if _IS.search(before) and name in MONTHS and name not in NAMES | VERBS:
        return True
    if _SURE.search(before):
        return not (name in NAMES and after[:2] in ("'s", "’s"))
    return not small and (_is_after_unsure(name, before, after) or _is_of_a_noun(written, before, after))


def _is_side_of_a_range(before: str, after: str) -> bool:
    if _AFTER_A_MONTH.search(before):
        return True
    joint = _BEFORE_A_MONTH.match(after)
    if not joint:
        return False
    return bool(_BETWEEN_MONTHS.search(before)) or joint["joint"].casefold() not in ("and", "or", ",")


def _is_of_a_noun(written: str, before: str, after: str) -> bool:
    """Tells "the May election" from "the May of her voters" and "the August Wilson play"."""
    noun = _word(_NEXT.match(after))
    return written[0].isupper() and bool(_OF_THE.search(before)) and (is_noun(noun) or noun in _WRITINGS)


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
