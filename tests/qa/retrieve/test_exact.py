from datetime import date

import pytest

from index.chunks.chunk import Chunk
from qa.language import TermWeights
from qa.question import Period, Question
from qa.retrieve.exact import number_boosts
from tests.conftest import in_sentences

PASSAGES = {
    row: in_sentences(Chunk("a", 0, len(text), text))
    for row, text in enumerate(("It costs 9.90 crowns.", "It costs 19.90 crowns, or 90.", "For 9,90 and 44 per cent."))
}
WEIGHTS = TermWeights({"9p9": 2.0, "44": 1.0, "crown": 1.0, "2024": 1.0}, {})


@pytest.mark.parametrize(
    ("asked", "boosts"),
    [("What costs 9.90 crowns?", {0: 2 / 3, 2: 1.0}), ("word " * 3 + " ".join(f"other{i}" for i in range(20)), {})],
)
def test_a_passage_is_worth_the_figures_that_it_holds(asked: str, boosts: dict[int, float]) -> None:
    year = Period(date(2024, 1, 1), date(2024, 12, 31), "in 2024")
    found = number_boosts(Question(asked, asked, periods=(year,)), WEIGHTS, PASSAGES, 1.0)
    assert found == pytest.approx(boosts)


def test_a_question_without_figures_prefers_none() -> None:
    assert number_boosts(Question("q", "q"), TermWeights({"crown": 1.0, "g20": 1.0}, {}), PASSAGES, 1.0) == {}
