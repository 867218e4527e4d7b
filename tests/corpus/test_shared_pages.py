"""What was promised of real saved pages; the figures stand a little below those that were measured."""

import pytest

from benchmarks.pages import Score, score_pages
from tests.shared import SHARED, needs_shared

FLOORS = {"outlet": 0.96, "day": 0.91, "headline": 0.94, "author": 0.90, "must have": 0.975}


@pytest.fixture(scope="module")
def score() -> Score:
    return score_pages(SHARED / "data" / "pages" / "gold.jsonl", SHARED / "data" / "pages" / "html")


@needs_shared
@pytest.mark.parametrize("name", FLOORS)
def test_real_pages_are_read_right(score: Score, name: str) -> None:
    assert score.share(name) >= FLOORS[name], "\n".join(score.misses)


@needs_shared
def test_real_pages_bring_little_that_is_no_article(score: Score) -> None:
    assert score.share("must not have") <= 0.025, "\n".join(score.misses)
