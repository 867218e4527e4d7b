"""A histogram: how many articles each outlet has in each span of time, as coarse as the whole time asks for."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Self

from index.catalog.lists import Among, Span, days_of, histogram


class Step(StrEnum):
    """How long one bar lasts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"

    @classmethod
    def for_time(cls, first: date, last: date) -> "Step":
        """Returns the shortest one that parts a time into few enough bars to be told apart."""
        return next((step for step, days in _MOST_DAYS.items() if (last - first).days < days), cls.DECADE)

    @property
    def span(self) -> Span:
        """By how much of a day's name articles must be counted for it."""
        return {Step.MONTH: Span.MONTH, Step.YEAR: Span.YEAR, Step.DECADE: Span.YEAR}.get(self, Span.DAY)

    def first(self, day: date) -> date:
        """Returns the first day of the bar in which a day lies."""
        match self:
            case Step.DAY:
                return day
            case Step.WEEK:  # begins on Monday, as the first day that there is does
                return day - timedelta(day.weekday())
            case Step.MONTH:
                return day.replace(day=1)
            case Step.YEAR:
                return date(day.year, 1, 1)
            case Step.DECADE:
                return date(max(1, day.year // 10 * 10), 1, 1)

    def last(self, day: date) -> date:
        """Returns the last day of the bar in which a day lies."""
        match self:
            case Step.DAY:
                return day
            case Step.WEEK:
                return day + timedelta(min(6 - day.weekday(), (date.max - day).days))
            case Step.MONTH:
                return day.replace(day=monthrange(day.year, day.month)[1])
            case Step.YEAR:
                return date(day.year, 12, 31)
            case Step.DECADE:
                return date(min(MAXYEAR, day.year // 10 * 10 + 9), 12, 31)


_MOST_DAYS = {Step.DAY: 62, Step.WEEK: 62 * 7, Step.MONTH: 62 * 30, Step.YEAR: 120 * 365}


@dataclass(frozen=True)
class Histogram:
    """How many articles each outlet has in each span of time.

    Attributes:
        step: How long a span is.
        counts: Number of articles by the outlet and the first day of the span; none of them is 0.
        first: The day of the earliest of them; None where no article has a day.
        last: That of the latest.
        undated: How many articles have no day.
    """

    step: Step
    counts: Mapping[tuple[str, date], int]
    first: date | None = None
    last: date | None = None
    undated: int = 0

    @classmethod
    def of(cls, articles: Iterable[tuple[str, date | None]]) -> Self:
        """Counts articles, each given as its outlet and its day."""
        articles = list(articles)
        dated = [(outlet, day) for outlet, day in articles if day]
        days = sorted(day for _, day in dated)
        step = Step.for_time(days[0], days[-1]) if days else Step.DAY
        counts = Counter((outlet, step.first(day)) for outlet, day in dated)
        first, last = (days[0], days[-1]) if days else (None, None)
        return cls(step, counts, first, last, len(articles) - len(dated))

    @property
    def dated(self) -> int:
        """How many articles have a day."""
        return sum(self.counts.values())

    @cached_property
    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Each outlet with the number of its dated articles, those with most first."""
        numbers: Counter[str] = Counter()
        for (outlet, _), number in self.counts.items():
            numbers[outlet] += number
        return tuple(sorted(numbers.items(), key=lambda one: (-one[1], one[0])))

    def spans(self) -> Iterator[tuple[date, date]]:
        """Gives the first and the last day of every span from the first article to the last, also of empty ones."""
        if self.first is None or self.last is None:
            return
        at = self.step.first(self.first)
        while True:
            last = self.step.last(at)
            yield at, last
            if last >= self.last:
                return
            at = last + timedelta(1)


def histogram_of(among: Among) -> Histogram:
    """Counts articles of the catalogue."""
    first, last = days_of(among)
    step = Step.for_time(first, last) if first and last else Step.DAY
    counts: Counter[tuple[str, date]] = Counter()
    undated = 0
    for (outlet, when), number in histogram(among, step.span).items():
        if when:
            counts[outlet, step.first(_day_named(when))] += number
        else:
            undated += number
    return Histogram(step, counts, first, last, undated)


def _day_named(beginning: str) -> date:
    """Returns the first day whose name begins so."""
    return date.fromisoformat(beginning + "-01" * ((10 - len(beginning)) // 3))
