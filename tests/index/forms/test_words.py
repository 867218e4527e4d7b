import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.forms.words import LONGEST, Word, folded, foldings, words_of
from index.search.analysis import terms


def test_words_are_told_by_how_they_are_written() -> None:
    words = words_of("Architect Yusuf Danner kept the beams. Beams of ash, said Danner’s Greta.")
    assert words.all == {"architect", "yusuf", "danner", "kept", "the", "beams", "of", "ash", "said", "greta"}
    assert words.lower == {"kept", "the", "beams", "of", "ash", "said"}
    assert words.capital == {"yusuf", "danner", "greta"}


def test_a_compound_is_one_word_and_its_parts() -> None:
    assert words_of("A cease-fire in Sana'a.").all >= {"cease-fire", "cease", "fire", "sana'a", "sana"}


def test_a_contraction_is_no_compound() -> None:
    assert words_of("She’ll sing; I'll come, they're ill, won’t you?").all.isdisjoint({"she’ll", "i'll", "they're"})


def test_numbers_and_endless_words_are_none() -> None:
    assert words_of(f"19 A320 {'x' * (LONGEST + 1)}").all == frozenset()


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Müller", {"muller", "mueller"}),
        ("Malmø", {"malmo", "malmoe"}),
        ("Århus", {"arhus", "aarhus"}),
        ("Straße", {"strasse"}),
        ("O’Brien", {"obrien"}),
        ("cease-fire", {"ceasefire"}),
        ("Łódź", {"lodz"}),
        ("Erdoğan", {"erdogan"}),
    ],
)
def test_marks_and_accents_do_not_count(word: str, forms: set[str]) -> None:
    assert foldings(word) == forms


@given(st.from_regex(r"[a-zäöüøåæßéèłđ]{1,20}", fullmatch=True))
def test_a_word_folds_as_the_index_folds_it(word: str) -> None:
    assert terms(folded(word)) == terms(word)


def test_a_name_is_what_is_nearly_always_written_with_a_capital_letter() -> None:
    assert Word("danner", "danner", 3, lower=0, capital=2).is_name
    assert Word("may", "may", 100, lower=90, capital=40).is_common
    assert not Word("architect", "architect", 1, lower=0, capital=0).is_name
    assert not Word("architect", "architect", 1, lower=0, capital=0).is_common
