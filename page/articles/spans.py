"""Years, months or days with their articles, as finely as people can look through them."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from index.catalog.lists import Span
from qa.render.wording import day

_MOST_MONTHS = 24  # of more than two years the years are named


@dataclass(frozen=True, slots=True)
class Spanned:
    """A year, a month or a day, and how many articles were published in it.

    Attributes:
        name: As people write it.
        since: Its first day.
        until: Its last day.
        articles: How many.
    """

    name: str
    since: date
    until: date
    articles: int


def spans(days: Mapping[str, int]) -> tuple[Spanned, ...]:
    """Returns the years, months or days of articles, newest first.

    Args:
        days: How many were published on each day, by its name; the empty name is left out.
    """
    months = {name[: int(Span.MONTH)] for name in days if name}
    span = Span.YEAR if len(months) > _MOST_MONTHS else Span.MONTH if len(months) > 1 else Span.DAY
    counts: Counter[str] = Counter()
    for name, articles in days.items():
        counts[name[: int(span)]] += articles
    return tuple(_spanned(name, articles) for name, articles in sorted(counts.items(), reverse=True) if name)


def _spanned(name: str, articles: int) -> Spanned:
    year, month, on = ([int(part) for part in name.split("-")] + [0, 0])[:3]
    if on:
        return Spanned(day(date(year, month, on)), date(year, month, on), date(year, month, on), articles)
    since, until = date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1])
    return Spanned(f"{since:%B} {year}" if month else str(year), since, until, articles)
