"""The figures of a passage, each with what tells whether it speaks of the same thing as another one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from corpus.text import sentence_spans
from qa.figures.counted import ONE_PERSON, Counted, counted, measured
from qa.language.quantities import Quantity, find_quantities
from qa.times.day_names import DayName, find_days

Span = tuple[int, int]

KEPT = 4000  # passages whose figures are kept for the questions to come

_CLAUSE_END = re.compile(r"[;:—–]|,(?!\d)|\s-\s|\b(?:but|while|whereas)\b")
_PLACE = re.compile(
    r"\b(first|opening|second|third|fourth|fifth)\s+(?:[a-z-]+\s)?(?:day|session|round|meeting)\b", re.IGNORECASE
)
_PLACES = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
# What sets one meeting apart from another of the same people.
_APART = re.compile(
    r"\b(?:closed[- ]doors?|behind closed doors|private|privately|separate|separately|bilateral|one[- ]on[- ]one|"
    r"sidelines?|informal|informally|after the main|another|a second|a further)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"(?:It|This|He|She|They|These)\b")
_POINT_IN_TIME = re.compile(r"\s*(?:ago|later|earlier|from now|hence|old)\b", re.IGNORECASE)
_POINT_BESIDE = re.compile(r"\s*(?:before|after)\b", re.IGNORECASE)  # "two hours before midnight"
_LASTS = re.compile(r"\b(?:last(?:s|ed|ing)?|took|takes?|ran|went on|continued|for|after)\s+$", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:said|told|reported|says|announced|posted|wrote|published)\b[^,;]{0,40}$", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"\b(?:the|a)\s+(?:previous day|day (?:before|earlier))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its sentence.

    Attributes:
        start: Offset of its first code point in the article.
        end: Offset after its last.
        sentence: Span of its sentence in the article.
        value: What it says.
        clause: The clause it stands in.
        counted: What is counted; empty where the value has a unit or is a day.
        measured: What an amount, a length of time or a day is of; see `qa.figures.counted.MEASURED`.
        weekday: The day it speaks of, 0 for Monday: the one named nearest to it; None where none is named.
        place: Which of several days, sessions or rounds is spoken of, from 1; 0 where that is not said.
        apart: Whether its event is set apart from others of its kind, as a closed-door session is from the talks.
    """

    start: int
    end: int
    sentence: Span
    value: Quantity | DayName
    clause: str
    counted: Counted = field(default_factory=Counted)
    measured: str = ""
    weekday: int | None = None
    place: int = 0
    apart: bool = False

    @property
    def kind(self) -> str:
        """What it is: ``"day"``, ``"count"``, or the kind of its unit."""
        return _kind(self.value)

    @property
    def dimension(self) -> str:
        """What can be compared with it at all."""
        if isinstance(self.value, DayName) or self.value.unit is None:
            return self.kind
        return self.value.unit.dimension


def _kind(value: Quantity | DayName) -> str:
    if isinstance(value, DayName):
        return "day"
    return value.unit.kind if value.unit else "count"


@lru_cache(maxsize=KEPT)
def find_figures(text: str, offset: int, published: date | None) -> tuple[Figure, ...]:
    """Finds the figures of a passage.

    Args:
        text: The passage.
        offset: Where it stands in its article.
        published: When the article was published.

    Returns:
        Figures in order. Numbers of which nothing is counted, and days on which somebody said something, are none.
    """
    spans = sentence_spans(text)
    before = ["", *(text[start:end] for start, end in spans)]
    return tuple(
        figure
        for (start, end), earlier in zip(spans, before, strict=False)
        for figure in _of_sentence(text[start:end], offset + start, earlier, published)
    )


def places(text: str) -> frozenset[int]:
    """Returns which of several days, sessions or rounds a text speaks of, from 1."""
    return frozenset(_PLACES[match[1].casefold()] for match in _PLACE.finditer(text))


def set_apart(text: str) -> bool:
    """Says whether a text speaks of an event that is set apart from others of its kind."""
    return bool(_APART.search(text))


def _of_sentence(sentence: str, at: int, before: str, published: date | None) -> Iterator[Figure]:
    days = list(find_days(sentence, published))
    values: list[Quantity | DayName] = [*find_quantities(sentence), *days]
    values += [Quantity(*match.span(), None, 1.0, 1.0) for match in ONE_PERSON.finditer(sentence)]
    names: set[str] = set()  # of what the sentence has counted so far
    last = 0
    for value in sorted(values, key=lambda value: value.start):
        left, right = _clause(sentence, value)
        told = _what(sentence, value, (left, right))
        if told is None:
            continue
        if names and not told.fate and (told.terms & names or ":" in sentence[last : value.start]):
            told = replace(told, part=True)  # "seven counts: two counts of fraud, five conspiracy charges"
        elif told.terms:
            names, last = names | told.terms, value.end
        clause = sentence[left:right]
        place = places(clause) or places(sentence)
        yield Figure(
            start=at + value.start,
            end=at + value.end,
            sentence=(at, at + len(sentence)),
            value=value,
            clause=clause,
            counted=told,
            measured=measured(
                "duration" if isinstance(value, DayName) else _kind(value),
                sentence,
                value.start,
                value.end,
                (left, right),
            ),
            weekday=_weekday(value, days, clause, before if not days else "", published),
            place=min(place) if len(place) == 1 else 0,
            apart=set_apart(f"{before} {sentence}" if _POINTS_BACK.match(sentence) else sentence),
        )


def _clause(sentence: str, value: Quantity | DayName) -> Span:
    ends = list(_CLAUSE_END.finditer(sentence))
    left = max((end.end() for end in ends if end.end() <= value.start), default=0)
    return left, min((end.start() for end in ends if end.start() >= value.end), default=len(sentence))


def _weekday(
    value: Quantity | DayName, days: list[DayName], clause: str, before: str, published: date | None
) -> int | None:
    """Returns the day that is named nearest; "It broke up after two hours" speaks of one that was named before."""
    named = sorted(days, key=lambda day: abs(day.start - value.start)) or list(find_days(before, published))[-1:]
    if not named:
        return None
    return (named[0].weekday - (1 if _DAY_BEFORE.search(clause) else 0)) % 7


def _what(sentence: str, value: Quantity | DayName, clause: Span) -> Counted | None:
    """Returns what is counted, empty where the value says so itself, and None where there is nothing to compare."""
    if isinstance(value, DayName):
        return None if _TOLD.search(sentence, clause[0], value.start) else Counted()
    if value.unit is None:
        told = counted(sentence, value.start, value.end, clause)
        one = value.low == value.high == 1.0
        return None if told is None or (one and not told.fate) else told
    if value.unit.kind == "duration" and _is_point_in_time(sentence, value):
        return None
    return Counted()


def _is_point_in_time(sentence: str, value: Quantity) -> bool:
    if _POINT_IN_TIME.match(sentence, value.end):
        return True
    return bool(_POINT_BESIDE.match(sentence, value.end)) and not _LASTS.search(sentence, 0, value.start)
