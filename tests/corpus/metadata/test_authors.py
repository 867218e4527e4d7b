import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.authors import names_persons, read_authors


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
        ("Staff reporter", ("Staff reporter",)),
        ("admin", ()),
    ],
)
def test_what_a_person_is_is_no_name(written: str, names: tuple[str, ...]) -> None:
    assert read_authors(written) == names


@pytest.mark.parametrize(
    "line", ["Marek Halden", "RUNA TORVALD", "Zoé Ulv et Marek Halden", "Ludwig van der Berg, A. Ulv"]
)
def test_a_line_of_names_names_persons(line: str) -> None:
    assert names_persons(line)


@pytest.mark.parametrize("line", ["News", "Kelpwick repairs its wall", "A Wall Falls.", "Ulv 2", " ".join(["Ulv"] * 9)])
def test_a_line_of_other_words_names_no_persons(line: str) -> None:
    assert not names_persons(line)
