from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from qa.figures import asked_alone
from qa.language.asked_kind import asked_kind
from qa.language.terms import TermWeights, content_terms
from qa.language.told import asked_told
from qa.passage import Highlight
from qa.quote.highlight import choose, highlight
from qa.quote.sought import Aim, Sought
from tests.conftest import FakeEncoder, in_sentences

FERRY = "The Marlin ferry stops."
JOBS = "Fourteen jobs go."
FILLER = (
    "The weather was fine all day. People stood at the rail. Gulls cried over the quay. Somebody played a tune. "
    "Lamps came on one by one. Nobody spoke."
)


def sought(text: str, near: str | None = None) -> Sought:
    """What a question seeks; its meaning is that of another text where one is given."""
    weights = TermWeights(dict.fromkeys(content_terms(text), 1.0), {})
    aim = Aim(weights, FakeEncoder().encode([near or text])[0])
    return Sought(aim, {}, asked_alone(text), asked_kind(text), asked_told(text))


def marks(text: str, asked: str, start: int = 700) -> tuple[Highlight, ...]:
    passage = in_sentences(Chunk("a", start, start + len(text), text))
    return highlight(passage, sought(asked))


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
    asked, text = "When does the Marlin ferry stop?", f"{FERRY} {giving} {FILLER}"
    passage = in_sentences(Chunk("a", 0, len(text), text))
    marks = highlight(passage, sought(asked), giving=[1])
    assert [one.text for one in marks] == [giving if mark else FERRY]


def test_nothing_is_marked_where_neither_words_nor_meaning_come_near() -> None:
    assert marked(FILLER, "When does the ferry stop?") == []
    assert marked(FILLER, "Who was it?") == []
    assert marked("", "ferry") == []


def test_a_passage_that_is_all_on_the_subject_is_not_marked_all_over() -> None:
    text = " ".join(f"The ferry made crossing number {number}." for number in range(5))
    assert 0 < len("".join(marked(text, "ferry"))) < len(text) / 2


@pytest.mark.parametrize("named", [True, False])
def test_no_sentence_is_marked_for_being_shorter_than_a_surer_one(*, named: bool) -> None:
    first, long, short = (
        "The council had asked for an inquiry.",
        f"A judge, {'very ' * 30}old, leads it.",
        "Rask was against.",
    )
    text = f"{first} {long} {short}"
    passage = in_sentences(Chunk("a", 0, len(text), text))
    assert choose(passage, np.array([1.0, 0.3, 0.29]), named=named) == [0]
    assert choose(passage, np.array([1.0, 0.29, 0.9]), named=named) == [0, 2]


def test_where_a_name_is_asked_for_one_half_as_sure_is_marked_beside_a_long_one() -> None:
    text = f"The council of Ostrand voted for an inquiry into the ferry. A judge leads the inquiry into it. {FILLER}"
    passage = in_sentences(Chunk("a", 0, len(text), text))
    assert choose(passage, np.array([1.0, 0.5, *[0.0] * (len(passage.spans) - 2)]), named=True) == [0, 1]


def test_a_passage_of_one_long_sentence_is_marked_whole() -> None:
    assert marked(FERRY, "ferry") == [FERRY]


SENTENCES = st.lists(
    st.sampled_from([FERRY, JOBS, "The ferry cost jobs!", "“Nobody asked us,” he said.", "Why?", "Mr. Rask left.\n"]),
    max_size=8,
).map(" ".join)


