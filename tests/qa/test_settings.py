from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadSettings
from qa.ranking.features import Features
from qa.settings import AnswerSettings

SHORT = Features(words=0.2, meaning=0.8, lead=0.4)
LONG = Features(words=0.6, meaning=0.4, pairs=0.2)
SETTINGS = AnswerSettings(short=SHORT, long=LONG, short_terms=10, long_terms=20)


@pytest.mark.parametrize(
    "values",
    [
        {"passages": 0},
        {"article_share": 0.0},
        {"article_share": 1.5},
        {"passages": 20, "pool": 10},
        {"short_terms": 10, "long_terms": 10},
        {"facet_weight": 1.1},
        {"facet_weight": -0.1},
        {"answers_threshold": 2},
        {"may_threshold": -1},
        {"may_threshold": 0.9},
        {"outlet_boost": float("nan")},
        {"read_weight": float("inf")},
        {"article_share": float("nan")},
        {"looked_at": 0},
        {"read_passages": -1},
        {"passages": 1001, "pool": 1001},
        {"reranker": ""},
    ],
)
def test_values_that_cannot_work_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(BadSettings, match=next(iter(values))):
        AnswerSettings(**values)


@pytest.mark.parametrize(("terms", "weights"), [(0, SHORT), (10, SHORT), (20, LONG), (200, LONG)])
def test_short_and_long_questions_have_weights_of_their_own(terms: int, weights: Features) -> None:
    assert SETTINGS.weights(terms) == pytest.approx(weights)


def test_in_between_the_weights_are_mixed() -> None:
    mixed = SETTINGS.weights(15)
    assert (mixed.words, mixed.meaning) == pytest.approx((0.4, 0.6))
    assert (mixed.lead, mixed.pairs, mixed.sentence) == pytest.approx((0.2, 0.1, 0))


@given(st.integers(0, 40))
def test_one_more_word_never_turns_a_weight_back(terms: int) -> None:
    before, after = SETTINGS.weights(terms), SETTINGS.weights(terms + 1)
    for short, long, one, other in zip(SHORT, LONG, before, after, strict=True):
        assert (other - one) * (long - short) >= 0


def test_every_number_has_limits() -> None:
    for field in fields(AnswerSettings):
        if isinstance(field.default, int | float):
            for value in (-1, 1e12):
                with pytest.raises(BadSettings, match=field.name):
                    AnswerSettings(**{field.name: value})  # type: ignore[arg-type]  # one name after another
