import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.authors import read_authors


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By Helena Brandt and Tom Achterberg", ("Helena Brandt", "Tom Achterberg")),
        ("Helena Brandt, Tom Achterberg & Li Wu", ("Helena Brandt", "Tom Achterberg", "Li Wu")),
        (["Helena Brandt", "helena brandt", "Tom Achterberg"], ("Helena Brandt", "Tom Achterberg")),
        ([{"name": "Noor Castellane"}, {"email": "x@y.example"}], ("Noor Castellane",)),
        ({"name": "Noor Castellane", "@type": "Person"}, ("Noor Castellane",)),
        ("['Ana Ruiz', 'Bo Li']", ("Ana Ruiz", "Bo Li")),
        ("José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Martin King, Jr.", ("Martin King, Jr",)),
        ("BY: ANA RUIZ", ("ANA RUIZ",)),
        ("https://www.facebook.com/paper, ana@paper.example, @ana, Ana", ("Ana",)),
        ("Ana\u200b\x07 Ruiz", ("Ana Ruiz",)),
        (None, ()),
        ("null", ()),
        (17, ()),
        ("x" * 500, ()),
        ("Byron Andersen", ("Byron Andersen",)),
        ("Ana Ruiz, Bo Li, and Mia Wong", ("Ana Ruiz", "Bo Li", "Mia Wong")),
        ("ana@ledger.example (Ana Ruiz)", ("Ana Ruiz",)),
        ("Ana K.", ("Ana K.",)),
        ("Max Holt, NDR-Studio Kiel", ("Max Holt",)),
        ("김민수 기자", ("김민수",)),
    ],
)
def test_names_are_read_from_any_shape(written: object, names: tuple[str, ...]) -> None:
    assert read_authors(written) == names


@given(
    st.recursive(
        st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_any_value_gives_single_lines_or_nothing(value: object) -> None:
    for name in read_authors(value):
        assert name == " ".join(name.split())
        assert name


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ana Ruiz, Staff Writer", ("Ana Ruiz",)),
        ("Ana Ruiz in Northmere and agencies", ("Ana Ruiz",)),
        ("Ana Ruiz (Harbour Press)", ("Ana Ruiz",)),
        ("Von Ana Ruiz und Jan Holm", ("Ana Ruiz", "Jan Holm")),
        ("News agencies", ("News agencies",)),
        ("Staff reporter", ()),
        ("Door onze verslaggever", ()),
        ("El Faro / Staff", ()),
        ("Corrections and clarifications column editor", ()),
        ("admin", ()),
        ("bur/dp/cl", ()),
        ("Le Quai avec AFP", ()),
        ("Zoé Ulv avec AFP", ("Zoé Ulv",)),
        ("Propos recueillis par Zoé Ulv", ("Zoé Ulv",)),
        ("Ana Ruiz For Courieronline", ("Ana Ruiz",)),
        ("Ana Ruiz aus Wien", ("Ana Ruiz",)),
        ("Von unserem Korrespondenten Jan Holm", ("Jan Holm",)),
        ("Door onze verslaggever Jan Holm", ("Jan Holm",)),
        ("De notre envoyée spéciale à Brest, Zoé Ulv", ("Zoé Ulv",)),
    ],
)
def test_what_a_person_is_is_no_name(written: str, names: tuple[str, ...]) -> None:
    assert read_authors(written) == names


@pytest.mark.parametrize(
    "written",
    [
        "By Ana Ruiz; Jan Holm contributed reporting from London",
        "Ana Ruiz. Jan Holm contributed reporting",
        "Ana Ruiz; Jan Holm reported from Paris, and Li Wu from Rome",
        "Ana Ruiz. Edited by Jan Holm and Li Wu",
        "Ana Ruiz, photographs by Jan Holm",
        "Ana Ruiz Additional reporting by Jan Holm",
    ],
)
def test_who_only_helped_is_no_author(written: str) -> None:
    assert read_authors(written) == ("Ana Ruiz",)


@pytest.mark.parametrize("behind", ["Associated Press", "CNN", "The Harbour Gazette", "Berlin", "New York", "dpa"])
def test_agency_outlet_or_place_behind_a_name_is_no_author(behind: str) -> None:
    assert read_authors(f"Ana Ruiz, {behind}") == ("Ana Ruiz",)
    assert read_authors(behind) == (behind,)


@pytest.mark.parametrize("word", ["et", "y", "Y", "e", "en", "och", "og", "i", "и", "and", "und"])
def test_names_joined_by_and_in_any_language_are_several(word: str) -> None:
    assert read_authors(f"Zoé Ulv {word} Kees de Vré") == ("Zoé Ulv", "Kees de Vré")
    assert read_authors(f"Jan Holm, ZOÉ ULV {word} KEES DE VRÉ") == ("Jan Holm", "ZOÉ ULV", "KEES DE VRÉ")


@pytest.mark.parametrize("name", ["Santiago Ramón y Cajal", "Maria de Sousa e Silva", "Josep Carod i Rovira"])
def test_a_name_that_holds_such_a_word_stays_whole(name: str) -> None:
    assert read_authors(name) == (name,)
    assert read_authors(f"{name} y Ana Ruiz") == (name, "Ana Ruiz")
