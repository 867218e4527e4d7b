"""Finds whether a question asks for the newest or for the first that was published."""

import re
from collections.abc import Sequence
from datetime import date

from qa.language.terms import content_terms
from qa.language.time_words import GIVEN_AGAIN, NO_NEWS
from qa.question import Order

_NEWEST = re.compile(
    r"(?<!at the )\b(?:latest|newest|most\s+recent(?:ly)?|up[\s-]to[\s-]date)\b|\bcurrently\b"
    r"|\b(?<=the\s)current(?=\s+(?P<of>[^\W\d_]+))",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:at\s+first|initially|originally)\b|\bfirst(?=\s+(?:reported|announced|mentioned|published|appeared|wrote)\b)"
    r"|\b(?:first|earliest|initial|original)(?=\s+(?P<of>[^\W\d_]+))",
    re.IGNORECASE,
)


def find_order(text: str, today: date, names: Sequence[tuple[int, int]] = ()) -> Order | None:
    """Finds an order by date: "the latest", "most recent", "current"; "the first report", "initially".

    Args:
        text: The question.
        today: Its day.
        names: Spans of it that are names.

    Returns:
        The order; None where the question asks for none, or for both.
    """
    newest = [match for match in _NEWEST.finditer(text) if not _in(match, names) and _is_newest(match)]
    first = [match for match in _FIRST.finditer(text) if not _in(match, names) and _is_first(match)]
    if bool(newest) == bool(first):
        return None
    return Order(bool(newest), (newest or first)[0][0], today)


def _in(match: re.Match[str], names: Sequence[tuple[int, int]]) -> bool:
    return any(match.start() < end and start < match.end() for start, end in names)


def _is_newest(match: re.Match[str]) -> bool:
    """Tells "the current budget" from "the current in the wire" and from "current affairs"."""
    following = match["of"]
    return not following or (bool(content_terms(following)) and following.casefold() not in NO_NEWS)


def _is_first(match: re.Match[str]) -> bool:
    """Tells the first of what is given again and again from "the first minister" and "the first day"."""
    following = (match["of"] or "").casefold()
    return not following or following in GIVEN_AGAIN
