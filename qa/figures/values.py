"""Finds the values of a sentence, each with what it counts; one without a unit takes that of the one beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.figures.ages import find_ages
from qa.figures.counted import ONE_PERSON, Counted, counted
from qa.figures.shares import find_shares
from qa.language.quantities import Quantity, find_quantities
from qa.times.day_names import DayName

Span = tuple[int, int]

# What any figure but a day holds.
_NUMBER = re.compile(
    r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|several|multiple|numerous|dozens?|scores|every|"
    r"anniversary)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[;:—–]|,(?!\d)|\s-\s|\b(?:but|while|whereas)\b")
_POINT_IN_TIME = re.compile(r"\s*(?:ago|later|earlier|from now|hence|old)\b", re.IGNORECASE)
_POINT_BESIDE = re.compile(r"\s*(?:before|after)\b", re.IGNORECASE)  # "two hours before midnight"
_LASTS = re.compile(r"\b(?:last(?:s|ed|ing)?|took|takes?|ran|went on|continued|for|after)\s+$", re.IGNORECASE)
# "in the past three years", "within two weeks": a span in which something else happened.
_SPAN_OF_TIME = re.compile(
    r"\b(?:(?:the|these|his|her|its|their|our) (?:past|last|next|previous|coming|first|recent|final)|within|every|"
    r"each)\s+$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:said|told|reported|says|announced|posted|wrote|published)\b[^,;]{0,40}$", re.IGNORECASE)
# What may follow a number whose unit is left out: "Osk has 400 inhabitants, Tarn 900".
_BARE = re.compile(
    r"\s*(?:[,;.)?!]|$|(?:and|but|or|to|in|for|from|at|on|by|with|against|last|the|as|respectively|per|while|after|"
    r"before|this|were|was|are|is|did|had|of)\b)",
    re.IGNORECASE,
)
_NO_FIGURE = re.compile(r"\b(?:page|no\.|number|since|until|line|gate|room|than one)\s+$", re.IGNORECASE)
_AGED = re.compile(r"(?:over|under|just over|just under)\s+\d\d\b", re.IGNORECASE)  # "people over 60"
_AT = re.compile(r"\bat\s+$", re.IGNORECASE)
_FAR = 140  # code points between a number and the one whose unit it takes, at most
_HOURS = 24


@dataclass(frozen=True, slots=True)
class Value:
    """A value in its sentence.

    Attributes:
        value: What it says.
        counted: What it counts; empty where its unit says so, or it is a day.
        clause: The clause it stands in.
    """

    value: Quantity | DayName
    counted: Counted
    clause: Span

    @property
    def kind(self) -> str:
        """What it is: ``"day"``, ``"count"``, or the kind of its unit."""
        return kind_of(self.value)

    @property
    def dimension(self) -> str:
        """What can be compared with it at all."""
        return dimension_of(self.value)

    def may_be_beside(self, other: "Value") -> bool:
        """Says whether another one of the same dimension counts the same, so that one may be taken for the other."""
        return self.kind != "count" or self.counted.same(other.counted)


def kind_of(value: Quantity | DayName) -> str:
    """Returns what a value is: ``"day"``, ``"count"``, or the kind of its unit."""
    if isinstance(value, DayName):
        return "day"
    return value.unit.kind if value.unit else "count"


def dimension_of(value: Quantity | DayName) -> str:
    """Returns what can be compared with a value at all."""
    if isinstance(value, DayName) or value.unit is None:
        return kind_of(value)
    return value.unit.dimension


def find_values(sentence: str, days: Sequence[DayName] = ()) -> list[Value]:
    """Finds the values of a sentence, in order.

    Args:
        sentence: The sentence.
        days: The days that it names.
    """
    if not days and not _NUMBER.search(sentence):
        return []
    found = [(value, _clause(sentence, value)) for value in _all(sentence, days)]
    told = [(value, _what(sentence, value, clause), clause) for value, clause in found]
    whole = [Value(value, what, clause) for value, what, clause in told if what is not None]
    givers = [one for one in whole if not isinstance(one.value, DayName) and (one.value.unit or one.counted.terms)]
    return [
        one for value, what, clause in told if (one := _completed(sentence, value, what, clause, givers)) is not None
    ]


def _all(sentence: str, days: Sequence[DayName]) -> list[Quantity | DayName]:
    sure: list[Quantity | DayName] = [*find_shares(sentence), *find_ages(sentence)]
    values: list[Quantity | DayName] = [*find_quantities(sentence, behind_names=True), *days]
    values += [Quantity(*match.span(), None, 1.0, 1.0) for match in ONE_PERSON.finditer(sentence)]
    values = [value for value in values if not any(one.start < value.end and value.start < one.end for one in sure)]
    return sorted([*sure, *values], key=lambda value: value.start)


def _clause(sentence: str, value: Quantity | DayName) -> Span:
    ends = list(_CLAUSE_END.finditer(sentence))
    left = max((end.end() for end in ends if end.end() <= value.start), default=0)
    return left, min((end.start() for end in ends if end.start() >= value.end), default=len(sentence))


def _what(sentence: str, value: Quantity | DayName, clause: Span) -> Counted | None:
    """Returns what is counted, empty where the value says so itself, and None where there is nothing to compare."""
    if isinstance(value, DayName):
        return None if _TOLD.search(sentence, clause[0], value.start) else Counted()
    if value.unit is None:
        told = counted(sentence, value.start, value.end, clause)
        if _SPAN_OF_TIME.search(sentence, 0, value.start):  # "the next two games"
            return None
        one = value.low == value.high == 1.0
        return None if told is None or (one and not told.fate) else told
    if value.unit.kind == "duration" and _is_point_in_time(sentence, value):
        return None
    return Counted()


def _is_point_in_time(sentence: str, value: Quantity) -> bool:
    if _POINT_IN_TIME.match(sentence, value.end) or _SPAN_OF_TIME.search(sentence, 0, value.start):
        return True
    return bool(_POINT_BESIDE.match(sentence, value.end)) and not _LASTS.search(sentence, 0, value.start)


def _completed(
    sentence: str, value: Quantity | DayName, what: Counted | None, clause: Span, givers: Sequence[Value]
) -> Value | None:
    """Completes a number that counts nothing by the unit, or by what is counted, of the nearest one."""
    lacks = isinstance(value, Quantity) and value.unit is None and (what is None or not what.terms)
    if lacks and isinstance(value, Quantity) and (giver := _giver(sentence, value, what, givers)):
        return Value(_with_unit(value, giver.value), giver.counted if what is None else _joined(what, giver), clause)
    return None if what is None else Value(value, what, clause)


def _giver(sentence: str, value: Quantity, what: Counted | None, givers: Sequence[Value]) -> Value | None:
    if not _BARE.match(sentence, value.end) or _NO_FIGURE.search(sentence, 0, value.start):
        return None
    if _AGED.match(sentence, value.start) and not sentence[: value.start].rstrip().endswith((",", ";")):
        return None
    if value.low == 1.0 or value.vague:
        return None
    near = [one for one in givers if _apart(one.value, value) <= _FAR and _may_give(sentence, one, value, what)]
    earlier = [one for one in near if one.value.end <= value.start]
    return earlier[-1] if earlier else next(iter(near), None)


def _may_give(sentence: str, giver: Value, value: Quantity, what: Counted | None) -> bool:
    if what is not None and what.fate:
        return giver.kind == "count" and giver.counted.of_people
    if giver.kind in ("age", "day"):
        return False
    if value.low > _HOURS or giver.kind in ("share", "measure"):
        return giver.kind not in ("share", "duration") or value.low <= 1000
    return not _AT.search(sentence, 0, value.start)


def _apart(one: Quantity | DayName, other: Quantity | DayName) -> int:
    return max(one.start - other.end, other.start - one.end)


def _with_unit(value: Quantity, giver: Quantity | DayName) -> Quantity:
    unit = giver.unit if isinstance(giver, Quantity) else None
    size = unit.size if unit else 1.0
    return replace(value, unit=unit, low=value.low * size, high=value.high * size)


def _joined(what: Counted, giver: Value) -> Counted:
    return replace(what, terms=giver.counted.terms, name=giver.counted.name)
