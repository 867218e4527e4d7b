"""Finds the ages that a text gives: "44-year-old", "aged 44", "Sven Aldi, 44,"."""

import re
from collections.abc import Iterator

from qa.language.quantities import Quantity
from qa.language.units import Unit

AGE = Unit("age", "age")
_WORDS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True))
_AGE = re.compile(
    rf"\b(?P<old>\d{{1,3}}|{'|'.join(_WORDS)})(?:[\s-]years?[\s-]old\b|-year-old)|"
    r"\b(?:aged|at the age of|turn(?:s|ed)|age)\s(?P<aged>\d{1,3})\b(?![,.]?\d)|"
    r"(?<=[a-z]),\s(?P<beside>\d{1,2})(?=\s*[,.;)](?!\d)|\s+and\b|\s*$)|(?<=[a-z])\s\((?P<within>\d{1,2})\)",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"(?<!\bin )(?<!\bIn )(?<!\bat )(?<!\bon )(?<!\bOn )\b(?:[A-Z][\w’'-]+|"
    r"(?:grand)?(?:son|daughter|child|mother|father)|wife|husband|brother|sister|boy|girl|man|woman|driver|pilot|passenger|student|pupil|victim|suspect)$"
)


def find_ages(text: str) -> Iterator[Quantity]:
    """Finds ages, in years; a number between commas is one behind somebody only.

    Args:
        text: A sentence.
    """
    for match in _AGE.finditer(text):
        alone = match["beside"] or match["within"]
        if not alone or _WHOSE.search(text, 0, match.start()):
            kind = match.lastgroup or "old"
            years = float(_WORDS.get(match[kind].casefold()) or match[kind])
            yield Quantity(match.start(kind), match.end() if kind == "old" else match.end(kind), AGE, years, years)
