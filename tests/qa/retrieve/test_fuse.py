from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.hit import Hit
from qa.ranking.features import Features
from qa.retrieve.fuse import Candidate, fuse

WEIGHTS = st.floats(0.05, 1)


def ranking(lowest: float, highest: float) -> st.SearchStrategy[list[Hit]]:
    """A ranking as a search gives it: each row once, by falling score."""
    scores = st.dictionaries(st.integers(0, 12), st.floats(lowest, highest, allow_subnormal=False), max_size=9)
    return scores.map(lambda by_row: sorted((Hit(*item) for item in by_row.items()), key=lambda hit: -hit.score))


WORDS = ranking(0.1, 40)
MEANING = ranking(-1, 1)


def rows(candidates: list[Candidate]) -> list[int]:
    return [candidate.row for candidate in candidates]


def fused_of(words: list[Hit], meaning: list[Hit], words_weight: float, meaning_weight: float) -> list[Candidate]:
    return fuse(words, meaning, {}, Features(words_weight, meaning_weight))


@given(WORDS, MEANING, WEIGHTS, WEIGHTS)
def test_every_row_of_both_appears_once_and_scores_fall(
    words: list[Hit], meaning: list[Hit], words_weight: float, meaning_weight: float
) -> None:
    fused = fused_of(words, meaning, words_weight, meaning_weight)
    assert sorted(rows(fused)) == sorted({hit.row for hit in (*words, *meaning)})
    assert all(better.score >= worse.score for better, worse in pairwise(fused))


@given(WORDS, MEANING)
def test_all_weight_on_one_search_gives_its_ranking(words: list[Hit], meaning: list[Hit]) -> None:
    by_words = [candidate.score for candidate in fused_of(words, meaning, 1, 0) if candidate.words_rank]
    assert by_words == [hit.score / words[0].score for hit in words]
    by_meaning = {candidate.row: candidate.score for candidate in fused_of(words, meaning, 0, 1)}
    assert {hit.row: by_meaning[hit.row] for hit in meaning} == {hit.row: max(0.0, hit.score) for hit in meaning}


@given(WORDS, MEANING, WEIGHTS, WEIGHTS)
def test_a_row_that_both_searches_find_better_is_never_below(
    words: list[Hit], meaning: list[Hit], words_weight: float, meaning_weight: float
) -> None:
    by_words, by_meaning = ({hit.row: hit.score for hit in hits} for hits in (words, meaning))
    fused = {candidate.row: candidate.score for candidate in fused_of(words, meaning, words_weight, meaning_weight)}
    for one in fused:
        for other in fused:
            # A row that a search does not find is no better there than any that it finds.
            if by_words.get(one, 0) >= by_words.get(other, 0) and by_meaning.get(one, -1) >= by_meaning.get(other, -1):
                assert fused[one] >= fused[other]


@given(WORDS.filter(bool), MEANING, WEIGHTS, WEIGHTS)
def test_a_hit_at_the_bottom_changes_no_other_row(
    words: list[Hit], meaning: list[Hit], words_weight: float, meaning_weight: float
) -> None:
    before = fused_of(words, meaning, words_weight, meaning_weight)
    after = fused_of([*words, Hit(99, words[-1].score)], meaning, words_weight, meaning_weight)
    assert [candidate for candidate in after if candidate.row != 99] == before
    if not meaning:
        assert rows(after)[-1] == 99


@given(WORDS, MEANING, WEIGHTS, WEIGHTS, st.sampled_from([0.25, 2.0, 1024.0]))
def test_the_size_of_word_scores_does_not_matter(
    words: list[Hit], meaning: list[Hit], words_weight: float, meaning_weight: float, factor: float
) -> None:
    larger = [Hit(hit.row, hit.score * factor) for hit in words]
    fused = fused_of(words, meaning, words_weight, meaning_weight)
    assert fused_of(larger, meaning, words_weight, meaning_weight) == fused


def test_a_candidate_says_where_each_search_had_it() -> None:
    fused = fused_of([Hit(7, 9.0), Hit(3, 6.0)], [Hit(3, 0.9), Hit(5, 0.1)], 0.5, 0.5)
    ranks = {candidate.row: (candidate.words_rank, candidate.meaning_rank) for candidate in fused}
    assert ranks == {7: (1, None), 3: (2, 1), 5: (None, 2)}
    assert rows(fused) == [3, 7, 5]
    assert fused[0].score == pytest.approx(0.5 * 6 / 9 + 0.5 * 0.9)


def test_the_opposite_meaning_counts_as_none() -> None:
    assert [candidate.score for candidate in fused_of([], [Hit(1, -0.5)], 0.5, 0.5)] == [0.0]


def test_equal_scores_stand_by_row() -> None:
    assert rows(fused_of([Hit(9, 2.0), Hit(4, 2.0)], [], 1, 1)) == [4, 9]


def test_nothing_found_is_no_candidates() -> None:
    assert fused_of([], [], 0.5, 0.5) == []


def test_what_is_new_stands_above_what_is_as_good_and_old() -> None:
    fused = fuse([Hit(1, 5.0), Hit(2, 5.0)], [], {2: (0.5, 0.9)}, Features(words=1, month=0.1))
    assert [(one.row, one.score) for one in fused] == [(2, 1.05), (1, 1.0)]
    assert fused[0].features == Features(words=1.0, month=0.5, year=0.9)
