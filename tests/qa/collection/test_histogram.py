"""Histograms: no article is lost or counted twice, whatever the days, and few enough bars."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.catalog.lists import Among
from index.search import Selection
from qa.collection.histogram import Histogram, Step, histogram_of
from tests.index.catalog.test_lists import made, shelved

OUTLETS = ("Quay Courier", "Harbour Post", "Äther")
ARTICLES = st.lists(st.tuples(st.sampled_from(OUTLETS), st.none() | st.dates()), max_size=30)
NEAR = st.integers(0, 4000).map(lambda days: date(2020, 1, 1) + timedelta(days))
NEAR_ARTICLES = st.lists(st.tuples(st.sampled_from(OUTLETS), st.none() | NEAR), max_size=30)


@given(ARTICLES | NEAR_ARTICLES)
def test_the_bars_hold_every_dated_article_once_and_the_others_are_counted(
    articles: list[tuple[str, date | None]],
) -> None:
    histogram = Histogram.of(articles)
    assert histogram.dated == sum(day is not None for _, day in articles)
    assert histogram.undated == sum(day is None for _, day in articles)
    assert Counter(dict(histogram.outlets)) == Counter(outlet for outlet, day in articles if day)
    spans = list(histogram.spans())
    held = Counter(
        (outlet, first) for outlet, day in articles for first, last in spans if day is not None and first <= day <= last
    )
    assert held == histogram.counts


@given(ARTICLES | NEAR_ARTICLES)
def test_the_spans_follow_each_other_without_a_gap_and_are_not_too_many(
    articles: list[tuple[str, date | None]],
) -> None:
    spans = list(Histogram.of(articles).spans())
    for (_, last), (first, _) in pairwise(spans):
        assert first == last + timedelta(1)
    assert len(spans) <= (1001 if Histogram.of(articles).step is Step.DECADE else 122)


@pytest.mark.parametrize(
    ("days", "step"),
    [(61, Step.DAY), (62, Step.WEEK), (433, Step.WEEK), (434, Step.MONTH), (2000, Step.YEAR), (50_000, Step.DECADE)],
)
def test_a_bar_is_as_long_as_the_whole_time_asks_for(days: int, step: Step) -> None:
    first = date(1850, 3, 3)
    assert Histogram.of([("A", first), ("A", first + timedelta(days))]).step is step


@given(fields=NEAR_ARTICLES)
def test_the_catalogue_counts_as_a_plain_list_does(
    fields: list[tuple[str, date | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    catalog = shelved(tmp_path_factory.getbasetemp(), made([(outlet, "", day, [], []) for outlet, day in fields]))
    assert histogram_of(Among(catalog)) == Histogram.of(fields)
    own = [one for one in fields if one[0] == OUTLETS[0]]
    assert histogram_of(Among(catalog, Selection(outlets=(OUTLETS[0],)))) == Histogram.of(own)
    catalog.close()
