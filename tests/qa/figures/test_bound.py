from dataclasses import replace

import pytest

from qa.figures.bound import Bound, names_of, terms_of
from qa.figures.subject import Subject


def of(text: str, *beside: str) -> Bound:
    one = Bound(terms_of(text), names_of(text, "in"))
    return replace(one, beside=tuple(of(other) for other in beside))


def test_of_several_figures_the_one_whose_words_are_most_alike_is_of_the_same_thing() -> None:
    library = of("in the library of Varn", "in the pool")
    assert library.may_be_of(of("in the library", "in the pool of Varn"))
    assert not library.may_be_of(of("in the pool of Varn", "in the library"))


def test_a_place_that_all_figures_have_in_common_puts_none_together() -> None:
    assert not of("in Tolm for Cai Moe", "in Ada Ros").may_be_of(of("in Tolm for Bo Lind", "in Ada Ros"))


def test_one_thing_under_two_names_is_two_things() -> None:
    assert not of("in the ferry to Osk").may_be_of(of("in the ferry to Tarn"))
    assert of("in the ferry to Osk").may_be_of(of("in the ferry"))


def test_a_figure_in_a_list_that_nothing_tells_apart_is_of_nothing() -> None:
    listed = replace(of("in Osk", "in Osk"), listed=True)
    assert not listed.may_be_of(of("in Osk"))


def test_a_subject_owns_the_figure_that_has_more_of_its_words_than_those_beside_it() -> None:
    subject = Subject.of("How much did the library of Varn cost?", frozenset())
    assert subject.owns(of("in the library", "in the pool of Varn"))
    assert not subject.owns(of("in the pool of Varn", "in the library"))
    assert not subject.owns(of("in the pool", "in the shed"))
    assert subject.owns(of("in the pool"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Turnout was high", ""),
        ("Ida Mellin won", "Ida Mellin"),
        ("the Pixel 8 of Google", "Pixel 8 Google"),
        ("an iPad in 2024", "iPad 2024"),
        ("on Monday in March", ""),
        ("the school in Åsby", "Åsby"),
        ("Osk's school", "Osk"),
        ("Children's tickets", ""),
        ("Today's fare", ""),
    ],
)
def test_names_are_told_by_their_capitals_but_not_at_the_beginning_alone(text: str, names: str) -> None:
    assert names_of(text, text) == (terms_of(names) if names else frozenset())


def test_a_known_name_is_one_at_the_beginning_too() -> None:
    assert names_of("Hult got it", "Hult got it", {"Hult"}) == terms_of("Hult")
