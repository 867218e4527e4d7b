from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.speech import find_quotations
from tests.qa.speech.snippets import FIRST_HALF, OFFICES, SECOND_HALF, Said

PIECE = st.one_of(
    st.sampled_from([text for text, _ in FIRST_HALF]),
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "„",
            "«",
            "»",
            "‘",
            "’",
            "'",
            ".",
            ",",
            ":",
            " ",
            "\n",
            "Mara Tolle",
            "said",
            "he",
            "told",
            "that",
        ]
    ),
    st.text(max_size=8),
)


@pytest.mark.parametrize(("text", "said"), FIRST_HALF + SECOND_HALF + OFFICES)
def test_a_quotation_has_its_speaker(text: str, said: Said) -> None:
    assert tuple((one.speaker, text[one.start : one.end]) for one in find_quotations(text)) == said


@given(st.lists(PIECE, max_size=12).map("".join))
def test_quotations_of_any_text_are_spans_of_it_in_order_with_a_speaker_each(text: str) -> None:
    found = find_quotations(text)
    assert all(0 <= one.start < one.end <= len(text) and text[one.start : one.end].strip() for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.speaker for one in found)


def test_words_in_quotation_marks_are_direct_and_a_report_is_not() -> None:
    found = find_quotations('Mara Tolle said the pier was lost. "It is lost," she said.')
    assert [one.direct for one in found] == [False, True]


def test_an_office_is_known_with_the_name() -> None:
    (found,) = find_quotations("Mayor Hanna Lind spoke last. “We have waited,” she said.")
    assert found.roles == ("mayor",)


def test_of_two_of_one_surname_the_one_named_more_often_is_meant() -> None:
    text = "Karl Odd fishes. Nora Odd does not. Karl Odd sold the boat.\n“It is over,” Odd said."
    assert [one.speaker for one in find_quotations(text)] == ["Karl Odd"]


def test_a_headline_in_capitals_between_paragraphs_says_nothing() -> None:
    text = "“It is over,” Karl Odd said.\nSEE MORE OF GRETA HOLM HERE\n“My son drives a bus,” he added."
    assert [one.speaker for one in find_quotations(text)] == ["Karl Odd", "Karl Odd"]


def test_near_a_name_is_near_it_with_other_accents() -> None:
    text = "“It is over,” Zoë Lindström said."
    for name in ("Lindstrom", "Lindstroem", "Lindström"):
        assert [one.speaker for one in find_quotations(text, name)] == ["Zoë Lindström"]
