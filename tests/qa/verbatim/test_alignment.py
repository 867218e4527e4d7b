from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from qa.verbatim.alignment import Aligned, align
from qa.verbatim.words import words_of

EQUAL: defaultdict[str, float] = defaultdict(lambda: 1.0)


def laid(phrase: str, *texts: str) -> list[Aligned]:
    return align(words_of(phrase), [words_of(text) for text in texts], EQUAL)


def test_the_same_words_cost_nothing_wherever_they_stand() -> None:
    [one] = laid("we will pay", "they said that we will pay in May", "we shall pay")
    assert (one.stretch, one.cost) == (0, 0)
    assert [pair.given for pair in one.pairs] == [3, 4, 5]


def test_words_that_are_others_missing_or_added_are_counted() -> None:
    assert [one.cost for one in laid("we will pay now", "we shall pay now")] == [1]
    assert [one.cost for one in laid("we will not pay now", "we will pay now")] == [1]
    assert [one.cost for one in laid("we will pay now", "we will not pay now")] == [1]


def test_of_several_that_are_as_near_all_are_given() -> None:
    assert [one.stretch for one in laid("a b c", "x a b c", "a c", "a b c y", "")] == [0, 2]
    assert [one.cost for one in laid("a b c", "")] == [3]


def test_a_shorter_stretch_ends_where_its_words_end() -> None:
    found = laid("the we", "that we told them all of it", "x the")
    assert [(one.stretch, one.pairs[-1]) for one in found] == [(0, (1, 1)), (1, (1, None))]


LETTERS = st.text("abc", min_size=1, max_size=7).map(" ".join)


@given(LETTERS, LETTERS, LETTERS)
def test_the_pairs_are_all_of_the_phrase_in_order_and_cost_what_is_said(phrase: str, text: str, longer: str) -> None:
    texts = (text, f"{longer} {text}")
    one = laid(phrase, *texts)[-1]
    asked, given_words = phrase.split(), texts[one.stretch].split()
    assert [pair.asked for pair in one.pairs if pair.asked is not None] == list(range(len(asked)))
    places = [pair.given for pair in one.pairs if pair.given is not None]
    assert places == sorted(set(places))
    same = [pair for pair in one.pairs if None not in pair and asked[pair.asked or 0] == given_words[pair.given or 0]]
    assert one.cost == len(one.pairs) - len(same)