def nearer(sentence: str, text: str) -> list[str]:
    """Marks for a question that shares no word with the text and is near to one sentence of it in meaning."""
    passage = in_sentences(Chunk("a", 0, len(text), text))
    return [mark.text for mark in highlight(passage, sought("zeppelin", sentence))]


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
    assert found or not sought(asked).whole.weights.weights.keys() & set(content_terms(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    for mark in found:
        assert start <= mark.start < mark.end <= start + len(text)
        assert mark.text == article[mark.start : mark.end]


def test_of_sentences_that_are_near_enough_only_those_that_give_the_figure_asked_for_are_marked() -> None:
    text = f"{FILLER} {FERRY} {JOBS}"
    passage = in_sentences(Chunk("a", 0, len(text), text))
    asked = "ferry jobs"
    giving = [passage.spans.index((text.index(JOBS), text.index(JOBS) + len(JOBS)))]
    found = highlight(passage, sought(asked), giving=giving)
    assert [mark.text for mark in found] == [JOBS]


def test_a_row_of_figures_is_marked_beside_a_sentence_that_gives_one_though_its_unit_stands_elsewhere() -> None:
    text = f"The Marlin ferry costs 9 crowns.\n\nKey figures:\nMarlin ferry costs | 398\nHeron bus | 352\n\n{FILLER}"
    passage = in_sentences(Chunk("a", 0, len(text), text))
    found = highlight(passage, sought("How high are the costs of the Marlin ferry?"), giving=[0])
    assert [mark.text for mark in found] == ["The Marlin ferry costs 9 crowns.", "Marlin ferry costs | 398"]


def test_a_figure_in_a_sentence_on_something_else_is_not_marked_for_its_sake() -> None:
    text = f"{FERRY} {FILLER}"
    passage = in_sentences(Chunk("a", 0, len(text), text))
    asked = "When does the Marlin ferry stop?"
    found = highlight(passage, sought(asked), giving=[len(passage.spans) - 1])
    assert [mark.text for mark in found] == [FERRY]


@pytest.mark.parametrize(
    ("asked", "text", "mark"),
    [
        (
            "Why does the Marlin ferry stop?",
            f"{FERRY} The reason is a rotten keel. {FILLER}",
            "The reason is a rotten keel.",
        ),
        (
            "Why does the Marlin ferry stop?",
            f"{FILLER} {FERRY} Officials blamed the keel.",
            "Officials blamed the keel.",
        ),
        (
            "What was the vote on the Marlin ferry?",
            f"The council sold the Marlin ferry. It passed by 7 votes to 4. {FILLER}",
            "It passed by 7 votes to 4.",
        ),
        (
            "How did the council vote on the ferry?",
            f"{FILLER} The council sold the ferry. Two members abstained.",
            "Two members abstained.",
        ),
    ],
)
def test_a_reason_or_a_vote_is_marked_where_it_is_asked_for_though_it_stands_in_the_sentence_after(
    asked: str, text: str, mark: str
) -> None:
    assert mark in marked(text, asked)


def test_a_reason_for_something_else_is_not_marked() -> None:
    text = f"{FERRY} {FILLER} The fair was off because it rained."
    assert marked(text, "Why does the Marlin ferry stop?") == [FERRY]


def test_of_two_sentences_on_the_matter_the_one_with_a_name_is_marked_where_a_name_is_asked_for() -> None:
    named = "The Marlin ferry has a new master in Boris Ahl."
    text = f"{FILLER} The Marlin ferry has a new master aboard. {named}"
    assert named in marked(text, "Who is the master of the Marlin ferry?")


def test_a_row_of_a_table_is_marked_with_the_line_that_heads_it() -> None:
    text = f"{FILLER}\n\nLine | Adult | Child\nMarlin ferry | 4.20 | 2.10\nHeron bus | 3.80 | 1.90"
    assert marked(text, "Marlin ferry fare") == ["Line | Adult | Child", "Marlin ferry | 4.20 | 2.10"]


def test_the_name_of_a_writer_is_not_marked_where_a_name_is_asked_for() -> None:
    text = f"Ines Rask\nQuay Courier\nThe Marlin ferry has a new master in Boris Ahl. {FILLER}"
    assert marked(text, "Who is the master of the Marlin ferry?") == ["The Marlin ferry has a new master in Boris Ahl."]


def test_a_heading_is_not_marked_for_the_sentence_under_it() -> None:
    text = f"Power was cut in Ostrand\nThe power of 99,000 homes was cut in Ostrand. {FILLER}"
    assert marked(text, "power cut Ostrand") == ["The power of 99,000 homes was cut in Ostrand."]
