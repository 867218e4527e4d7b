"""Tells from a question which figure is asked for, if any, and of what."""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from qa.figures.counted import FATES, PEOPLE, measured_in
from qa.figures.figure import Figure, places, set_apart
from qa.figures.roles import asks_change
from qa.figures.subject import Subject
from qa.figures.values import Value
from qa.language import content_terms
from qa.language.terms import is_long

KEPT = 32  # questions; a search and its quotations ask for the same one

_HOW_LONG = re.compile(
    r"\bhow (?:long|many (?:seconds|minutes|hours|days|weeks|months|years|decades))\b", re.IGNORECASE
)
# "How long is the ship?" asks for its length, "how long is the talk?" and "how long was it shut?" for a time.
_HOW_LONG_IS = re.compile(r"\bhow long (?:is|was|are|were) ([^,;?]*)", re.IGNORECASE)
# What is built or flows has a length, wherever it leads: "How long is the road to the mine?"
_HAS_LENGTH = re.compile(
    r"(?:(?:the|an?|this|that|its|their)\s)?(?:[\w’'-]+\s){0,3}?(?:bridge|road|tunnel|street|motorway|highway|railway|"
    r"track|path|trail|river|canal|wall|fence|border|coast|beach|pier|quay|dam|dyke|pipeline|cable|runway)s?"
    r"(?:\s+(?:to|from|over|across|between|through|around|along|at|near|of|in(?! (?:use|service)))\b.*)?\W*",
    re.IGNORECASE,
)
_STATE = (
    r"\b(?:aground|ahead|alive|alone|apart|asleep|available|away|awake|dead|down|gone|held|hidden|ill|kept|known|lost|"
    r"mayor|missing|off|offline|online|open|out|president|shut|sick|stuck|there|together|unconscious|valid|\w+ed|"
    r"\w+ing)\W*$"
)
_LASTING = re.compile(
    r"\b(?:break|campaign|case|concert|conflict|contract|course|crossing|deal|delay|drive|episode|event|exile|fight|film|"
    r"flight|game|hearing|holiday|interview|journey|leave|loan|match|meeting|mission|movie|outage|pause|performance|"
    r"play|programme|program|ride|school year|season|sentence|session|shift|show|siege|speech|stay|strike|summit|"
    rf"talks?|tenure|term|tour|training|trial|trip|truce|visit|voyage|wait|war|warranty)s?\b|{_STATE}|"
    r"\b(?:in|on|at|under|without|as|for|to)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\bwhen\b|\b(?:what|which) (?:day|date)\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?:what|which) (?:share|percentage|per ?cent|proportion|part)\b|\bthe (?:share|percentage|proportion) of\b|"
    r"\b(?:turnout|(?:unemployment|inflation|interest|approval) rates?|inflation|unemployment)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\bhow (?:much|high|big|large|great)\b[^;?]*\b(?:damages?|loss(?:es)?(?! of (?:life|lives|jobs)))\b|"
    r"\bhow expensive\b|\bhow much money\b|\bhow much (?:is|are|was|were) (?:an? |the )?(?:(?-i:[A-Z])|\w+ ticket)|"
    r"\b(?:what|how (?:much|high|big|large))\b[^;?]*\b(?:costs?|prices?|fares?|worth|pay|paid|pays|"
    r"charges?|spend|spent|earn(?:s|ed)?|owes?|owed|raise[sd]?|fines?|fined|invest(?:s|ed)?|salary|wages?|budget|debts?|"
    r"sell|sold for|sale for|buy|bought|donated?|profits?|revenues?|bill|loan|fee|rent|ticket)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\bhow much\b(\s(?:is|are|was|were|did|does|do|will|would|has|have)\b)?", re.IGNORECASE)
_AGE = re.compile(r"\bhow old\b|\bwhat age\b|\bthe age of\b", re.IGNORECASE)
_COUNT = re.compile(r"\bhow many\s+((?:[\w-]+\s?){1,3})|\bthe (?:number|count) of ((?:[\w-]+\s?){1,3})", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\s(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|should|in|of|at|on|to|from|with|who|that|[A-Z])"
)
_END = re.compile(r"\b(?:end|ends|ended|finish|finished|conclude|concluded|over|close|closed)\b", re.IGNORECASE)
_CASUALTIES = re.compile(r"\b(?:casualt(?:y|ies)|victims|(?:death )?toll)\b", re.IGNORECASE)
_WHAT = r"what (?:(?:is|was|are|were) )?(?:the )?"
# What is measured, in the words of questions.
_DIMENSIONS = {
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE): frozenset(dimensions.split())
    for words, dimensions in {
        rf"how (?:far|high|deep|tall|wide|thick)|{_WHAT}(?:distance|height|depth|length|width)": "length",
        "how (?:big|large)": "length area volume",
        rf"how (?:heavy|much (?:\w+ ){{0,4}}weighs?)|{_WHAT}weight": "mass",
        rf"how fast|{_WHAT}speed|how strong": "speed",
        rf"how (?:hot|cold|warm|cool)|{_WHAT}temperature|the temperature": "temperature fahrenheit",
    }.items()
}


