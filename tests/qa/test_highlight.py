from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.chunk import Chunk
from qa.highlight import highlight
from qa.term_weights import TermWeights, content_terms

FERRY = "The Marlin ferry stops."
JOBS = "Fourteen jobs go."
FILLER = (
    "The weather was fine all day. People stood at the rail. Gulls cried over the quay. Somebody played a tune. "
    "Lamps came on one by one. Nobody spoke."
)


def question(text: str) -> TermWeights:
    return TermWeights(dict.fromkeys(content_terms(text), 1.0), {})


def marked(text: str, asked: str, start: int = 700) -> list[str]:
    return [mark.text for mark in highlight(Chunk("a", start, start + len(text), text), question(asked))]


def test_the_sentence_that_holds_most_of_the_question_is_marked() -> None:
    assert marked(f"{FILLER} {FERRY} {JOBS}", "When does the Marlin ferry stop?") == [FERRY]


def test_a_second_sentence_that_is_as_good_is_marked_too_in_the_order_of_the_text() -> None:
    assert marked(f"{JOBS} {FILLER} {FERRY}", "ferry jobs") == [JOBS, FERRY]


def test_marks_stand_in_the_order_of_the_text_not_of_their_worth() -> None:
    better = "The Marlin ferry stops, and jobs go."
    assert marked(f"{FERRY} {FILLER} {better}", "Marlin ferry stops jobs") == [FERRY, better]


def test_a_much_weaker_sentence_is_not_marked() -> None:
    assert marked(f"{FERRY} {FILLER} The Marlin was white.", "Marlin ferry stops") == [FERRY]


def test_nothing_is_marked_where_no_word_of_the_question_stands() -> None:
    assert marked(FILLER, "When does the ferry stop?") == []
    assert marked(FILLER, "Who was it?") == []
    assert marked("", "ferry") == []


def test_a_passage_that_is_all_on_the_subject_is_not_marked_all_over() -> None:
    text = " ".join(f"The ferry made crossing number {number}." for number in range(5))
    assert 0 < len("".join(marked(text, "ferry"))) < len(text) / 2


def test_a_passage_of_one_long_sentence_is_marked_whole() -> None:
    assert marked(FERRY, "ferry") == [FERRY]


SENTENCES = st.lists(
    st.sampled_from([FERRY, JOBS, "The ferry cost jobs!", "“Nobody asked us,” he said.", "Why?", "Mr. Rask left.\n"]),
    max_size=8,
).map(" ".join)


@given(SENTENCES | st.text(max_size=60), st.sampled_from(["Marlin ferry jobs", "Rask", "jobs", "nobody", "a b c"]))
def test_marks_are_spans_of_the_article_in_order_and_hold_the_question(text: str, asked: str) -> None:
    article = "Headline\n\n" + text + "\n\nEnd."
    start = len("Headline\n\n")
    weights = question(asked)
    marks = highlight(Chunk("a", start, start + len(text), text), weights)
    assert len(marks) <= 3
    assert bool(marks) == bool(weights.weights.keys() & set(content_terms(text)))
    assert all(one.end <= other.start for one, other in pairwise(marks))
    for mark in marks:
        assert start <= mark.start < mark.end <= start + len(text)
        assert mark.text == article[mark.start : mark.end]
        assert weights.weights.keys() & set(content_terms(mark.text))
