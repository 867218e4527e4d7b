import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.figures.shares import find_shares
from qa.language.quantities import find_quantities, same_value


@pytest.mark.parametrize(
    ("text", "words", "share"),
    [
        ("Every second pupil walks.", "Every second", 50),
        ("It hit one in four firms.", "one in four", 25),
        ("Nine in ten people agree.", "Nine in ten", 90),
        ("Three out of five voters stayed.", "Three out of five", 60),
        ("It took two thirds of the vote.", "two thirds", 66.7),
        ("A third of the farms closed.", "A third", 33.3),
        ("Half of them left.", "Half", 50),
        ("Half the town came.", "Half", 50),
        ("The rest is a quarter.", "a quarter", 25),
        ("Nearly three-quarters agreed.", "Nearly three-quarters", 75),
        ("More than half of women agreed.", "More than half", 50),
    ],
)
def test_shares_in_words_are_read_in_per_cent(text: str, words: str, share: float) -> None:
    (found,) = find_shares(text)
    assert (text[found.start : found.end], found.low) == (words, share)


@pytest.mark.parametrize(
    "text",
    [
        "He comes every second day.",
        "a third man",
        "half an hour",
        "half a million people",
        "three quarters of an hour",
        "in the third quarter",
        "one in 2024",
        "in two of three games, one in five games",
        "half of the year",
        "every other option",
        "He was the one in charge.",
    ],
)
def test_times_ordinals_and_amounts_are_no_shares(text: str) -> None:
    assert list(find_shares(text)) == []


def test_a_share_in_words_says_the_same_as_one_in_figures() -> None:
    (words,), (figures,) = find_shares("A third of the farms closed."), find_quantities("33 per cent of them closed.")
    assert same_value(words, figures)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= share.start < share.end <= len(text) and 0 < share.low < 100 for share in find_shares(text))
