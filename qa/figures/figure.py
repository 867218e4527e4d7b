"""The figures of a passage, each with what tells whether it speaks of the same thing as another one."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from corpus.text import sentence_spans
from qa.figures.binding import bind
from qa.figures.bound import Bound
from qa.figures.counted import Counted, measured
from qa.figures.roles import role
from qa.figures.values import Value, dimension_of, find_values, kind_of
from qa.language.quantities import Quantity
from qa.times.day_names import DayName, find_days

Span = tuple[int, int]

KEPT = 4000  # passages whose figures are kept for the questions to come

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
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]*")  # within a sentence
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
        bound: The words of its sentence that say what it is of, and those of the figures beside it.
        role: Whether it is how it was before, or a change; see `qa.figures.roles`.
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
    bound: Bound = field(default_factory=Bound)
    role: str = ""

    @property
    def kind(self) -> str:
        """What it is: ``"day"``, ``"count"``, or the kind of its unit."""
        return kind_of(self.value)

    @property
    def dimension(self) -> str:
        """What can be compared with it at all."""
        return dimension_of(self.value)


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
    known = frozenset(_NAME.findall(text))
    return tuple(
        figure
        for (start, end), earlier in zip(spans, before, strict=False)
        for figure in _of_sentence(text[start:end], offset + start, earlier, published, known)
    )


def places(text: str) -> frozenset[int]:
    """Returns which of several days, sessions or rounds a text speaks of, from 1."""
    return frozenset(_PLACES[match[1].casefold()] for match in _PLACE.finditer(text))


def set_apart(text: str) -> bool:
    """Says whether a text speaks of an event that is set apart from others of its kind."""
    return bool(_APART.search(text))


def _of_sentence(sentence: str, at: int, before: str, published: date | None, known: Set[str]) -> Iterator[Figure]:
    days = list(find_days(sentence, published))
    values = find_values(sentence, days)
    roles = [role(value.kind, sentence, value.value.start, value.value.end) for value in values]
    names: set[str] = set()  # of what the sentence has counted so far
    last = 0
    for one, part, to in zip(values, roles, _bound(sentence, values, roles, before, known), strict=True):
        value, told, (left, right) = one.value, one.counted, one.clause
        again = bool(told.terms & names) and not to.terms
        if names and not told.fate and (again or ":" in sentence[last : value.start]):
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
                "duration" if isinstance(value, DayName) else one.kind, sentence, value.start, value.end, (left, right)
            ),
            weekday=_weekday(value, days, clause, before if not days else "", published),
            place=min(place) if len(place) == 1 else 0,
            apart=set_apart(f"{before} {sentence}" if _POINTS_BACK.match(sentence) else sentence),
            bound=to,
            role=part,
        )


def _bound(sentence: str, values: Sequence[Value], roles: Sequence[str], before: str, known: Set[str]) -> list[Bound]:
    """Binds each value, apart from those of its dimension; beside it stand those of its role that count the same."""

    def bound(places: Sequence[int]) -> dict[int, Bound]:
        spans = [(values[place].value.start, _end(sentence, values[place])) for place in places]
        return {
            place: replace(to, terms=to.terms - values[place].counted.terms)
            for place, to in zip(places, bind(sentence, spans, before, known), strict=True)
        }

    found: dict[int, Bound] = {}
    sorts = [(value.dimension, part) for value, part in zip(values, roles, strict=True)]
    for sort in dict.fromkeys(sorts):
        alike = [place for place, value in enumerate(values) if value.dimension == sort[0]]
        same = [place for place in alike if sorts[place] == sort]
        own = bound(alike)
        if len(same) < len(alike) and not all(own[place].terms for place in same):
            own = bound(same)  # "rose from 3 to 5 per cent": their roles tell them apart, the other words are of both
        for place in same:
            rivals = [own[at] for at in same if at != place and values[place].may_be_beside(values[at])]
            found[place] = replace(own[place], beside=tuple(rivals))
    return [found[place] for place in range(len(values))]


def _end(sentence: str, one: Value) -> int:
    """Returns where a value ends with the name of what it counts."""
    name = sentence.find(one.counted.name, one.value.end) if one.counted.name else -1
    return name + len(one.counted.name) if 0 <= name - one.value.end <= 4 else one.value.end


def _weekday(
    value: Quantity | DayName, days: list[DayName], clause: str, before: str, published: date | None
) -> int | None:
    """Returns the day that is named nearest; "It broke up after two hours" speaks of one that was named before."""
    named = sorted(days, key=lambda day: abs(day.start - value.start)) or list(find_days(before, published))[-1:]
    if not named:
        return None
    return (named[0].weekday - (1 if _DAY_BEFORE.search(clause) else 0)) % 7
