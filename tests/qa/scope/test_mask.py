from hypothesis import given
from hypothesis import strategies as st

from qa.scope.mask import SOURCE, cover, is_whole, left, mask, uncover


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_offsets_stay_whatever_is_covered(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    covered = cover(mask(text), [(start, end)], SOURCE)
    assert len(covered) == len(text)
    assert covered[start:end] == SOURCE * (end - start)
    assert uncover(covered, [(start, end)], text) == mask(text)


def test_characters_that_cover_are_none_of_a_question() -> None:
    assert mask("a\ue000b") == "a?b"


def test_what_is_left_has_its_marks_where_they_belong() -> None:
    text = "How many, according to X, in May, of X?"
    masked = cover(text, [(8, 24), (35, 38)], " ")
    assert left(text, masked) == "How many, in May, o?"
    assert not is_whole(text, masked)
    assert is_whole(text, text)
