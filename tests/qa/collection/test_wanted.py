import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.collection.wanted import Reading, in_capitals, pattern, read_wanted, trimmed

LETTERS = "aAbéÉıİKſß'’-‐. \n\u00a0%_1$"  # among them those whose case is not one to one
PHRASES = st.text(LETTERS, min_size=1, max_size=6).map(trimmed).filter(str.split)  # white space alone is no phrase


@pytest.mark.parametrize(
    ("words", "whole", "parts", "either"),
    [
        ("the old bridge", "old bridge", (), False),
        ("The Verge", "The Verge", (), False),
        ("the word 'ferry'", "ferry", (), False),
        ("the U.S.", "U.S.", (), False),
        ("Hult.", "Hult", (), False),
        ("term limits", "term limits", (), False),
        ("Marks and Spencer", "Marks and Spencer", ("Marks", "Spencer"), False),
        ("both the ferry and the bridge", None, ("ferry", "bridge"), False),
        ("the ferry or the bridge", "ferry or the bridge", ("ferry", "bridge"), True),
        ('"the ferry" and "the bridge"', None, ("the ferry", "the bridge"), False),
        ("France, Germany and Italy", "France, Germany and Italy", ("France", "Germany", "Italy"), False),
    ],
)
def test_words_are_read_as_one_phrase_or_as_several(
    words: str, whole: str | None, parts: tuple[str, ...], either: bool
) -> None:
    wanted = read_wanted(words)
    assert wanted.whole == (Reading((whole,)) if whole else None)
    assert wanted.parts == (Reading(parts, either) if parts else None)


def test_the_words_that_tell_something_are_those_for_any_form() -> None:
    assert read_wanted("the closing of the old bridge").forms == ("closing", "old", "bridge")


@pytest.mark.parametrize(
    ("phrase", "text", "times"),
    [
        ("old bridge", "The Old\nBridge, the old\u00a0bridge and the old bridges.", 2),
        ("Hult", "Hult's house, Hultberg, re-Hult and HULT", 3),
        ("O’Neill", "O'Neill and O’Neill", 2),
        ("co-op", "a co‑op, a coop", 1),
        ("élan", "ÉLAN", 1),
        ("北京", "他在北京說，北京的天氣", 2),
        ("$5", "It cost $5, not $50 or US$5.", 1),
    ],
)
def test_a_phrase_is_found_between_other_letters_whatever_its_signs(phrase: str, text: str, times: int) -> None:
    assert len(pattern(phrase).findall(text)) == times


def test_words_in_capitals_count_in_capitals_alone() -> None:
    assert in_capitals("the US Congress and I") == ("US",)
    found = pattern("US Congress", cased=("US",))
    assert found.search("the US CONGRESS")
    assert not found.search("for us congress is")


@given(PHRASES)
def test_a_phrase_finds_itself(phrase: str) -> None:
    assert pattern(phrase, cased=tuple(phrase.split())).search(re.sub(r"\s+", "\n", phrase))
