"""Finds the shares that a text puts in words: "every second pupil", "one in four", "two thirds of the members"."""

import re
from collections.abc import Iterator

from qa.language.quantities import HEDGES, Quantity
from qa.language.units import UNITS

_SMALL = {name: number for number, name in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "fourth": 4}
_PARTS |= {"third": 3, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_PARTS |= {f"{name}s": part for name, part in _PARTS.items() if not name.endswith("s")}
_EVERY = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10, "twentieth": 20}
_TIME = r"(?:second|minute|hour|day|night|week|weekend|month|year|time|season|game|match|round|try|attempt)s?\b"
_NUMBER = rf"{'|'.join(_SMALL)}|\d{{1,3}}"
_SHARE = re.compile(
    rf"""
    \b(?:every\s+(?P<every>{"|".join(_EVERY)})(?=\s+(?!{_TIME})[a-z])
      |(?P<some>{_NUMBER})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<all>{_NUMBER}|twenty|hundred)\b(?!\s+{_TIME}|[.,:]?\d|\s?%|-)
      |(?P<times>two|three|four|five|seven|nine)[\s-](?P<parts>thirds|quarters|fifths|sixths|eighths|tenths)\b
      |(?:an?|one)[\s-](?P<part>third|fourth|fifth|sixth|eighth|tenth)(?=\s+of\b|[,;.]|\s*$)
      |(?:an?|one)[\s-](?P<quarter>quarter)\b(?=\s+of\b|[,;.]|\s*$|\s+(?:are|is|were|was|have|had|do|did|say|said|take|
       takes|come|comes|live|lives|want|wants|work|works|go|goes)\b)
      |(?:one[\s-])?(?P<half>half)(?=\s+(?:of\b|the\b|(?:its|their|his|her|our|all)\b)))
    (?!\s+of\s+an?\s+(?:hour|mile|century|million|billion|second|minute)\b|\s+an?\s+|-)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_HEDGE = re.compile(rf"\b(?:{'|'.join(HEDGES)})\s+$".replace(" ", r"\s+"), re.IGNORECASE)
_LONGEST_HEDGE = 16
_HALF_TIME = re.compile(rf"\s+of\s+the\s+(?:\w+\s+)?{_TIME}|\s+the\s+{_TIME}", re.IGNORECASE)


def find_shares(text: str) -> Iterator[Quantity]:
    """Finds shares, in per cent.

    Args:
        text: A sentence.
    """
    for match in _SHARE.finditer(text):
        share = _share(match)
        if 0 < share < 1 and not _HALF_TIME.match(text, match.end()):
            hedge = _HEDGE.search(text, max(0, match.start() - _LONGEST_HEDGE), match.start())
            value = round(100 * share, 1)
            start = hedge.start() if hedge else match.start()
            yield Quantity(start, match.end(), UNITS["percent"], value, value, hedged=bool(hedge) or value % 1 > 0)


def _share(match: re.Match[str]) -> float:
    if match["every"]:
        return 1 / _EVERY[match["every"].casefold()]
    if match["some"]:
        return _small(match["some"]) / _small(match["all"])
    if match["times"]:
        return _SMALL[match["times"].casefold()] / _PARTS[match["parts"].casefold()]
    return 1 / _PARTS[(match["part"] or match["quarter"] or match["half"]).casefold()]


def _small(number: str) -> float:
    words = number.casefold()
    return float({"twenty": 20, "hundred": 100}.get(words) or _SMALL.get(words) or words) or 1.0
