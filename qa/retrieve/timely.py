"""What the times of a question are worth to a passage: published then, telling of then, the newest of all."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from corpus.text.date_words import MONTHS
from qa.question import Order, Period
from qa.retrieve.fuse import Candidate
from qa.retrieve.passages import PassageTerms
from qa.settings import AnswerSettings
from qa.times.calendar import find_days_in

_YEAR = re.compile(r"(?<![\w.,$€£])(?:19|20)\d\d(?![\w%]|[.,]\d)")
_MOST_YEARS = 12  # of a period whose years are looked for in texts
_MOST_MONTHS = 3  # of one whose days without a year are
_NEAR = 0.4  # of the best score: what was published at the right time and is on something else stays where it is
_RELEVANT = 0.75  # of the best score, for a passage to be on what the newest is asked of


def time_boosts(
    candidates: Sequence[Candidate],
    passages: Mapping[int, PassageTerms],
    published: Mapping[int, date],
    periods: Sequence[Period],
    order: Order | None,
    settings: AnswerSettings,
) -> dict[int, float]:
    """Weighs how well rows fit the times of a question.

    Args:
        candidates: The rows, best first.
        passages: The passages of those that are looked at closely.
        published: Days of publication by row, where they are known.
        periods: The times that the question names.
        order: The order by date that it asks for.
        settings: What fitting is worth.

    Returns:
        What is added to the score, by row; rows that fit nothing are left out.
    """
    boosts = _places(candidates, published, order) if order else {}
    boosts = {row: settings.order_boost * place for row, place in boosts.items()}
    for row in _above(_NEAR, candidates) if periods else ():
        day = published.get(row)
        if any(period.holds(day) for period in periods):
            boosts[row] = boosts.get(row, 0.0) + settings.period_boost
        elif row in passages and any(tells_of(passages[row].chunk.text, day, period) for period in periods):
            boosts[row] = boosts.get(row, 0.0) + settings.told_boost
    return boosts


def fitting(text: str, published: date | None, periods: Sequence[Period]) -> list[Period]:
    """Returns those of some periods in which a passage was published, or of which it tells."""
    return [period for period in periods if period.holds(published) or tells_of(text, published, period)]


def tells_of(text: str, published: date | None, period: Period) -> bool:
    """Says whether a text names a day, a month or a year that lies within a period.

    What was written in the week before may also call it "next week", as a question of that week does.

    Args:
        text: A passage.
        published: When its article was published: days without a year are told from it.
        period: The period; one without beginning or end is no time that texts tell of.
    """
    if not (period.first and period.last):
        return False
    if published and period.first - period.length <= published < period.first and period.words in text:
        return True
    years = range(period.first.year, period.last.year + 1)
    if len(years) > _MOST_YEARS:
        return False
    if not any(f"{year}" in text for year in years) and not (published and _names_a_month_of(text, period)):
        return False
    spans = [time.latest(published or period.last) for time in find_days_in(text) if time.year or published]
    spans += [(date(year, 1, 1), date(year, 12, 31)) for match in _YEAR.finditer(text) if (year := int(match[0]))]
    return any(span and period.first <= span[0] and span[1] <= period.last for span in spans)


def _names_a_month_of(text: str, period: Period) -> bool:
    if not (period.first and period.last):
        return False
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    if months > _MOST_MONTHS:
        return False
    return any(MONTHS[(period.first.month - 1 + number) % 12].title() in text for number in range(months))


def _places(candidates: Sequence[Candidate], published: Mapping[int, date], order: Order) -> dict[int, float]:
    """Returns the place of each row that is on the matter among their days: 1 for the end that is asked for."""
    rows = _above(_RELEVANT, candidates)
    days = {row: day for row in rows if (day := published.get(row)) and day <= order.until}
    ranked = sorted(set(days.values()), reverse=not order.newest)
    places = {day: (number + 1) / len(ranked) for number, day in enumerate(ranked)}
    return {row: places[day] for row, day in days.items()}


def _above(share: float, candidates: Sequence[Candidate]) -> list[int]:
    """Returns the rows whose score is at least this share of the best one."""
    best = max((candidate.score for candidate in candidates), default=0.0)
    return [candidate.row for candidate in candidates if candidate.score >= share * best]
