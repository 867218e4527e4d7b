from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from qa.language.terms import TermWeights, content_terms
from qa.passage import Highlight
from qa.quote.highlight import highlight
from tests.conftest import FakeEncoder, in_sentences

FERRY = "The Marlin ferry stops."
JOBS = "Fourteen jobs go."
FILLER = (
    "The weather was fine all day. People stood at the rail. Gulls cried over the quay. Somebody played a tune. "
    "Lamps came on one by one. Nobody spoke."
)


def question(text: str) -> TermWeights:
    return TermWeights(dict.fromkeys(content_terms(text), 1.0), {})


def marks(text: str, asked: str, start: int = 700) -> tuple[Highlight, ...]:
    passage = in_sentences(Chunk("a", start, start + len(text), text))
    return highlight(passage, question(asked), FakeEncoder().encode([asked])[0])


def marked(text: str, asked: str) -> list[str]:
    return [mark.text for mark in marks(text, asked)]


def test_the_sentence_that_holds_most_of_the_question_is_marked() -> None:
    assert marked(f"{FILLER} {FERRY} {JOBS}", "When does the Marlin ferry stop?") == [FERRY]


def test_a_second_sentence_that_is_as_good_is_marked_too_in_the_order_of_the_text() -> None:
    assert marked(f"{JOBS} {FILLER} {FERRY}", "ferry jobs") == [JOBS, FERRY]


def test_marks_stand_in_the_order_of_the_text_not_of_their_worth() -> None:
    better = "The Marlin ferry stops, and jobs go."
    assert marked(f"{FERRY} {FILLER} {better}", "Marlin ferry stops jobs") == [FERRY, better]


def test_a_much_weaker_sentence_is_not_marked() -> None:
    assert marked(f"{FERRY} {FILLER} The Marlin was white.", "Marlin ferry stops") == [FERRY]


@pytest.mark.parametrize(("giving", "mark"), [("The Marlin ferry has 40 cabins.", True), (JOBS, False)])
def test_the_lesser_of_two_sentences_is_marked_where_it_gives_the_figure_and_is_on_the_matter(
    giving: str, *, mark: bool
) -> None:
    asked, text = "When does the Marlin ferry stop?", f"{FERRY} {giving}"
    passage = in_sentences(Chunk("a", 0, len(text), text))
    marks = highlight(passage, question(asked), FakeEncoder().encode([asked])[0], [1])
    assert [one.text for one in marks] == [giving if mark else FERRY]


def test_nothing_is_marked_where_neither_words_nor_meaning_come_near() -> None:
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


def nearer(sentence: str, text: str) -> list[str]:
    """Marks for a question that shares no word with the text and is near to one sentence of it in meaning."""
    passage = in_sentences(Chunk("a", 0, len(text), text))
    return [mark.text for mark in highlight(passage, question("zeppelin"), FakeEncoder().encode([sentence])[0])]


def test_a_sentence_that_says_it_in_other_words_is_marked() -> None:
    assert nearer(JOBS, f"{FILLER} {JOBS} {FERRY}") == [JOBS]


def test_meaning_decides_between_sentences_with_the_same_words_of_the_question() -> None:
    text = f"{FILLER} The ferry is white. The ferry costs too much money."
    assert marked(text, "How much money does the ferry cost?")[-1] == "The ferry costs too much money."


@given(SENTENCES | st.text(max_size=60), st.sampled_from(["Marlin ferry jobs", "Rask", "jobs", "nobody", "a b c"]))
def test_marks_are_spans_of_the_article_in_order(text: str, asked: str) -> None:
    article = "Headline\n\n" + text + "\n\nEnd."
    start = len("Headline\n\n")
    found = marks(text, asked, start)
    assert len(found) <= 3
    assert found or not question(asked).weights.keys() & set(content_terms(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    for mark in found:
        assert start <= mark.start < mark.end <= start + len(text)
        assert mark.text == article[mark.start : mark.end]


def test_of_sentences_that_are_near_enough_only_those_that_give_the_figure_asked_for_are_marked() -> None:
    text = f"{FILLER} {FERRY} {JOBS}"
    passage = in_sentences(Chunk("a", 0, len(text), text))
    asked = "ferry jobs"
    giving = [passage.spans.index((text.index(JOBS), text.index(JOBS) + len(JOBS)))]
    found = highlight(passage, question(asked), FakeEncoder().encode([asked])[0], giving)
    assert [mark.text for mark in found] == [JOBS]


def test_a_figure_in_a_sentence_on_something_else_is_not_marked_for_its_sake() -> None:
    text = f"{FERRY} {FILLER}"
    passage = in_sentences(Chunk("a", 0, len(text), text))
    asked = "When does the Marlin ferry stop?"
    found = highlight(passage, question(asked), FakeEncoder().encode([asked])[0], [len(passage.spans) - 1])
    assert [mark.text for mark in found] == [FERRY]
