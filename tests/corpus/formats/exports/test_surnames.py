import pytest

from corpus.formats.exports.surnames import surnames_last


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
