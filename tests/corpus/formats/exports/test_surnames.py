import pytest

from corpus.formats.exports.surnames import author_names, surnames_last


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("ULV, MIRA", ["MIRA ULV"]),
        ("Ulv, Mira; van der Berg, Jan-Marek ;  Kelm, Ana M.", ["Mira Ulv", "Jan-Marek van der Berg", "Ana M. Kelm"]),
        ("Mira Ulv, Marek Halden", "Mira Ulv, Marek Halden"),
        ("Ulv, Mira; Marek Halden", "Ulv, Mira; Marek Halden"),
        ("Ulv, dpa", "Ulv, dpa"),
        ("Par Mira \n Ulv", "Par Mira Ulv"),
        ("", ""),
    ],
)
def test_a_surname_is_put_last_where_every_name_begins_with_one(written: str, names: object) -> None:
    assert surnames_last(written) == names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Halden, Marek.", ["Marek Halden"]),
        ("Olivarez-Giles, Nathan; Ulv, Mira", ["Nathan Olivarez-Giles", "Mira Ulv"]),
        ("Marsh, John A.", ["John A. Marsh"]),
        ("King, Martin L, Jr.", ["Martin L King, Jr"]),
        ("Runa Torvald, Staff Writer", ["Runa Torvald, Staff Writer"]),
        ("Anonymous.", []),
        ("QUAY PRESS AGENCY", ["QUAY PRESS AGENCY"]),
    ],
)
def test_authors_are_written_as_people_write_them(written: str, names: list[str]) -> None:
    assert author_names(written) == names
