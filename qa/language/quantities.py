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
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELLED = rf"(?:{_WORDS})(?:[\s-](?:and\s)?(?:{_WORDS}))*"
_SCALE = r"hundred|thousand|million|billion|trillion|dozen"
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_QUANTITY = re.compile(
    rf"""
    (?<![\w.,/:$£€-])
    (?P<hedge>(?:(?:{_HEDGE})\s+)*)
    (?P<sign>US\$|[AC]\$|[$£€¥₹])?\s?
    (?:(?P<number>{_DIGITS}|{_SPELLED})
       (?:\s?(?:to|or|-|–)\s?(?P<to>{_DIGITS}|{_SPELLED})(?![\w,]|\.\d))?
       |(?P<a>an?|half\s+an?|half)(?=\s+(?:{_SCALE}|{_UNIT})\b)
       |(?P<vague>{"|".join(_VAGUE)}))
    (?P<half>\s+and\s+a\s+half)?
    (?:(?:[\s-]?(?P<scale>{_SCALE})|(?<=\d)(?P<short>k|mn?|bn?|tn))\b)?
    (?:(?P<percent>\s?%|[\s-]per\s?cent\b)|[\s-]+(?P<unit>{_UNIT})\b(?P<after>\s+and\s+a\s+half)?)?
    (?![\w/]|[.,:]\d|-\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(rf"(?<!\w)(?:{_DIGITS}|{_WORDS})(?!\w)", re.IGNORECASE)
_ANNIVERSARY = re.compile(
    rf"\b(?:(?P<ordinal>{'|'.join(_ORDINALS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))\s+anniversary\b", re.IGNORECASE
)
INFINITE = float("inf")
ROUNDED = 0.04  # of a number: "around 9,000" may stand for 8,700, "14 million" for 14.2
_LIKE_A_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# A number behind a name belongs to it: "Galaxy 23", "Article 5", "Week 11".
_IN_A_NAME = re.compile(r"\b(?!(?:In|On|At|By|The|And|But|For|From|After|Of|To|With|It|He|She|They)\b)[A-Z][\w’']*\s$")
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


def find_quantities(text: str) -> Iterator[Quantity]:
    """Finds the quantities of a text, in order; years, times of day, ages, and numbers in names are none.

    Args:
        text: A sentence.
    """
    for match in _QUANTITY.finditer(text):
        if _is_quantity(match, text) and (quantity := _quantity(match)):
            yield quantity
    for match in _ANNIVERSARY.finditer(text):
        years = float(match["digits"] or _ORDINALS.index(match["ordinal"].casefold()) + 1)
        yield Quantity(*match.span(), UNITS["years"], years * YEAR, years * YEAR)


def _is_quantity(match: re.Match[str], text: str) -> bool:
    bare = not (match["sign"] or match["unit"] or match["percent"] or match["scale"] or match["short"])
    if _NOT_A_QUANTITY.match(text, match.end()):
        return False
    if not bare:
        # "31,000 vehicles a day" gives no length of time.
        exact = match["hedge"] or match["after"] or match["scale"] or match["half"]
        return bool(exact) or (match["a"] or "").casefold() not in ("a", "an")
    number = match["number"] or ""
    if _LIKE_A_YEAR.fullmatch(number) or number.casefold() == "one":
        return False
    if text[match.end() : match.end() + 1] == "-":  # "a two-horse race" counts no horses
        return False
    in_a_name = number[:1].isdigit() or number[:1].isupper()  # as in "the Big Ten"
    return not (in_a_name and not match["hedge"] and _IN_A_NAME.search(text, 0, match.start()))


def _quantity(match: re.Match[str]) -> Quantity | None:
    unit = _unit(match)
    size = unit.size if unit else 1.0
    scale = SCALES.get((match["scale"] or match["short"] or "").casefold(), 1.0)
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    if match["vague"]:
        return Quantity(start, match.end(), unit, _VAGUE[match["vague"].casefold()] * scale * size, INFINITE, True)
    low = _value(match["number"] or match["a"])
    high = _value(match["to"]) if match["to"] else low
    if low is None or high is None:
        return None
    extra = 0.5 if match["half"] or match["after"] else 0.0
    low, high = ((value + extra) * scale * size for value in (low, high))
    if high < low:  # "two to three million" gives its scale once; "7-5" is a score
        return None
    return Quantity(start, match.end(), unit, low, high, hedged=bool(match["hedge"].strip()))


def _unit(match: re.Match[str]) -> Unit | None:
    if match["sign"]:
        return Unit("money", SIGNS[match["sign"].upper()])
    if match["percent"]:
        return UNITS["percent"]
    return UNITS[match["unit"].casefold()] if match["unit"] else None


def _value(number: str) -> float | None:
    words = number.casefold()
    if words[0].isdigit():
        return float(words.replace(",", ""))
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
