import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.figures.binding import bind
from qa.figures.bound import Bound, terms_of


def bound(sentence: str, *figures: str, earlier: str = "") -> list[Bound]:
    starts = [sentence.index(figure) for figure in figures]
    return bind(sentence, [(at, at + len(figure)) for at, figure in zip(starts, figures, strict=True)], earlier)


@pytest.mark.parametrize(
    ("sentence", "figures", "own"),
    [
        ("Ida Mellin got 53 per cent; Bjarne Hult 44 per cent.", ("53 per cent", "44 per cent"), ("Mellin", "Hult")),
        ("53 per cent went to Mellin and 44 per cent to Hult.", ("53 per cent", "44 per cent"), ("Mellin", "Hult")),
        ("Mellin won 53 per cent to Hult's 44 per cent.", ("53 per cent", "44 per cent"), ("Mellin", "Hult")),
        ("Mellin (53 per cent) and Hult (44 per cent) ran.", ("53 per cent", "44 per cent"), ("Mellin", "Hult")),
        ("It is 6 km to the mine, and 15 km to the quarry.", ("6 km", "15 km"), ("mine", "quarry")),
        ("An hour is what the boat to Tarn takes; to Osk it is two hours.", ("An hour", "two hours"), ("Tarn", "Osk")),
        ("The pool of Osk has 4 lanes, that of Tarn 6 lanes.", ("4 lanes", "6 lanes"), ("Osk", "Tarn")),
        ("The pool, which is small, cost $4m, the shed $2m.", ("$4m", "$2m"), ("pool", "shed")),
        ("In Osk and Tarn live 400 and 900 people, respectively.", ("400", "900"), ("Osk", "Tarn")),
        (
            "Next to the Post Tower with 148 metres stands the Mill, which has 90 metres.",
            ("148", "90"),
            ("Post", "Mill"),
        ),
    ],
)
def test_each_figure_has_the_words_of_its_own_thing_and_none_of_the_other(
    sentence: str, figures: tuple[str, str], own: tuple[str, str]
) -> None:
    first, second = (frozenset(terms_of(word)) for word in own)
    one, other = bound(sentence, *figures)
    assert first <= one.terms
    assert not second & one.terms
    assert second <= other.terms
    assert not first & other.terms


def test_what_stands_before_all_figures_is_of_none_where_their_things_follow_them() -> None:
    one, other = bound("Of the budget of Eskel, $1m goes to the school and $2m to the bridge.", "$1m", "$2m")
    assert not terms_of("budget Eskel") & (one.terms | other.terms)


@pytest.mark.parametrize(
    "sentence",
    [
        "The roof cost $4m, the treasurer Ola Venn told the council.",
        "Ola Venn said that the roof cost $4m.",
        "According to Ola Venn, the roof cost $4m.",
    ],
)
def test_whoever_says_it_is_not_what_it_is_of(sentence: str) -> None:
    (one,) = bound(sentence, "$4m")
    assert one.terms == terms_of("roof")


def test_a_sentence_that_points_back_is_of_whom_the_one_before_names() -> None:
    (one,) = bound("She took 53 per cent.", "53 per cent", earlier="Ostrand elected Ida Mellin as mayor.")
    assert terms_of("Ida Mellin") <= one.names


def test_figures_in_a_row_that_nothing_tells_apart_are_of_nothing() -> None:
    one, other = bound("It sells for $3 and $5.", "$3", "$5")
    assert one.listed
    assert other.listed


@given(st.text(max_size=80), st.lists(st.integers(0, 80), min_size=2, max_size=8, unique=True))
def test_any_text_is_cut_for_any_figures(text: str, places: list[int]) -> None:
    ends = sorted(min(place, len(text)) for place in places)
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    assert len(bind(text, spans)) == len(spans)
