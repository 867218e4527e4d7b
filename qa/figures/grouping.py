"""Puts figures side by side: under one heading only what counts or measures the same thing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from index.encode import Vector
from qa.figures.asked import AskedFigure
from qa.figures.counted import PEOPLE
from qa.figures.figure import Figure
from qa.figures.roles import EARLIER
from qa.language.quantities import Quantity, same_value
from qa.language.units import DAY
from qa.passage import Passage
from qa.times.day_names import DayName

SPREAD = {"duration": 6.0, "count": 30.0, "money": 30.0}  # figures further apart than this are of different things
DIFFERING = 0.6  # of the fewer own words, in common to amounts that differ and that nobody asked for
SMALL = 12  # counts that two things may have in common by chance
ONE_SITTING = DAY  # seconds; what lasted longer was not on one day


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """A figure that an outlet gives.

    Attributes:
        figure: The figure.
        quote: The sentence around it; the highlight in it is the figure.
        text: Number of the text it stands in: copies in several outlets are one text.
        vector: The sentence as a vector, shape (dimension,), length 1.
    """

    figure: Figure
    quote: Passage
    text: int
    vector: Vector = field(compare=False)

    @property
    def outlet(self) -> str:
        """Display name of the outlet."""
        return self.quote.citation.outlet

    @property
    def words(self) -> str:
        """How the figure is written."""
        return self.quote.highlights[0].text


def may_answer(figure: Figure, asked: AskedFigure, day_of: dict[int, int]) -> bool:
    """Says whether a figure is of what is asked for, as far as its own words tell.

    Args:
        figure: The figure.
        asked: What is asked for.
        day_of: Weekday of the first, second ... day, as far as it is known.
    """
    if not asked.is_of_kind(figure) or figure.counted.part or figure.apart != asked.apart:
        return False
    if figure.role == EARLIER or (bool(figure.role) != asked.change and figure.kind in ("share", "money", "measure")):
        return False
    if figure.kind == "count":
        vague = isinstance(figure.value, Quantity) and figure.value.vague
        return not vague or bool(figure.counted.fate or asked.counted & PEOPLE)
    if figure.kind == "day":
        return True
    if asked.measured and figure.measured and figure.measured not in asked.measured:
        return False
    if not asked.places or figure.place:
        return not asked.places or figure.place in asked.places
    days = {day_of[place] for place in asked.places if place in day_of}
    return not days or figure.weekday in days


def is_named(figure: Figure, asked: AskedFigure) -> bool:
    """Says whether a figure names what is asked for, where other figures of its kind only stand near the question."""
    if figure.kind == "count":
        return bool(figure.counted.fate) or bool(figure.counted.terms & asked.counted)
    by_kind = bool(asked.dimensions) or figure.kind == "age"
    return by_kind or figure.measured in asked.measured or figure.place in asked.places


def comparable(one: Figure, other: Figure, day_of: dict[int, int], asked: AskedFigure | None = None) -> bool:
    """Says whether nothing in their own words speaks against two figures being of the same thing.

    Args:
        one: A figure.
        other: Another one.
        day_of: Weekday of the first, second ... day, as far as it is known.
        asked: What both were found to answer. Where it names somebody or something, they are of that.
    """
    if one.dimension != other.dimension or one.apart != other.apart:
        return False
    if isinstance(one.value, DayName) or isinstance(other.value, DayName):
        return True
    if one.kind == "count" and not one.counted.same(other.counted):
        return False
    if not one.counted.fate and not _of_one_order(one.value, other.value, SPREAD.get(one.kind, float("inf"))):
        return False
    if one.role != other.role and not same_value(one.value, other.value):
        return False
    return _measure_the_same(one, other, asked) and _at_one_time(one, other, day_of)


def _measure_the_same(one: Figure, other: Figure, asked: AskedFigure | None) -> bool:
    measured = {one.measured, other.measured} - {""}
    if len(measured) > 1 and not (asked and measured <= asked.measured):
        return False
    told = bool(asked and asked.subject.names) or (bool(one.measured) and _days_tell(one, other))
    return told or one.bound.may_be_of(other.bound)


def _days_tell(one: Figure, other: Figure) -> bool:
    """Says whether the days tell which of several meetings two lengths of time are of; `_at_one_time` compares them."""
    return one.kind == "duration" and any(figure.place or figure.weekday is not None for figure in (one, other))


def _at_one_time(one: Figure, other: Figure, day_of: dict[int, int]) -> bool:
    """Says whether two figures may be of the same of several days or sessions."""
    if one.place and other.place:
        return one.place == other.place
    values = [figure.value for figure in (one, other) if isinstance(figure.value, Quantity)]
    if one.kind != "duration" or max(value.low for value in values) > ONE_SITTING:
        return True
    days = [figure.weekday if figure.weekday is not None else day_of.get(figure.place) for figure in (one, other)]
    return None in days or days[0] == days[1]


def are_akin(one: Figure, other: Figure) -> bool:
    """Says whether two figures have words of their own in common, or the same happened to those whom they count."""
    if one.counted.fate:
        return True
    likeness = one.bound.likeness(other.bound)
    if isinstance(one.value, DayName) or isinstance(other.value, DayName) or same_value(one.value, other.value):
        return likeness > 0
    if one.kind == "count":
        return likeness > 0 and min(one.value.low, other.value.low) > SMALL
    return likeness >= DIFFERING


def _of_one_order(one: Quantity, other: Quantity, spread: float) -> bool:
    largest = max(value.low if value.vague else value.high for value in (one, other))
    return largest <= spread * min(one.low, other.low)


def is_telling(figure: Figure) -> bool:
    """Says whether a figure may be put beside another though nobody asked for it: where it says what it is of."""
    if figure.kind == "day" or figure.apart or figure.counted.part:
        return False
    if isinstance(figure.value, Quantity) and (figure.value.vague or figure.value.low == 1):
        return False
    return not figure.counted.empty or bool(figure.measured)


def gather(
    given: Sequence[GivenFigure],
    fits: Callable[[GivenFigure, GivenFigure], bool],
    alike: Callable[[GivenFigure, GivenFigure], bool] = lambda *_: True,
) -> list[list[GivenFigure]]:
    """Gathers figures of the same thing: one of each outlet and of each text, unless a copy was changed in its figure.

    Args:
        given: Figures, the most telling first: of several of one outlet the first counts.
        fits: Whether two may be of the same thing; all of a group do.
        alike: Whether two are likely to be; each of a group is like another one.

    Returns:
        Groups with at least two outlets.
    """
    headings: list[list[GivenFigure]] = []
    for one in given:
        for heading in headings:
            others = all(one.outlet != other.outlet and not _repeats(one, other) for other in heading)
            if others and all(fits(one, other) for other in heading) and any(alike(one, other) for other in heading):
                heading.append(one)
                break
        else:
            headings.append([one])
    return [heading for heading in headings if len(heading) > 1]


def _repeats(one: GivenFigure, other: GivenFigure) -> bool:
    """Says whether two figures are of one text; where a copy gives another figure in the same sentence, it counts."""
    left, right = (given.quote.text.replace(given.words, "", 1) for given in (one, other))
    return one.text == other.text and (left != right or one.words == other.words)


def by_value(heading: Iterable[GivenFigure]) -> list[list[GivenFigure]]:
    """Groups the figures of a heading by what they say, the largest group first."""
    groups: list[list[GivenFigure]] = []
    for one in heading:
        for group in groups:
            if says_the_same(group[0], one):
                group.append(one)
                break
        else:
            groups.append([one])
    return sorted(groups, key=lambda group: -len(group))


def says_the_same(one: GivenFigure, other: GivenFigure) -> bool:
    """Says whether two figures are equal, or one of them is the other rounded."""
    first, second = one.figure.value, other.figure.value
    if isinstance(first, DayName) and isinstance(second, DayName):
        return first.may_be(second)
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        return same_value(first, second) and (not first.vague or one.words.casefold() == other.words.casefold())
    return False
