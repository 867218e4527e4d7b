import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.sentences import sentence_spans


@given(st.text())
def test_sentences_of_any_text_hold_all_of_it_and_no_line_break(text: str) -> None:
    spans = sentence_spans(text)
    end = 0
    for start, after in spans:
        assert end <= start < after
        assert not text[end:start].strip()
        assert "\n" not in text[start:after]
        end = after
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Dr. Smith of the U.S. Navy left. She stayed.", ["Dr. Smith of the U.S. Navy left.", "She stayed."]),
        ("A headline\nThe text begins.", ["A headline", "The text begins."]),
        ("  Spaces around.  \n\n  And here. ", ["Spaces around.", "And here."]),
        ("", []),
    ],
)
def test_sentences_are_found(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences
