import pytest

from qa.cite.names import Name, read_name


@pytest.mark.parametrize(
    ("whole", "family", "given", "suffix"),
    [
        ("Ines Rask", "Rask", "Ines", ""),
        ("Marek van der Berg", "van der Berg", "Marek", ""),
        ("Ludwig von Halden", "von Halden", "Ludwig", ""),
        ("Mary Jane O’Hara", "O’Hara", "Mary Jane", ""),
        ("Tom Oduya Jr.", "Oduya", "Tom", "Jr."),
        ("Jean-Paul Mercier III", "Mercier", "Jean-Paul", "III"),
        ("J. R. Ulv", "Ulv", "J. R.", ""),
    ],
)
def test_a_surname_is_the_last_word_with_its_particles(whole: str, family: str, given: str, suffix: str) -> None:
    assert read_name(whole) == Name(whole, family, given, suffix)


@pytest.mark.parametrize(
    "whole", ["Reuters", "AFP", "", "Staff Writer", "Quay Courier staff", "新华社", "the newsroom"]
)
def test_what_is_no_person_is_not_parted(whole: str) -> None:
    assert read_name(whole) == Name(whole)
