"""Which sentences are read, and what is made of what was read."""

import pytest

from index.chunks import Chunk
from qa.language import TermWeights
from qa.rerank import Readings, choose, reordered
from qa.rerank.choose import window_of
from qa.rerank.reranker import Window
from qa.retrieve import Candidate
from tests.conftest import COURIER, POST, FakeEncoder, in_sentences

QUESTION = "How many jobs would go?"
PASSAGES = {
    4: in_sentences(Chunk("courier-1", 0, len(COURIER.text), COURIER.text)),
    7: in_sentences(Chunk("post-1", 0, len(POST.text), POST.text)),
}
TITLES = {4: "Marlin ferry stops for good"}


def chosen(windows: int) -> list[tuple[int, int]]:
    [vector] = FakeEncoder().encode([QUESTION])
    weights = TermWeights({"job": 2.0, "jobs": 2.0, "go": 1.0, "would": 1.0}, {})
    return [(one.row, one.sentence) for one in choose(PASSAGES, TITLES, weights, vector, windows)]


def test_each_passage_has_its_best_sentence_read() -> None:
    assert len({row for row, _ in chosen(2)}) == len(chosen(2)) == 2
    assert (4, 2) in chosen(2)


@pytest.mark.parametrize(("windows", "expected"), [(0, 2), (3, 3), (9, 4)])
def test_second_sentences_are_read_while_there_is_room(windows: int, expected: int) -> None:
    assert len(chosen(windows)) == len(set(chosen(windows))) == expected


def test_a_window_is_a_sentence_with_its_neighbours() -> None:
    last = len(PASSAGES[4].spans) - 1
    assert window_of(PASSAGES[4], 0, "T") == Window(
        "T",
        "",
        "The Marlin ferry made its last crossing on Monday night.",
        "It had carried passengers for 61 years.",
    )
    assert window_of(PASSAGES[4], last, "").after == ""
    assert window_of(PASSAGES[4], last, "").before.startswith("The operator")


def test_a_passage_is_as_sure_as_its_best_sentence() -> None:
    readings = Readings("m", logits={(4, 0): -2.0, (4, 2): 1.5, (7, 1): -3.0})
    assert readings.of_passages() == {4: 1.5, 7: -3.0}
    assert readings.sentences(4) == {0: -2.0, 2: 1.5}
    assert (readings.of_sentence(7, 1), readings.of_sentence(7, 0)) == (-3.0, None)


def test_what_was_read_is_put_in_order_above_the_rest() -> None:
    candidates = [Candidate(1, 1.0), Candidate(2, 0.9), Candidate(3, 0.5)]
    readings = Readings("m", logits={(1, 0): -3.0, (2, 0): -4.0, (2, 1): 2.0})
    after = reordered(candidates, readings, 0.1)
    assert [one.row for one in after] == [2, 1, 3]
    assert [one.score - one.boost for one in after] == pytest.approx([0.9, 1.0, 0.5])


def test_where_nothing_was_read_the_order_stays_whatever_the_scores() -> None:
    in_turn = [Candidate(1, 0.2), Candidate(2, 0.9)]
    assert reordered(in_turn, Readings(), 0.1) == in_turn
