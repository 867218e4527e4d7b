"""The sentences with several figures, judged pair by pair and as they are shown."""

from pathlib import Path

import pytest

from benchmarks.quality.several_figures import Group, Sentence, read_groups, score_pairs, score_tables
from index.encode import load_encoder
from index.settings import IndexSettings

WRONG, KEPT = 0.03, 0.9  # share of what is shown, and of what is right


@pytest.fixture(scope="module", params=["fitted", "held back"])
def groups(request: pytest.FixtureRequest) -> list[Group]:
    return [group for group in read_groups() if group.half == request.param]


def test_a_marked_sentence_is_read_with_what_each_figure_is_of() -> None:
    sentence = Sentence.read("Mellin got [53 per cent|mellin], Hult [44|hult].")
    assert sentence.text == "Mellin got 53 per cent, Hult 44."
    assert [(sentence.text[mark.start : mark.end], mark.thing) for mark in sentence.marks] == [
        ("53 per cent", "mellin"),
        ("44", "hult"),
    ]


def test_figures_of_different_things_are_hardly_ever_put_together(groups: list[Group]) -> None:
    score = score_pairs(groups)
    assert score.wrong <= WRONG * (score.kept + score.wrong)
    assert score.kept >= KEPT * score.right


def test_what_is_asked_for_stands_side_by_side_and_nothing_else_does(groups: list[Group], tmp_path: Path) -> None:
    score = score_tables(groups, tmp_path, load_encoder(IndexSettings()))
    assert score.wrong == 0
    assert score.kept >= KEPT * score.right


def test_a_wrong_pair_counts_as_one() -> None:
    sentences = ("The pool cost [$4m|pool].", "The pool cost [$4m|library].")
    group = Group("", "", "", tuple(map(Sentence.read, sentences)))
    assert (score_pairs([group]).right, score_pairs([group]).wrong) == (0, 1)
