import re
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qa.question import Facet
from qa.understand.outlet_names import COMMON_WORDS, OutletNames

NAMES = OutletNames(
    ["The Verge", "Quay Courier", "Courier", "TechCrunch.com", "People's Post", "Zürcher Straßenblatt", "Which?"],
    {"QC": "Quay Courier", "QC Weekend": "Courier", "Courier": "Quay Courier"},
)


def named(text: str) -> list[str]:
    return [facet.outlet for facet in NAMES.facets(text)]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("What does The Verge say?", "The Verge"),
        ("What does the verge say?", "The Verge"),
        ("What did Verge write?", "The Verge"),
        ("What is the Verge's view?", "The Verge"),
        ("What is The Verge’s view?", "The Verge"),
        ('According to "The Verge", who paid?', "The Verge"),
        ("According to “The Verge”, who paid?", "The Verge"),
        ("Who paid (Verge)?", "The Verge"),
        ("Is TechCrunch.com right?", "TechCrunch.com"),
        ("Is techcrunch right?", "TechCrunch.com"),
        ("Is it on verge.com?", "The Verge"),
        ("What does QC report?", "Quay Courier"),
        ("What does the qc report?", "Quay Courier"),
        ("What does People's Post say?", "People's Post"),
        ("What does the People’s Post say?", "People's Post"),
        ("PEOPLE'S POST on taxes", "People's Post"),
        ("Was meldet das Zürcher Straßenblatt?", "Zürcher Straßenblatt"),
        ("What does ZÜRCHER STRAßENBLATT say?", "Zürcher Straßenblatt"),
        ("Does Which? recommend it", "Which?"),
    ],
)
def test_an_outlet_is_found_however_it_is_spelt(text: str, outlet: str) -> None:
    assert NAMES.facets(text) == (Facet(outlet, text),)


@pytest.mark.parametrize(
    "text",
    ["He diverges from the plan", "Who wrote Vergers?", "Which one was it?", "the couriers wait", "qc1", "", "The?"],
)
def test_letters_inside_a_word_are_no_outlet(text: str) -> None:
    assert NAMES.facets(text) == ()


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Quay Courier", "Quay Courier"),
        ("a Courier", "Courier"),
        ("QC Weekend", "Courier"),
        ("QC Weekender", "Quay Courier"),
    ],
)
def test_the_longest_name_wins(text: str, outlet: str) -> None:
    assert named(f"What does {text} say?") == [outlet]


def test_an_outlet_keeps_its_own_name_when_another_has_it_for_an_alias() -> None:
    assert NAMES.resolve("courier") == "Courier"


@pytest.mark.parametrize("name", ["TİME", "TıME", "ﬁnance"])
def test_a_letter_of_another_alphabet_is_not_taken_for_one_of_the_name(name: str) -> None:
    names = OutletNames(["Time", "Finance"], {})
    assert names.facets(f"What does {name} say?") == ()
    assert names.resolve(name) is None


def test_without_outlets_none_is_found() -> None:
    assert OutletNames([], {}).facets("What does The Verge say?") == ()
    assert OutletNames([""], {}).facets("What?") == ()


@pytest.mark.parametrize("name", ["the verge", "The Verge", "VERGE", "  The  Verge "])
def test_a_name_stands_for_its_outlet(name: str) -> None:
    assert NAMES.resolve(name) == "The Verge"


@pytest.mark.parametrize("name", ["", "Post", "Verge Weekly", "the"])
def test_a_name_of_nothing_stands_for_nothing(name: str) -> None:
    assert NAMES.resolve(name) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Does The Verge say 14, while QC says 16?",
            ["Does The Verge say 14", "while QC says 16?"],
        ),
        ("Does the Verge praise what QC blames?", ["Does the Verge praise what", "QC blames?"]),
        ("The Verge and the QC on jobs", ["The Verge", "and the QC on jobs"]),
        (
            "What costs does the Verge’s report give, and when, compared with QC’s?",
            ["What costs does the Verge’s report give, and when", "compared with QC’s?"],
        ),
    ],
)
def test_a_question_is_cut_at_the_last_joint_before_the_next_outlet(text: str, parts: list[str]) -> None:
    assert NAMES.facets(text) == (Facet("The Verge", parts[0]), Facet("Quay Courier", parts[1]))


def test_an_outlet_named_in_two_places_has_what_is_said_in_each() -> None:
    facets = NAMES.facets("The Verge says 14, QC says 16, but Verge then says 15")
    assert facets == (
        Facet("The Verge", "The Verge says 14"),
        Facet("Quay Courier", "QC says 16"),
        Facet("The Verge", "but Verge then says 15"),
    )


def test_two_reports_of_one_outlet_are_asked_for_one_by_one() -> None:
    facets = NAMES.facets("Did QC on 2 October and QC on 7 October say the same?")
    assert facets == (
        Facet("Quay Courier", "Did QC on 2 October"),
        Facet("Quay Courier", "and QC on 7 October say the same?"),
    )


SPELLINGS = {
    "the Verge": "The Verge",
    "VERGE’s": "The Verge",
    "QC": "Quay Courier",
    "Quay Courier's": "Quay Courier",
    "“People’s Post”": "People's Post",
    "techcrunch": "TechCrunch.com",
}
PIECE = st.sampled_from(
    [*SPELLINGS, "says,", "while", "jobs;", "İstanbul", "and", "what", "compared to", "ß", "14", ", "]
)


@given(st.lists(PIECE, max_size=12))
def test_every_outlet_is_found_in_order_and_no_word_of_the_question_is_lost_or_made_up(pieces: list[str]) -> None:
    text = " ".join(pieces)
    facets = NAMES.facets(text)
    outlets = [SPELLINGS[piece] for piece in pieces if piece in SPELLINGS]
    assert [facet.outlet for facet in facets] == outlets
    if facets:
        parts = " ".join(facet.text for facet in facets)
        assert Counter(re.findall(r"\w+", parts)) == Counter(re.findall(r"\w+", text))
    for facet in facets:
        assert named(facet.text) == [facet.outlet]
        assert facet.text in text


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    assert all(facet.text in text for facet in NAMES.facets(text))
    NAMES.resolve(text)


@given(st.text(max_size=20).map(lambda name: " ".join(name.split())).filter(bool))
def test_whatever_an_outlet_is_called_it_is_found_by_its_name(name: str) -> None:
    names = OutletNames([name], {})
    assert names.resolve(name) == name
    assume(name.removeprefix("the ") not in COMMON_WORDS)  # such a name needs its capital letter
    assert names.facets(f"Does {name} say so?")[:1] == (Facet(name, f"Does {name} say so?"),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What happened last week?", []),
        ("What did The Week say last week?", ["The Week"]),
        ("what did the week say", ["The Week"]),
        ("who made a fortune", []),
        ("What does Fortune say of the week?", ["Fortune"]),
        ("what does fortune say", []),
        ("What does the guardian say?", ["The Guardian"]),
        ("what does quay courier say", ["Quay Courier"]),
    ],
)
def test_a_common_word_is_an_outlet_only_when_it_is_written_as_a_name(text: str, found: list[str]) -> None:
    names = OutletNames(["The Week", "Fortune", "The Guardian", "Quay Courier"], {})
    assert [facet.outlet for facet in names.facets(text)] == found
