import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.confidence import confidence, coverage
from qa.term_weights import TermWeights, content_terms

ASKED = TermWeights(dict.fromkeys(content_terms("Marlin ferry jobs Lindqvist"), 1.0), {})
TEXTS = [
    "Rain.",
    "A ferry.",
    "The Marlin ferry.",
    "Jobs on the Marlin ferry.",
    "Lindqvist cuts jobs on the Marlin ferry.",
]


def test_without_passages_there_is_no_confidence() -> None:
    assert confidence(ASKED, [], 1.0) == 0.0


@given(st.floats(0, 2), st.floats(0.01, 1), st.sampled_from(TEXTS))
def test_a_better_score_makes_it_surer(score: float, more: float, text: str) -> None:
    assert 0 < confidence(ASKED, [text], score) < confidence(ASKED, [text], score + more) < 1


@given(st.floats(0, 1))
def test_a_passage_that_holds_more_of_the_question_makes_it_surer(score: float) -> None:
    sure = [confidence(ASKED, [text], score) for text in TEXTS]
    assert sure == sorted(set(sure))


@given(st.floats(0, 1), st.permutations(TEXTS))
def test_the_passage_that_holds_most_counts_wherever_it_stands(score: float, texts: list[str]) -> None:
    assert confidence(ASKED, texts, score) == confidence(ASKED, [TEXTS[-1]], score)


def test_words_of_the_question_scattered_over_passages_do_not_add_up() -> None:
    assert coverage(ASKED, ["Marlin. Ferry.", "Jobs. Lindqvist."]) == pytest.approx(0.5)


def test_a_perfect_match_is_surer_than_not_and_a_poor_one_is_not() -> None:
    assert confidence(ASKED, [TEXTS[-1]], 1.0) > 0.5 > confidence(ASKED, [TEXTS[0]], 0.1)
