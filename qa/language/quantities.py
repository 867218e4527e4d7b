"""Finds the quantities of a text: a number, what it counts or measures, and how exactly it is put.

Words for numbers are read by text2num. Everything around them is ours: of the libraries that read quantities, the
best kept one (quantulum3) took 1 to 60 ms a sentence, "90 minutes" for an angle and "$19m" for dollar metres.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from text_to_num import text2num

from qa.language.units import SIGNS, UNITS, YEAR, Unit

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_WORDS = f"{_ONES}|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9}
SCALES |= {"b": 1e9, "trillion": 1e12, "tn": 1e12, "dozen": 12.0}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# Each with the least that it may mean.
_VAGUE = {"several": 2.0, "multiple": 2.0, "numerous": 2.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0}
_VAGUE |= {"thousands": 2e3, "millions": 2e6, "billions": 2e9}

HEDGES = (
    *("about", "around", "roughly", "approximately", "nearly", "almost", "some", "an estimated", "close to", "up to"),
    *("more than", "over", "at least", "just over", "well over", "as many as", "upwards of"),
    *("less than", "fewer than", "under", "just under", "at most", "barely", "just", "only", "no more than"),
)
_HEDGE = "|".join(sorted(HEDGES, key=len, reverse=True)).replace(" ", r"\s+")
_DIGITS = r"\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+(?:\.\d+)?(?!\d)|\d+,\d\d(?!\d)|\d+(?:\.\d+)?"
_SPELLED = rf"(?:{_WORDS})(?:[\s-](?:and\s)?(?:{_WORDS}))*"
_SCALE = r"hundred|thousand|million|billion|trillion|dozen"
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True)).replace(" ", r"\s")
_NOT_WON = r"(?:(?<=,\d{3}\s)|(?!won\b))"  # "of 53 games 40 won" is no amount
_SMALLER = "minutes?|mins?|seconds?|inch(?:es)?|months?|weeks?|days?"
_QUANTITY = re.compile(
    rf"""
    (?<![\w.,/:$£€-])
    (?P<between>between\s+)?
    (?P<hedge>(?:(?:{_HEDGE})\s+)*)
    (?P<sign>US\$|\$US|[AC]\$|\$A|[$£€¥₹])?\s?
    (?!(?:1[89]|20)\d\d\s(?:to|or)\s)
    (?:(?P<number>{_DIGITS}|{_SPELLED})
       (?:(?:\s?%|\sper\s?cent)?(?(between)\s+and\s+|\s?(?:to|or|-|–)\s?)(?:US\$|[$£€])?(?P<to>{_DIGITS}|{_SPELLED})(?![\w,]|\.\d))?
       |(?P<a>an?|half\s+an?|half)(?=\s+(?:{_SCALE}|{_UNIT})\b)
       |(?P<vague>{"|".join(_VAGUE)}))
    (?P<half>\s+and\s+a\s+half)?
    (?:(?:[\s-]?(?P<scale>{_SCALE})|(?<=\d)(?P<short>k|mn?|bn?|tn))\b)?
    (?:(?P<percent>\s?%|[\s-]per\s?cent\b)
      |(?:[\s-]+|\s?(?=°)|(?<=\d)(?=k[mg]\b))(?(sign)(?!won\b)|(?(scale)|{_NOT_WON}))(?P<unit>{_UNIT})(?!\w)
       (?:(?P<after>\s+and\s+a\s+half)|,?\s(?:and\s)?(?P<rest>{_DIGITS}|{_SPELLED})[\s-](?P<smaller>{_SMALLER})\b)?
    )?
    (?![\w/]|[.,:]\d|-\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COMMA = re.compile(r"\d+,\d\d")  # in place of the point: "9,50"
_NUMBER = re.compile(rf"(?<!\w)(?:{_DIGITS}|{_WORDS})(?!\w)", re.IGNORECASE)
_ANNIVERSARY = re.compile(
    rf"\b(?:(?P<ordinal>{'|'.join(_ORDINALS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))\s+anniversary\b", re.IGNORECASE
)
INFINITE = float("inf")
_PLACES = 6  # kept: 4.1 million is 4,100,000
ROUNDED = 0.04  # of a number: "around 9,000" may stand for 8,700, "14 million" for 14.2
# "rose from 3 to 5 per cent" tells of a change, "3 to 5 per cent" of a range.
_CHANGED = re.compile(
    r"\b(?:rise|rose|risen|rising|fall|fell|fallen|falling|up|down|drop(?:s|ped|ping)?|climb(?:s|ed|ing)?|grow|grew|grown|"
    r"cut|rais(?:e|es|ed|ing)|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|"
    r"went|gone|go(?:es)?|jump(?:s|ed)?|change[sd]?|shr[aiu]nk|slip(?:s|ped)?|doubled|halved)\b[^;]*\bfrom\s+$",
    re.IGNORECASE,
)
_TAKES = re.compile(r"\b(?:takes?|took|lasts?|lasted|needs?|needed)\s+$", re.IGNORECASE)
_LIKE_A_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# A number behind a name belongs to it: "Galaxy 23", "Article 5", "Week 11".
_IN_A_NAME = re.compile(r"\b(?!(?:In|On|At|By|The|And|But|For|From|After|Of|To|With|It|He|She|They)\b)[A-Z][\w’']*\s$")
# "In Brae 900 pupils": there the name is a place.
_PLACE = re.compile(
    r"\b(?:in|at|near|of|off|from|to)\s(?!Week|Round|Game|Day|Article|Part|Season|Group|Grade|Section|Level|Phase|Stage|Tier)"
    r"(?-i:[A-Z])[\w’'-]*\s$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s(?:people|men|women|children|[a-z]{3,}s)\b")
_PART_WITH_NAME = re.compile(
    r"(?:[,;:]|\band)\s+(?:(?:in|at|to|for|from|of|the|that|those|ones?)\s+){0,4}(?:[A-Z][\w’'-]*\s+){1,3}$"
)
_PART_END = re.compile(r"\s*(?:[,;.](?!\d)|$|and\b)")
_NOT_A_QUANTITY = re.compile(r"-old\b|\s(?:third|quarter|half)s?\b|\s?[ap]\.?m\b|\s?(?:st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as a text gives it.

    Attributes:
        start: Offset of its first code point, with the words that hedge it.
        end: Offset after its last.
        unit: What is measured; None for a count.
        low: Its value in the base unit of its dimension, or the lower end of a range.
        high: The upper end; `low` where there is no range, infinite where it is vague ("several", "dozens").
        hedged: Whether it is put as about, nearly, more than ... so much.
    """

    start: int
    end: int
    unit: Unit | None
    low: float
    high: float
    hedged: bool = False

    @property
    def vague(self) -> bool:
        """Whether it is "several" or "dozens", which no number can be compared with."""
        return self.high == INFINITE


def written_numbers(text: str) -> frozenset[str]:
    """Returns the numbers of a text as they are written, in digits or in words, in lower case."""
    return frozenset(number.casefold() for number in _NUMBER.findall(text))


def find_quantities(text: str, *, behind_names: bool = False) -> Iterator[Quantity]:
    """Finds the quantities of a text, in order; years, times of day, ages, and numbers in names are none.

    Args:
        text: A sentence.
        behind_names: Whether a number behind a name that begins a part of the sentence is one: "Osk has 400
            inhabitants, Tarn 900".
    """
    for match in _QUANTITY.finditer(text):
        if _is_quantity(match, text, behind_names=behind_names):
            yield from _change(match) if match["to"] and _CHANGED.search(text, 0, match.start()) else _quantity(match)
    for match in _ANNIVERSARY.finditer(text):
        years = float(match["digits"] or _ORDINALS.index(match["ordinal"].casefold()) + 1)
        yield Quantity(*match.span(), UNITS["years"], years * YEAR, years * YEAR)


def _is_quantity(match: re.Match[str], text: str, *, behind_names: bool) -> bool:
    bare = not (match["sign"] or match["unit"] or match["percent"] or match["scale"] or match["short"])
    if _NOT_A_QUANTITY.match(text, match.end()):
        return False
    if not bare:
        # "31,000 vehicles a day" gives no length of time.
        exact = match["hedge"] or match["after"] or match["scale"] or match["half"] or match["rest"]
        exact = exact or (match["a"] and _TAKES.search(text, 0, match.start()))
        return bool(exact) or (match["a"] or "").casefold() not in ("a", "an")
    number = match["number"] or ""
    if _LIKE_A_YEAR.fullmatch(number) or number.casefold() == "one":
        return False
    if text[match.end() : match.end() + 1] == "-":  # "a two-horse race" counts no horses
        return False
    in_a_name = number[:1].isdigit() or number[:1].isupper()  # as in "the Big Ten"
    if not in_a_name or match["hedge"] or not _IN_A_NAME.search(text, 0, match.start()):
        return True
    if _NOUN.match(text, match.end()) and _PLACE.search(text, 0, match.start()):
        return True
    return behind_names and bool(_PART_WITH_NAME.search(text, 0, match.start()) and _PART_END.match(text, match.end()))


def _quantity(match: re.Match[str]) -> Iterator[Quantity]:
    unit, size = _unit(match), _size(match)
    start = match.start() if match["to"] or not match["between"] else match.end("between")
    start = next((at for at in range(start, match.end()) if not match.string[at].isspace()), start)
    if match["vague"]:
        yield Quantity(start, match.end(), unit, _VAGUE[match["vague"].casefold()] * size, INFINITE, True)
        return
    low = _value(match["number"] or match["a"])
    high = _value(match["to"]) if match["to"] else low
    if low is None or high is None:
        return
    extra = 0.5 if match["half"] or match["after"] else 0.0
    low, high = (round((value + extra) * size + _rest(match), _PLACES) for value in (low, high))
    if low <= high:  # "two to three million" gives its scale once; "7-5" is a score
        yield Quantity(start, match.end(), unit, low, high, hedged=bool(match["hedge"].strip()))


def _change(match: re.Match[str]) -> Iterator[Quantity]:
    """Yields the two quantities of "from 3 to 5 per cent"."""
    for part, end in (("number", match.end("number")), ("to", match.end())):
        if (value := _value(match[part])) is not None:
            value = round(value * _size(match), _PLACES)
            yield Quantity(match.start(part), end, _unit(match), value, value)


def _size(match: re.Match[str]) -> float:
    unit = _unit(match)
    return SCALES.get((match["scale"] or match["short"] or "").casefold(), 1.0) * (unit.size if unit else 1.0)


def _rest(match: re.Match[str]) -> float:
    """Returns what a smaller unit adds: 40 minutes in "an hour and 40 minutes"."""
    value = _value(match["rest"]) if match["rest"] else None
    return value * UNITS[match["smaller"].casefold()].size if value else 0.0


def _unit(match: re.Match[str]) -> Unit | None:
    if match["sign"]:
        return Unit("money", SIGNS[match["sign"].upper()])
    if match["percent"]:
        return UNITS["percent"]
    return UNITS[match["unit"].casefold()] if match["unit"] else None


def _value(number: str) -> float | None:
    words = number.casefold()
    if words[0].isdigit():
        return float(words.replace(",", ".") if _COMMA.fullmatch(words) else re.sub(r"[^\d.]", "", words))
    if words.startswith("half"):
        return 0.5
    try:
        return 1.0 if words in ("a", "an") else float(text2num(words.replace("-", " "), "en"))
    except ValueError:  # "two three"
        return None


def same_value(one: Quantity, other: Quantity) -> bool:
    """Says whether two quantities of one dimension say the same: equal, or one of them rounded and put as such."""
    if one.vague or other.vague:
        return one.vague == other.vague and one.low == other.low
    if one.low <= other.high and other.low <= one.high:
        return True
    larger = max(abs(one.high), abs(other.high))
    return (one.hedged or other.hedged) and abs(one.low - other.low) <= ROUNDED * larger
