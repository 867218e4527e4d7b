"""Tells from a question which figure is asked for, if any."""

import re
from dataclasses import dataclass

from qa.figures.counted import FATES, measured_in
from qa.figures.figure import places, set_apart
from qa.language import content_terms

_DURATION = re.compile(
    r"\bhow (?:long|many (?:seconds|minutes|hours|days|weeks|months|years|decades))\b", re.IGNORECASE
)
_DAY = re.compile(r"\bwhen\b|\b(?:what|which) (?:day|date)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:what|which) (?:share|percentage|per ?cent|proportion)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\bhow (?:much|expensive)\b|\bwhat (?:is|was|were|will|would|did|does|do|are)\b[^,;]{0,40}\b"
    r"(?:costs?|price|worth)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\bhow (?:far|high|deep|tall|wide|big|large|heavy|fast)\b|\bhow long (?:is|was|are|were) [^,]*\w\?*$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\bhow many\s+((?:[\w-]+\s?){1,3})|\bthe (?:number|count) of ((?:[\w-]+\s?){1,3})", re.IGNORECASE)
_END = re.compile(r"\b(?:end|ends|ended|finish|finished|conclude|concluded|over|close|closed)\b", re.IGNORECASE)
_CASUALTIES = re.compile(r"\b(?:casualt(?:y|ies)|victims|(?:death )?toll)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """What figure a question asks for.

    Attributes:
        kinds: Kinds of figures that may answer; none where no figure is asked for.
        fates: What happened to the people whose number is asked for.
        counted: Terms of what is counted.
        measured: What an amount is asked of; see `qa.figures.counted.MEASURED`.
        places: Which of several days, sessions or rounds it speaks of.
        apart: Whether it asks of an event that is set apart from others of its kind.
        last: Whether it asks for the end of something: of several days in a sentence the last one tells.
    """

    kinds: frozenset[str]
    fates: frozenset[str]
    counted: frozenset[str]
    measured: frozenset[str]
    places: frozenset[int]
    apart: bool
    last: bool


def asked_figure(question: str) -> AskedFigure:
    """Reads a question.

    Args:
        question: What is searched for.
    """
    kinds = set()
    if _DURATION.search(question):
        kinds.add("duration")
    if _DAY.search(question):
        kinds.add("day")
    if _SHARE.search(question):
        kinds.add("share")
    if _AMOUNT.search(question):
        kinds |= {"money", "measure", "share"}
    if _SIZE.search(question):
        kinds.add("measure")
    count = None if kinds & {"duration"} else _COUNT.search(question)
    fates = {name for name, pattern in FATES.items() if pattern.search(question)}
    if casualties := _CASUALTIES.search(question):
        fates |= {"killed", "injured"}
    if count or casualties:
        kinds.add("count")
    counted = content_terms(count[1] or count[2]) if count else []
    return AskedFigure(
        frozenset(kinds),
        frozenset(fates),
        frozenset(counted),
        measured_in(question),
        places(question),
        set_apart(question),
        bool(_END.search(question)),
    )
