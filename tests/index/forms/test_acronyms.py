import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.forms.acronyms import Acronym, find_acronyms

NCTA = "North Coast Transport Authority"
SPELLED_OUT = (
    ("The North Coast Transport Authority (NCTA) was founded in 1988.", "NCTA", NCTA),
    ("The NCTA (North Coast Transport Authority) said so.", "NCTA", NCTA),
    ("the NCTA, or North Coast Transport Authority, said", "NCTA", NCTA),
    ("the NCTA, the North Coast Transport Authority, said", "NCTA", NCTA),
    ("the North Coast Transport Authority, or NCTA, said", "NCTA", NCTA),
    ("the North Coast Transport Authority, known as the NCTA, said", "NCTA", NCTA),
    ("the North Coast Transport Authority (“NCTA”) said", "NCTA", NCTA),
    ("the North Coast Transport Authority (the NCTA; see below) said", "NCTA", NCTA),
    ("the North Coast Transport Authority (N.C.T.A.) said", "NCTA", NCTA),
    ("NCTA stands for North Coast Transport Authority.", "NCTA", NCTA),
    ("NCTA – North Coast Transport Authority", "NCTA", NCTA),
    ("The Department for Water (DfW) drained it.", "DfW", "Department for Water"),
    ("The U.S. Department of Justice (DOJ) sued.", "DOJ", "Department of Justice"),
    ("the Ministry of Defence (MoD)", "MoD", "Ministry of Defence"),
    ("Government Communications Headquarters (GCHQ)", "GCHQ", "Government Communications Headquarters"),
    ("shares of electric vehicles (EVs) rose", "EV", "electric vehicles"),
    ("post-traumatic stress disorder (PTSD)", "PTSD", "post-traumatic stress disorder"),
    ("the World Health Organisation’s (WHO) head", "WHO", "World Health Organisation"),
    ("the Royal Society for the Protection of Birds (RSPB)", "RSPB", "Royal Society for the Protection of Birds"),
    ("the Financial Crimes Enforcement Network (FinCEN)", "FinCEN", "Financial Crimes Enforcement Network"),
)
NOT = (
    "The Authority (NCTA) said so.", "It rained in Ostrand (NCTA).", "ATLANTA (CNN) – It rained.",
    "Apple (AAPL) rose.", "Senator Ted Cruz (R-TX) spoke.", "The CEO, Caroline Ellison, left.",
    "The CEO (Caroline Ellison) left.", "the Coast Transport Authority (NCTA)", "The board met. North (NC) is far.",
    "In May (see below) the NCTA struck.", "He lives in Port Marrow (PO Box 7).", "GPT-4 (GPT-4)", "the trams (A)",
    "transport in the north. Coast Authority (TNCA)",
)  # fmt: skip


@pytest.mark.parametrize(("text", "short", "long"), SPELLED_OUT)
def test_an_acronym_and_its_long_form_are_found_whichever_stands_first(text: str, short: str, long: str) -> None:
    assert find_acronyms(text) == {Acronym(short, long)}


@pytest.mark.parametrize("text", NOT)
def test_what_the_letters_do_not_bear_out_is_none(text: str) -> None:
    assert not find_acronyms(text)


def test_a_text_may_spell_out_several() -> None:
    text = f"The Swan Marsh Institute (SMI) and the Salt Mine Inspectorate (SMI) met the NCTA ({NCTA})."
    found = find_acronyms(text)
    assert {one.long for one in found} == {"Swan Marsh Institute", "Salt Mine Inspectorate", NCTA}


@given(st.text(max_size=80))
def test_both_forms_stand_in_the_text(text: str) -> None:
    for one in find_acronyms(f"{text} of the {NCTA} (NCTA) {text}"):
        assert one.short[0] in text + NCTA
        assert one.long.split()[0] in f"{text} {NCTA}"


@pytest.mark.parametrize("text", ["NCTA (" * 20_000, "a (AB) " * 20_000, "A " * 50_000 + "(AAAAAAAAAA)"])
def test_a_long_text_takes_no_long_time(text: str) -> None:
    assert find_acronyms(text) is not None
