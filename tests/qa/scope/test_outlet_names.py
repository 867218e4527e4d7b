import re
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qa.scope.outlet_names import COMMON_WORDS, OutletNames, parts

NAMES = OutletNames(
    ["The Verge", "Quay Courier", "Courier", "TechCrunch.com", "People's Post", "Zürcher Straßenblatt", "Which?"],
    {"QC": "Quay Courier", "QC Weekend": "Courier", "Courier": "Quay Courier"},
)


def named(text: str, names: OutletNames = NAMES) -> list[str]:
    return [mention.name for mention in names.mentions(text)]


def asked(text: str) -> list[tuple[str, str]]:
    """Returns the outlets with the part of the text that speaks of each."""
    mentions = NAMES.mentions(text)
    cut = [text[start:end].strip(" ,;") for start, end in parts(text, mentions)]
    return list(zip(named(text), cut, strict=bool(mentions)))


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
    assert asked(text) == [(outlet, text)]


@pytest.mark.parametrize(
    "text",
    ["He diverges from the plan", "Who wrote Vergers?", "Which one was it?", "the couriers wait", "qc1", "", "The?"],
)
def test_letters_inside_a_word_are_no_outlet(text: str) -> None:
    assert named(text) == []


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
    assert named(f"What does {name} say?", names) == []
    assert names.resolve(name) is None


def test_without_outlets_none_is_found() -> None:
    assert named("What does The Verge say?", OutletNames([], {})) == []
    assert named("What?", OutletNames([""], {})) == []


@pytest.mark.parametrize("name", ["the verge", "The Verge", "VERGE", "  The  Verge "])
def test_a_name_stands_for_its_outlet(name: str) -> None:
    assert NAMES.resolve(name) == "The Verge"


@pytest.mark.parametrize("name", ["", "Post", "Verge Weekly", "the"])
def test_a_name_of_nothing_stands_for_nothing(name: str) -> None:
    assert NAMES.resolve(name) is None


@pytest.mark.parametrize(
    ("text", "cut"),
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
def test_a_question_is_cut_at_the_last_joint_before_the_next_outlet(text: str, cut: list[str]) -> None:
    assert asked(text) == [("The Verge", cut[0]), ("Quay Courier", cut[1])]


def test_an_outlet_named_in_two_places_has_what_is_said_in_each() -> None:
    assert asked("The Verge says 14, QC says 16, but Verge then says 15") == [
        ("The Verge", "The Verge says 14"),
        ("Quay Courier", "QC says 16"),
        ("The Verge", "but Verge then says 15"),
    ]


def test_two_reports_of_one_outlet_are_asked_for_one_by_one() -> None:
    assert asked("Did QC on 2 October and QC on 7 October say the same?") == [
        ("Quay Courier", "Did QC on 2 October"),
        ("Quay Courier", "and QC on 7 October say the same?"),
    ]


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
    found = asked(text)
    assert [outlet for outlet, _ in found] == [SPELLINGS[piece] for piece in pieces if piece in SPELLINGS]
    if found:
        whole = " ".join(part for _, part in found)
        assert Counter(re.findall(r"\w+", whole)) == Counter(re.findall(r"\w+", text))
    for outlet, part in found:
        assert named(part) == [outlet]
        assert part in text


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    assert all(text[mention.start : mention.end].strip() for mention in NAMES.mentions(text))
    NAMES.resolve(text)


@given(st.text(max_size=20).map(lambda name: " ".join(name.split())).filter(bool))
def test_whatever_an_outlet_is_called_it_is_found_by_its_name(name: str) -> None:
    names = OutletNames([name], {})
    assert names.resolve(name) == name
    assume(name.removeprefix("the ") not in COMMON_WORDS)  # such a name needs its capital letter
    assert named(f"Does {name} say so?", names)[:1] == [name]


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
    assert named(text, names) == found
