import pytest

from index.search.american import american
from index.search.analysis import terms

PAIRS = (
    ("colour", "color"), ("labour", "labor"), ("neighbours", "neighbors"), ("honoured", "honored"),
    ("favourite", "favorite"), ("organise", "organize"), ("organisations", "organizations"), ("realised", "realized"),
    ("analysing", "analyzing"), ("centre", "center"), ("theatres", "theaters"), ("kilometre", "kilometer"),
    ("fibre", "fiber"), ("defence", "defense"), ("offence", "offense"), ("pretence", "pretense"),
    ("catalogue", "catalog"), ("travelled", "traveled"), ("labelling", "labeling"), ("programme", "program"),
    ("grey", "gray"), ("sceptics", "skeptics"), ("Jewellery", "jewelry"), ("LICENCE", "license"),
)  # fmt: skip
ALIKE = ("hour", "hours", "four", "tour", "source", "rise", "wise", "raised", "killed", "called", "fence", "metric")


@pytest.mark.parametrize(("british", "other"), PAIRS)
def test_british_and_american_spellings_are_one_term(british: str, other: str) -> None:
    assert terms(british) == terms(other)


@pytest.mark.parametrize("word", ALIKE)
def test_words_that_both_spell_alike_stay_as_they_are(word: str) -> None:
    assert american(word) == word


def test_words_that_only_end_so_are_one_term_with_all_their_forms() -> None:
    assert terms("promise promises promised promising") == terms("promise") * 4
    assert terms("surprise surprised") == terms("surprise") * 2