_LENGTH = frozenset({"length", "time"})


class _Kinds(NamedTuple):
    kinds: Set[str]
    dimensions: frozenset[str] = frozenset()
    rather: str = ""


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """What figure a question asks for.

    Attributes:
        kinds: Kinds of figures that may answer; none where no figure is asked for.
        dimensions: What is measured; empty where any of the kinds will do.
        rather: The kind that is meant where the passage gives one of it; empty where none is preferred.
        fates: What happened to the people whose number is asked for.
        counted: Terms of what is counted.
        measured: What an amount is asked of; see `qa.figures.counted.MEASURED`.
        places: Which of several days, sessions or rounds it speaks of.
        apart: Whether it asks of an event that is set apart from others of its kind.
        last: Whether it asks for the end of something: of several days in a sentence the last one tells.
        change: Whether it asks how much something changed, where others ask how much it is.
        subject: What the figure is asked of.
    """

    kinds: frozenset[str]
    dimensions: frozenset[str]
    rather: str
    fates: frozenset[str]
    counted: frozenset[str]
    measured: frozenset[str]
    places: frozenset[int]
    apart: bool
    last: bool
    change: bool
    subject: Subject

    def is_of_kind(self, figure: Figure | Value) -> bool:
        """Says whether a figure is of a kind that may answer, and counts what is asked for."""
        if figure.kind not in self.kinds or (self.dimensions and figure.dimension not in self.dimensions):
            return False
        return figure.kind != "count" or self._counts(figure)

    def _counts(self, figure: Figure | Value) -> bool:
        if self.fates or figure.counted.fate:
            return figure.counted.fate in self.fates and (figure.counted.may_be_people or not self.counted & PEOPLE)
        return figure.counted.names(self.counted)


def asked_figure(question: str) -> AskedFigure:
    """Reads a question.

    Args:
        question: What is searched for.
    """
    kinds, dimensions, rather = _kinds(question)
    count = None if "duration" in kinds else _COUNT.search(question)
    fates = {name for name, pattern in FATES.items() if pattern.search(question)}
    if casualties := _CASUALTIES.search(question):
        fates |= {"killed", "injured"}
    if count or casualties:
        kinds = kinds | {"count"}
    counted = content_terms(_AUXILIARY.split(count[1] or count[2])[0]) if count else []
    return AskedFigure(
        kinds=frozenset(kinds),
        dimensions=dimensions if "count" not in kinds else frozenset(),
        rather=rather,
        fates=frozenset(fates),
        counted=frozenset(counted),
        measured=measured_in(question),
        places=places(question),
        apart=set_apart(question),
        last=bool(_END.search(question)),
        change=asks_change(question),
        subject=Subject.of(question, frozenset(counted)),
    )


@lru_cache(maxsize=KEPT)
def asked_alone(question: str) -> AskedFigure:
    """Reads a question that asks for one thing; of a long one, which may ask for a figure in a part of it, none."""
    return asked_figure("" if is_long(question) else question)


def _kinds(question: str) -> _Kinds:
    """Returns the kinds of figures that a question may ask for."""
    if _AGE.search(question):
        return _Kinds({"age"})
    if _HOW_LONG.search(question):
        return _how_long(question)
    day = {"day"} if _DAY.search(question) else set()
    if _SHARE.search(question):
        return _Kinds(day | {"share"})
    if _PRICE.search(question):
        return _Kinds(day | {"money"})
    for pattern, dimensions in _DIMENSIONS.items():
        if pattern.search(question):
            return _Kinds({"measure"}, dimensions)
    if amount := _AMOUNT.search(question):
        return _Kinds(day | {"money", "measure", "share"}, rather="money" if amount[1] else "")
    return _Kinds(day)


def _how_long(question: str) -> _Kinds:
    """Tells a length from a length of time; where it may be either, a length is rather meant."""
    found = _HOW_LONG_IS.search(question)
    if found and _HAS_LENGTH.fullmatch(found[1]) and not re.search(_STATE, found[1], re.IGNORECASE):
        return _Kinds({"measure"}, frozenset({"length"}))
    if found and not _LASTING.search(found[1]):
        return _Kinds({"measure", "duration"}, _LENGTH, "measure")
    return _Kinds({"duration"})
