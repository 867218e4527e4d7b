from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.verbatim.words import words_of


def keys(text: str) -> list[str]:
    return [word.key for word in words_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the deal - now", "The deal—now"),
        ("don't", "don’t"),
        ("“Yes, we will.”", "yes we will"),
        ("quay-side", "quay side"),
        ("a  b\nc", "a b\u00a0c"),
        ("café", "cafe"),
        ("1,500 ferries", "1500 ferries"),
    ],
)
def test_marks_dashes_spaces_capitals_and_accents_make_no_other_words(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5", "15"),
        ("$14", "14"),
        ("5%", "5"),
        ("its", "it's"),
        ("9,90", "990"),
        ("手机", "手表"),
        ("ferry", "ferries"),
    ],
)
def test_other_numbers_signs_and_words_are_others(one: str, other: str) -> None:
    assert keys(one) != keys(other)


@given(st.text(max_size=80))
def test_words_are_told_by_their_place(text: str) -> None:
    words = words_of(text)
    assert all(words_of(text, word.start, word.end)[0].key == word.key for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
