"""Finds whether a question asks for the newest or for the first that was published."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from qa.language.terms import content_terms
from qa.question import Order
from qa.times.words import GIVEN_AGAIN, NEWEST, NEWS, NO_NEWS, OLDEST, RECENTLY, TELLING, one_of

_SHORT = 6  # different content terms of a question in which "recently" asks for the newest; else it tells a story
_WHOSE = r"(?:(?<!.)|(?<=\bthe\s)|(?<=\bits\s)|(?<=\btheir\s)|(?<=\w['’]s\s)|(?<=\ws['’]\s))"
_OF = r"(?=\s+(?:(?:known|official|published)\s+)?(?P<of>[^\W\d_]+))"


def _is_news(word: str) -> bool:
    """Tells "the current budget" from "the current in the wire" and from "current affairs"."""
    return bool(content_terms(word)) and word not in NO_NEWS


_Form = tuple[re.Pattern[str], Callable[[str], bool] | None]


def _forms(*forms: tuple[str, Callable[[str], bool] | None]) -> list[_Form]:
    return [(re.compile(pattern, re.IGNORECASE), fits) for pattern, fits in forms]


# What asks for an order, and which words may follow.
_NEWEST = _forms(
    (rf"(?<!at the )\b(?:{one_of(NEWEST)})\b|\bwhat(?:['’]?s|\s+is)\s+new\b|^\W*updates?\s+(?:on|about)\b", None),
    (rf"{_WHOSE}current{_OF}", _is_news),
    (rf"(?<=\bthe\s)last{_OF}", NEWS.__contains__),
)
_RECENTLY = _forms(
    (rf"(?<!\ba\s)(?<!more\s)\brecent{_OF}", NEWS.__contains__),
    (rf"\b(?:{one_of(RECENTLY)})\b", None),
    (r"(?<!until )(?<!till )(?<!by )(?<!from )(?<!to )(?<!just )\b(?-i:now)\b(?!\s+(?:that|on)\b)", None),
)
_OLDEST = _forms(
    (rf"\b(?:{one_of(OLDEST)})\b|\bfirst(?=\s+(?:to\s+)?(?:{one_of(TELLING)})\b)", None),
    (rf"\b(?:first|earliest|oldest|initial|original){_OF}", GIVEN_AGAIN.__contains__),
)


def find_order(text: str, today: date, names: Sequence[tuple[int, int]] = ()) -> Order | None:
    """Finds an order by date: "the latest", "recently", "current", "now"; "the first report", "initially".

    Args:
        text: The question.
        today: Its day.
        names: Spans of it that are names.

    Returns:
        The order; None where the question asks for none, or for both.
    """
    short = len(set(content_terms(text))) <= _SHORT
    newest = next(_words(text, [*_NEWEST, *(_RECENTLY if short else ())], names), None)
    oldest = next(_words(text, _OLDEST, names), None)
    if bool(newest) == bool(oldest):
        return None
    return Order(bool(newest), newest or oldest or "", today)


def _words(
    text: str,
    forms: Sequence[_Form],
    names: Sequence[tuple[int, int]],
) -> Iterator[str]:
    for pattern, fits in forms:
        for match in pattern.finditer(text):
            in_a_name = any(match.start() < end and start < match.end() for start, end in names)
            if not in_a_name and (fits is None or fits(match["of"].casefold())):
                yield match[0]
