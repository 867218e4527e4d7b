from datetime import date

import numpy as np
import pytest

from index.chunks.chunk import Chunk
from qa.question import Order, Period
from qa.retrieve.fuse import Candidate
from qa.retrieve.passages import PassageTerms
from qa.retrieve.timely import fitting, tells_of, time_boosts
from qa.settings import AnswerSettings

SETTINGS = AnswerSettings(period_boost=0.4, told_boost=0.1, order_boost=1.0)
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31), "in March")
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
PUBLISHED = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The quay opened on 3 March.", MARCH),
        ("The quay opened on March 3, 2026.", MARCH),
        ("The quay was closed in March 2026.", MARCH),
        ("The quay cost six million in 2025.", YEAR),
        ("The quay was closed on 2 May 2025.", YEAR),
    ],
)
def test_a_text_tells_of_a_day_a_month_or_a_year_within_the_period(text: str, period: Period) -> None:
    assert tells_of(text, PUBLISHED, period)
    other = Period(date(1999, 1, 1), None, "since 1999")
    assert fitting(text, PUBLISHED, (other, YEAR, period))[-1] == period
    assert fitting("Nothing.", PUBLISHED, (other, YEAR)) == [other]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The quay opened on 3 May.", MARCH),
        ("The march of 2026 was long.", MARCH),
        ("The year 2026 began.", MARCH),
        ("It cost $2025 and 2,025 crowns.", YEAR),
        ("Between 2024 and 2026 it was closed.", YEAR),
        ("The quay opened in 2025.", Period(date(2025, 1, 1), None, "since 2025")),
    ],
)
def test_a_text_that_names_another_or_a_wider_time_does_not(text: str, period: Period) -> None:
    assert not tells_of(text, PUBLISHED, period)


NEXT_WEEK = Period(date(2026, 3, 23), date(2026, 3, 29), "next week")


@pytest.mark.parametrize(("day", "tells"), [(14, False), (15, False), (16, True), (22, True), (23, False)])
def test_what_was_written_in_the_week_before_announces_the_next_one(day: int, tells: bool) -> None:
    assert tells_of("The quay opens next week.", date(2026, 3, day), NEXT_WEEK) == tells
    assert not tells_of("The quay opens soon.", date(2026, 3, day), NEXT_WEEK)


def candidates(*scores: float) -> list[Candidate]:
    return [Candidate(row, score) for row, score in enumerate(scores)]


def passage(text: str) -> PassageTerms:
    return PassageTerms(Chunk("a", 0, len(text), text), np.zeros((1, 4), np.float32))


def test_what_was_published_then_is_preferred_more_than_what_tells_of_then() -> None:
    shown = {row: passage(text) for row, text in enumerate(["Nothing.", "Nothing.", "It began on 3 March 2026."])}
    published = {0: date(2026, 3, 5), 1: date(2025, 1, 1), 2: date(2025, 1, 1)}
    boosts = time_boosts(candidates(0.9, 0.8, 0.7), shown, published, [MARCH], None, SETTINGS)
    assert boosts == {0: pytest.approx(0.4), 2: pytest.approx(0.1)}


def test_what_is_on_something_else_gains_nothing_by_its_day() -> None:
    published = dict.fromkeys(range(3), date(2026, 3, 5))
    assert time_boosts(candidates(0.9, 0.4, 0.3), {}, published, [MARCH], None, SETTINGS).keys() == {0, 1}


@pytest.mark.parametrize("newest", [True, False])
def test_the_order_is_that_of_the_days_among_what_is_on_the_matter(newest: bool) -> None:
    days = [date(2026, 1, 1), date(2026, 3, 1), date(2026, 2, 1), date(2026, 3, 9), date(2027, 1, 1)]
    published = dict(enumerate(days))
    order = Order(newest, "latest", until=date(2026, 3, 10))
    # The fourth is on something else, the fifth is dated in the future, the sixth has no day.
    boosts = time_boosts(candidates(0.8, 0.9, 1.0, 0.2, 0.9, 0.9), {}, published, [], order, SETTINGS)
    assert sorted(boosts, key=lambda row: -boosts[row]) == ([1, 2, 0] if newest else [0, 2, 1])
    assert max(boosts.values()) == 1.0
