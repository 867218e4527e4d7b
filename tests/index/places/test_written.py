from hypothesis import example, given
from hypothesis import strategies as st

from index.places import beginnings, written

TEXTS = st.text(max_size=60) | st.text("ab1 .,'’手机\n-", max_size=40)


@given(TEXTS)
@example("U.S. iPhone手机, won’t")
def test_a_word_begins_where_its_number_says(text: str) -> None:
    begins = beginnings(text)
    for number, word in written(text):
        at = begins[number - 1]
        if word[0].isalnum():
            assert text.startswith(word, at)
        else:
            assert not text[at].isspace()


@given(TEXTS, st.integers(0, 20))
def test_no_more_are_found_than_are_wanted(text: str, most: int) -> None:
    begins = beginnings(text, most)
    assert begins == beginnings(text)[: len(begins)]
    assert len(begins) >= min(most, len(beginnings(text)))
