"""Finds the figures that are of what a question asks, among those of the passages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from index.encode import Vector
from qa.compare.matching import Match
from qa.figures import Figure
from qa.figures.asked import AskedFigure
from qa.figures.bound import Bound
from qa.figures.grouping import SMALL, GivenFigure, is_named, says_the_same
from qa.figures.subject import Subject
from qa.language.quantities import Quantity

# All chosen on `sources`, `sample` and questions on MultiHop-RAG; see benchmarks/README.md.
RELEVANT = 0.35  # cosine of a sentence and the question from which its figure may answer
NAMED = 0.2  # the same where the sentence names what the figure is of
DOUBTFUL = 0.05  # the same as NAMED, less what counts against a passage that does not match by itself
DOUBT = 8.0  # sureness below 0 that counts as much as 1 of relevance
SAYS_SO = 0.1  # of relevance, for a figure that says itself that it is what is asked for
LESS = 0.2  # of relevance, for one of which that is only likely
# How surely a figure is of what is named in its sentence: 1. Elsewhere less, and less still where the sentence names
# somebody else.
NEARBY = 0.7  # in the sentence before, or in the headline
NEARBY_OTHERS = 0.3
IN_PASSAGE = 0.5
PRICED_IN_PASSAGE = 0.3  # an amount in a list of offers
ALL = 0.69  # of the mean over the names of the question
HALF = 0.5  # the same where the figure says by its kind what it is of, or says what another one says
MOST = 0.6  # of the mean over all terms, where the sentence names somebody else
NOT, LIKELY, CERTAIN = range(3)
BY_TIME = ("duration", "day")  # kinds that say themselves what they are of
_STUFF = ("volume", "mass")  # asked for by what there is of it: "how much oil"

Given = tuple[Match, GivenFigure]


@dataclass(frozen=True, slots=True)
class Answering:
    """Figures that are of what is asked.

    Attributes:
        figures: The figures, certain ones before likely ones, the nearest first.
        certain: Those that are certain, by `id`.
    """

    figures: tuple[GivenFigure, ...]
    certain: frozenset[int]

    def may_stand_together(self, one: GivenFigure, other: GivenFigure) -> bool:
        """Says whether two figures may be shown as of the same thing.

        Both are certain, or what they say speaks for it: the same, to the last digit and in like words where neither is
        certain.
        """
        certain = len({id(one), id(other)} & self.certain)
        return certain == 2 or (says_the_same(one, other) and (certain == 1 or _are_equal(one, other)))


def _are_equal(one: GivenFigure, other: GivenFigure) -> bool:
    first, second = one.figure.value, other.figure.value
    equal = isinstance(first, Quantity) and isinstance(second, Quantity) and first.low == second.low
    return equal and one.figure.bound.likeness(other.figure.bound) >= HALF


def answering(given: Sequence[Given], asked: AskedFigure, question: Vector) -> Answering:
    """Finds the figures that are of what is asked, and near enough to the question.

    Args:
        given: Figures that may answer as far as their own words tell.
        asked: What is asked for.
        question: The encoded question.

    Returns:
        The figures; of days in one sentence the right one first.
    """
    relevance: dict[int, float] = {}
    certain: set[int] = set()
    near = []
    for match, one in given:
        named, cosine = is_named(one.figure, asked), float(one.vector @ question)
        if _is_near(cosine, match, named=named) and (certainty := _certainty(one.figure, match, asked)):
            relevance[id(one)] = cosine + (SAYS_SO if named else 0.0) - (0 if certainty == CERTAIN else LESS)
            near.append(one)
            certain |= {id(one)} if certainty == CERTAIN else set()
    turn = -1 if asked.last else 1
    near.sort(key=lambda one: (-relevance[id(one)], one.figure.start * (turn if one.figure.kind == "day" else 1)))
    days = {one.outlet: one for one in reversed(near) if one.figure.kind == "day"}
    near = [one for one in near if one.figure.kind != "day" or days[one.outlet] is one]
    return Answering(tuple(near), frozenset(certain))


def one_of_a_sort(headings: Sequence[list[GivenFigure]]) -> list[list[GivenFigure]]:
    """Returns the first heading of each sort: a question asks for one thing."""
    first: dict[tuple[str, str], list[GivenFigure]] = {}
    for heading in headings:
        figure = heading[0].figure
        first.setdefault((figure.dimension, figure.counted.fate), heading)
    return list(first.values())


def _is_near(relevance: float, match: Match, *, named: bool) -> bool:
    """Says whether a sentence is near enough to the question; the less sure its passage, the nearer it has to be."""
    doubt = min(0.0, match.sureness) / DOUBT
    return relevance + doubt >= (DOUBTFUL if named else RELEVANT) and relevance >= (NAMED if named else RELEVANT)


def _certainty(figure: Figure, match: Match, asked: AskedFigure) -> int:
    """Says how certain it is that a figure is of what is asked, by its own words and by what stands around it.

    Returns:
        `CERTAIN`, `LIKELY` or `NOT`.
    """
    subject, bound = asked.subject, figure.bound
    # Which of several sessions, their days tell; of days that are as much of the subject, the order tells.
    owned = not subject.is_outdone(bound) if figure.kind == "day" else bool(asked.places) or subject.owns(bound)
    if not owned or (subject.numbers and bound.numbers - subject.numbers):
        return NOT
    telling = figure.kind in BY_TIME or bool(figure.counted.fate) or figure.dimension in _STUFF
    others = bool(bound.names - subject.terms - match.headline) and (figure.kind == "duration" or not telling)
    told = {term: _told(term, figure, match, others=others, telling=telling) for term in subject.terms}
    named = is_named(figure, asked) and (figure.kind != "count" or telling)
    names = fmean([told[name] for name in subject.names] or [1.0])
    rest = max((told[term] for term in subject.terms - subject.names), default=1.0)
    if figure.kind == "money" and len(subject.names) == 1 and rest == 0:
        return NOT  # a place and "cost" alone: of the bridge over the Vell, and of Vell cheese
    if telling and others and subject.names:
        certain = fmean(told.values()) >= MOST
    elif telling:
        certain = names >= HALF and (named or rest >= HALF)
    else:
        certain = names >= ALL and (rest >= NEARBY or (named and bool(subject.names)))
        certain = certain and not _is_of_another(bound, subject, told)
    if certain:
        return CERTAIN
    small = isinstance(figure.value, Quantity) and figure.kind == "count" and figure.value.low <= SMALL
    likely = names >= (ALL if small else HALF) and (telling or is_named(figure, asked) or rest >= NEARBY_OTHERS)
    return LIKELY if likely else NOT


def _is_of_another(bound: Bound, subject: Subject, told: Mapping[str, float]) -> bool:
    """Says whether an amount may be of something else: its own part, or its sentence, speaks of others rather."""
    in_sentence = any(told[name] == 1.0 for name in subject.names)
    if in_sentence and not bound.beside and not subject.terms & bound.terms:
        return True
    if subject.names and 1.0 not in told.values():
        return True
    return len(bound.names - subject.terms) > max(1, len(bound.names & subject.terms))


def _told(term: str, figure: Figure, match: Match, *, others: bool, telling: bool) -> float:
    """Returns how surely a figure is of what a term of the question names, 0 to 1."""
    number, places = match.sentence(figure.sentence[0]), match.passage.places.get(term, ())
    if number in places:
        return 1.0
    if number - 1 in places or term in match.headline:
        if others:
            return NEARBY_OTHERS if telling else 0.0
        return NEARBY
    return 0.0 if others or not places else IN_PASSAGE if telling else PRICED_IN_PASSAGE
