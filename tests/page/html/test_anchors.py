from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from page.html.anchors import Anchor, digest_of

WORDS = "Architect Danner said the roof beams were kept."
TEXT = f"The library opened on Saturday. {WORDS} Entry is free."
AT = TEXT.index(WORDS)

pieces = st.text(st.sampled_from("ab é。.,“\n 7"), max_size=40)
quotations = st.text(st.sampled_from("ab é。. \n"), min_size=1, max_size=20).map(str.strip).filter(bool)
digests = st.text(st.sampled_from("0123456789abcdef"), min_size=10, max_size=10)


@given(pieces, quotations, pieces, pieces, pieces)
def test_words_that_still_stand_in_the_article_are_found_wherever_they_are(
    before: str, words: str, after: str, new_before: str, new_after: str
) -> None:
    anchor = Anchor.of(len(before), words)
    assert anchor.find(before + words + after) == (len(before), len(before) + len(words))
    now = f"{new_before} {words} {new_after}"
    found = Anchor.read(anchor.written)
    assert found is not None
    span = found.find(now)
    assert span is not None
    assert now[slice(*span)] == words


@given(pieces, quotations, pieces)
def test_nothing_but_the_words_is_found(before: str, words: str, now: str) -> None:
    span = Anchor.of(len(before), words).find(now)
    assert span is None or now[slice(*span)] == words


@given(st.integers(0, 10**8), st.integers(0, 10**8), digests, pieces)
def test_an_anchor_that_somebody_made_up_finds_nothing_and_breaks_nothing(
    start: int, end: int, digest: str, text: str
) -> None:
    anchor = Anchor(start, end, digest)
    assert Anchor.read(anchor.written) == anchor
    assert anchor.find(text) is None


def test_of_the_same_words_twice_those_nearest_to_the_old_place_are_meant() -> None:
    twice, second = f"{TEXT} {TEXT}", AT + len(TEXT) + 1
    assert Anchor.of(AT - 9, WORDS).find(twice) == (AT, AT + len(WORDS))
    assert Anchor.of(second + 9, WORDS).find(twice) == (second, second + len(WORDS))


@pytest.mark.parametrize("changed", [WORDS.replace("roof", "floor"), WORDS.replace("said ", "said  "), WORDS[:-1]])
def test_words_that_changed_are_not_found(changed: str) -> None:
    assert Anchor.of(AT, WORDS).find(TEXT.replace(WORDS, changed)) is None


def test_words_are_not_found_inside_others() -> None:
    assert Anchor.of(0, "art").find("A start. No art.") == (12, 15)


def test_an_address_of_before_names_a_place_alone() -> None:
    anchor = Anchor.read("3-9")
    assert anchor == Anchor(3, 9)
    assert replace(anchor, digest="").find("whatever it is") == (3, 9)


@pytest.mark.parametrize("written", ["", "3", "3-", "-9", "3-9-", "3-9-xyz", "3-9-0123456789ab", "1234567890-9", "٣-٩"])
def test_what_is_no_anchor_is_not_read(written: str) -> None:
    assert Anchor.read(written) is None


def test_a_long_article_is_searched_only_so_far() -> None:
    text = "ab " * 400_000
    assert Anchor(0, 300_000, digest_of("no such words")[:10]).find(text) is None
