import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.scope.author_names import AuthorNames
from qa.scope.mask import SOURCE, mask

NAMES = AuthorNames(
    ["Runa Velt", "Jon Brask", "Ana Corvel", "Zoë Årsand", "Trina Paul", "Andy Hunter at Anfield", "Reuters"],
    lambda word: word.casefold() == "corvel",
)
PAPER = "The Quay Post"


def named(text: str) -> list[str]:
    masked = mask(text).replace(PAPER, SOURCE * len(PAPER))
    return [mention.name for mention in NAMES.mentions(masked)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("What did Runa Velt report about the library?", ["Runa Velt"]),
        ("What did Runa Velt say about the library?", ["Runa Velt"]),
        ("articles by Jon Brask", ["Jon Brask"]),
        ("library article by runa velt", ["Runa Velt"]),
        ("What was written about the storm by Runa Velt and Jon Brask?", ["Runa Velt", "Jon Brask"]),
        ("Brask's report on the storm", ["Jon Brask"]),
        ("Brask’s latest story", ["Jon Brask"]),
        ("What did Brask write about the storm?", ["Jon Brask"]),
        ("Pieces by Velt", ["Runa Velt"]),
        ("reports from Jon Brask", ["Jon Brask"]),
        ("Jon Brask articles about the tram", ["Jon Brask"]),
        ("the columnist Zoe Arsand", ["Zoë Årsand"]),
        ("Jon Brask on the tram", ["Jon Brask"]),
        ("according to Runa Velt, what did it cost?", ["Runa Velt"]),
        ("stories by Andy Hunter", ["Andy Hunter at Anfield"]),
        ("reports by Reuters on the strike", ["Reuters"]),
        ("What did Ana Corvel write about the boat?", ["Ana Corvel"]),
        ("What did Ana Corvel report on the boat?", ["Ana Corvel"]),
        (f"What did Runa Velt of {PAPER} write about the library?", ["Runa Velt"]),
        (f"What did Runa Velt ({PAPER}) write about the library?", ["Runa Velt"]),
        (f"What did Runa Velt from {PAPER} and Jon Brask write?", ["Runa Velt", "Jon Brask"]),
    ],
)
def test_an_author_is_named_by_words_of_writing(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "What did Jon Brask do in the harbour?",
        "Who is Jon Brask?",
        "What does Velt say about the library?",  # a surname alone may be that of anyone
        "What did Ana Corvel say about the boat?",  # the articles tell of her
        "Corvel's report on the boat",
        "What did Corvel report?",
        "What did anyone but Jon Brask write about the storm?",
        "What did anyone other than Jon Brask or Runa Velt write about the storm?",
        "storm articles, not by Jon Brask",
        f"Who is Jon Brask of {PAPER}?",
        "Who was hurt by Corvel?",
        "Who was hurt by Brask?",
        "the prediction that was reported by Paul Tudor Jones",
        "He braskly wrote",
        "",
    ],
)
def test_whoever_is_a_subject_is_not_taken_for_an_author(text: str) -> None:
    assert named(text) == []


def test_a_surname_that_two_have_means_both() -> None:
    names = AuthorNames(["Runa Velt", "Olaf Velt"])
    assert [mention.name for mention in names.mentions("articles by Velt")] == ["Runa Velt", "Olaf Velt"]


def test_without_authors_none_is_named() -> None:
    assert AuthorNames([]).mentions("articles by Runa Velt") == []


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    assert all(text[mention.start : mention.end] for mention in NAMES.mentions(mask(text)))
