import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.forms.slips import slips

SLIPS = (
    ("archtect", "architect", 1), ("libary", "library", 1), ("parliment", "parliament", 1),
    ("goverment", "government", 1), ("accomodation", "accommodation", 1), ("veterinery", "veterinary", 1),
    ("tommorow", "tomorrow", 3), ("fery", "ferry", 1), ("tarm", "tram", 1),
    ("recieve", "receive", 1), ("recieve", "relieve", 1.5), ("gouvernment", "government", 1),
    ("neccesary", "necessary", 3), ("elecrticty", "electricity", 2),
)  # fmt: skip
FAR = (("cat", "car"), ("fery", "fury"), ("act", "cat"), ("bred", "bead"), ("houses", "horsey"), ("library", "library"))
IN_NAMES = (("netanhayu", "netanyahu"), ("schwarzeneger", "schwarzenegger"), ("zuckerburg", "zuckerberg"),
            ("lindquist", "lindqvist"), ("soleimamyar", "soleimanyar"), ("soleimznyar", "soleimanyar"))  # fmt: skip
OTHER_NAMES = (("hanlon", "hanson"), ("korvin", "harvin"), ("dalton", "walton"), ("osman", "oman"),
               ("marks", "mars"), ("iran", "ran"),
               ("sheedy", "sheed"), ("aspern", "aspen"), ("holder", "halder"), ("bolton", "boston"))  # fmt: skip


@pytest.mark.parametrize(("asked", "held", "count"), SLIPS)
def test_slips_of_a_word_are_counted(asked: str, held: str, count: float) -> None:
    assert slips(asked, held, name=False) == count


@pytest.mark.parametrize(
    ("asked", "held"), [("cat", "car"), ("bred", "bead"), ("houses", "horsey"), ("library", "library")]
)
def test_short_words_and_far_ones_are_other_words(asked: str, held: str) -> None:
    assert slips(asked, held, name=False) is None


@pytest.mark.parametrize(("asked", "held"), IN_NAMES)
def test_a_slip_that_leaves_a_name_the_same_counts(asked: str, held: str) -> None:
    assert slips(asked, held, name=True)


@pytest.mark.parametrize(("asked", "held"), OTHER_NAMES)
def test_one_that_makes_it_another_name_does_not(asked: str, held: str) -> None:
    assert slips(asked, held, name=True) is None


@given(st.text("abcdef", max_size=12), st.text("abcdef", max_size=12))
def test_a_slip_in_a_name_is_one_in_a_word(asked: str, held: str) -> None:
    if slips(asked, held, name=True):
        assert slips(asked, held, name=False)
