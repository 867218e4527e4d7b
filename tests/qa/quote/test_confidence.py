from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from qa.language.terms import TermWeights, content_terms
from qa.quote.confidence import Judged, Signals, confidence, logit_alone
from qa.ranking.fitted import ANSWER, ANSWERS, MAY, PASSAGE
from tests.conftest import FakeEncoder, in_sentences

TERMS = content_terms("Marlin ferry jobs Lindqvist")
ASKED = TermWeights(dict.fromkeys(TERMS, 1.0), dict.fromkeys(pairwise(TERMS), 1.0))
TEXTS = [
    "Rain.",
    "A ferry.",
    "The Marlin ferry.",
    "Jobs on the Marlin ferry.",
    "Lindqvist cuts jobs on the Marlin ferry.",
]
SHARE = st.floats(0, 1)
SIGNALS = tuple(Signals.__dataclass_fields__)


def judged(text: str, source: str = "", score: float = 0.5) -> Judged:
    return Judged(source, in_sentences(Chunk("a", 0, len(text), text)), score)


def signals(*passages: Judged) -> Signals:
    return Signals.of(ASKED, FakeEncoder().encode(["Marlin ferry jobs Lindqvist"])[0], passages)


def test_without_passages_nothing_speaks_for_an_answer() -> None:
    assert signals() == Signals(0, 0, 0, 0)
    assert confidence(signals()) < 0.05


@given(st.tuples(*[SHARE] * 6, st.floats(-0.8, 1.2), SHARE), st.floats(0.01, 1), st.integers(0, 5))
def test_more_of_any_signal_makes_it_surer(before: tuple[float, ...], more: float, which: int) -> None:
    after = [value + more * (i == which) for i, value in enumerate(before)]
    one, other = Signals(*before), Signals(*after)
    assert 0 < confidence(one) <= confidence(other) < 1
    assert (confidence(one) < confidence(other)) == (SIGNALS[which] in ANSWER.weights)
    assert (logit_alone(one) < logit_alone(other)) == (SIGNALS[which] in PASSAGE.weights)


def test_the_best_score_counts_wherever_it_stands() -> None:
    assert signals(judged("Rain.", score=0.3), judged("Rain.", score=0.8)).score == 0.8


def test_a_passage_that_holds_more_of_the_question_covers_more_of_it() -> None:
    covered = [signals(judged(text)).coverage for text in TEXTS]
    assert covered == [0, 0.25, 0.5, 0.75, 1]
    assert signals(judged("A ferry.", source="Lindqvist cuts jobs, Harbour Post")).coverage == 0.75


@given(st.permutations(TEXTS))
def test_the_passage_that_speaks_most_for_it_counts_wherever_it_stands(texts: list[str]) -> None:
    together, best = signals(*map(judged, texts)), signals(judged(TEXTS[-1]))
    assert together.coverage == best.coverage
    assert together.nearness >= best.nearness


def test_words_of_the_question_scattered_over_passages_do_not_add_up() -> None:
    assert signals(judged("Marlin. Ferry."), judged("Jobs. Lindqvist.")).coverage == pytest.approx(0.5)


def test_words_count_more_side_by_side_as_in_the_question() -> None:
    assert signals(judged("The Marlin ferry.")).pairs > signals(judged("The ferry is called Marlin.")).pairs == 0


def test_a_perfect_match_is_sure_and_a_poor_one_is_not() -> None:
    assert confidence(Signals(1.2, 1, 0.7, 0.5, 0.6, 0.5)) > ANSWERS
    assert confidence(Signals(0.5, 0.2, 0.3, 0)) < MAY
