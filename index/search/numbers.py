"""Numbers of a text in one form, by value: 600,000 and "600 000" and "0.6 million" and "six hundred thousand".

What is one form and what is another is decided as English news writes it:

- A comma before three digits and a blank or an apostrophe before three digits part thousands ("1,500"), a comma before
  one or two digits is a decimal point ("9,90").
- A point is a decimal point ("1.085"), but parts thousands where there are several ("1.500.000") and before three
  digits that end in 0 ("1.500"): nobody writes a nought at the end of three decimals.
- A time of day is written like a decimal ("19:42" and "19.42" are one form): both are common, and no text tells which
  one the other is.
- From a million on the magnitude stands behind the number, however it is written: "billions" finds 14bn.
- "A million" stays words: it is often many, and seldom a million.
- "3M" and "10K" are numbers like "3m" and "10k", though some are names.
- Days (12.03.2026), scores (3-2), years and numbers of versions with two points stay as they are.
"""

import re
from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    f"nineteen|{_TENS}"
)
_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}  # powers of ten
_MAGNITUDES = ("trillion", "billion", "million")
_MILLION = 10**6
_SHORT = {"k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "tn": 12}
_SCALE = "|".join(_SCALES)
_WORD = rf"one|{_SMALL}|{_SCALE}"
_BLANK = " \u00a0\u2009\u202f"
_UNITS = "km|cm|mm|kg|mg|lbs?|ft|mph|kph|kw|mw|gw|am|pm"  # that are written close to their number
_DIGITS = re.compile(
    rf"""
    (?<![\w.,:])
    (?P<sign>[$£€¥₹])?
    (?P<number>(?<!\d[{_BLANK}])\d{{1,3}}(?:[{_BLANK}]\d{{3}}(?!\d))+(?:[.,]\d\d?)?|\d+(?:[.,:'’]\d+)*)
    (?:(?:[{_BLANK}-]?(?P<scale>(?i:{_SCALE}))|(?P<short>[kK]|[mM][nN]?|[bB][nN]?|[tT][nN]))\b)?
    (?P<unit>(?:{_UNITS})\b)?
    (?!\w|[.,:]\d)
    """,
    re.VERBOSE,
)
_SPELLED = re.compile(
    rf"""
    \b(?=[bdefhmnopqst])(?:
        (?P<part>half|quarter[ ]of)[ -]an?[ -](?P<whole>{_SCALE}|dozen)
        |(?P<number>(?:(?<=\ba[ ])(?:{_SCALE})|one|{_SMALL})(?:[ -](?:and[ ])?(?:{_WORD}))*)
         (?:(?P<and_half>[ -]and[ -]a[ -]half)(?:[ -](?P<halved>{_SCALE}))?)?
         (?P<dozens>[ ]dozen)?
        |(?P<dozen>dozen)
        |(?P<percent>per[ -]cent)
    )\b
    """,
    re.VERBOSE,
)
_ALONE = re.compile(rf"\b(?:(?:{_TENS})[ -](?:one|two|three|four|five|six|seven|eight|nine)|{_SMALL})\b")
_MONTH_BEFORE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s$")

# What each way of writing a number is, and which of its marks part thousands; the first that fits counts.
_FORMS = tuple(
    (re.compile(pattern), marks)
    for pattern, marks in (
        (r"0[.,]\d+", ""),
        (r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", ","),
        (r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|[1-9]\d{0,2}\.\d\d0", "."),
        (rf"\d{{1,3}}(?:[{_BLANK}'’]\d{{3}})+(?:[.,]\d\d?)?", f"{_BLANK}'’"),
        (r"\d+\.\d+|\d+,\d\d?|\d\d?:\d\d", ""),
    )
)
_POINT = str.maketrans(",:", "..")


def by_value(text: str) -> str:
    """Returns a text with each number as one word that stands for its value; for terms only, never to be shown."""
    text = _DIGITS.sub(_of_digits, text).replace("%", " percent ")
    folded = text.lower()  # half the time that a pattern takes that ignores case
    if len(folded) != len(text):
        text = folded  # some letters of Turkish
    parts: list[str] = []
    done = 0
    for match in _SPELLED.finditer(folded):
        parts += text[done : match.start()], "percent" if match["percent"] else _of_words(match)
        done = match.end()
    return "".join((*parts, text[done:]))


def number_spans(text: str) -> list[tuple[int, int]]:
    """Returns where a text writes numbers that are one term, in digits or in words, in order."""
    folded = text.lower()
    spelled = _SPELLED.finditer(folded) if len(folded) == len(text) else iter(())
    found = [match.span() for match in (*_DIGITS.finditer(text), *spelled) if not match[0].isdigit()]
    return sorted(found)


def _of_digits(match: re.Match[str]) -> str:
    written, scale, short = match["number"], match["scale"], match["short"]
    power = _SCALES[scale.lower()] if scale else _SHORT[short.lower()] if short else 0
    if short in ("b", "B") and not match["sign"]:  # flat 2b
        return match[0]
    value = _value(written)
    if value is None or (" " in written and _MONTH_BEFORE.search(match.string, 0, match.start())):
        return match[0]
    unit = f" {match['unit']}" if match["unit"] else ""
    value *= Decimal(10) ** power
    term = _term(value) if power or not written.isdigit() or value >= _MILLION else written  # leading noughts stay
    if match.string.startswith(f"\n{term.partition(' ')[2]}", match.end()):
        term = term.partition(" ")[0]  # the text was read before
    return f"{match['sign'] or ''}{term}{unit}"


def _value(written: str) -> Decimal | None:
    """Returns the value of a number in digits; None where it is a day, a version or a list."""
    if written.isdigit():
        return Decimal(written)
    for form, marks in _FORMS:
        if form.fullmatch(written):
            return Decimal(written.translate(dict.fromkeys(map(ord, marks))).translate(_POINT))
    return None


@lru_cache(4096)
def _spelled(words: str) -> Decimal | None:
    try:
        return Decimal(text2num(words.replace("-", " "), "en"))
    except ValueError:  # "two three"
        return None


def _of_words(match: re.Match[str]) -> str:
    if match["part"]:
        return _term(Decimal("0.5" if match["part"] == "half" else "0.25") * _scale(match["whole"]))
    if match["dozen"]:
        return "12"
    words = match["number"]
    if words == "one" and not match["and_half"] and not match["dozens"]:
        return words  # a pronoun, too
    if words in _SCALES:
        return match[0]  # "a million" is often many, and seldom a million
    value = _spelled(words)
    if value is None:
        return _ALONE.sub(lambda one: str(_spelled(one[0])), match[0])
    if match["and_half"]:
        value = (value + Decimal("0.5")) * _scale(match["halved"] or "")
    return _term(value * (12 if match["dozens"] else 1))


def _scale(name: str) -> Decimal:
    return Decimal(12) if name == "dozen" else Decimal(10) ** _SCALES.get(name, 0)


def _term(value: Decimal) -> str:
    """Writes a value so that no analyzer cuts it in two, and its magnitude behind it: "billions" finds 14 billion."""
    whole, _, rest = f"{value:f}".partition(".")
    rest = rest.rstrip("0")
    term = f"{int(whole)}p{rest}" if rest else str(int(whole))
    magnitude = next((name for name in _MAGNITUDES if value >= Decimal(10) ** _SCALES[name]), "")
    return f"{term} {magnitude}" if magnitude else term
