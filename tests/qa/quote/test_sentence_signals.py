from dataclasses import replace

from index.chunks.chunk import Chunk
from qa.quote.sentence_signals import Signal, signals
from tests.conftest import in_sentences
from tests.qa.quote.test_highlight import FERRY, FILLER, JOBS, sought


def signal(name: str, text: str, asked: str, headline: str = "") -> list[float]:
    passage = in_sentences(Chunk("a", 0, len(text), text))
    found: Signal = signals(passage, sought(asked), "Quay Courier", headline)[name]
    assert len(found) == len(passage.spans)
    return [round(float(value), 2) for value in found]


def test_the_share_is_that_of_the_question_inside_the_passage() -> None:
    assert signal("share", f"{FERRY} The ferry is old. {JOBS}", "Marlin ferry") == [1, 0.5, 0]
    assert signal("held", f"{FERRY} The ferry is old. {JOBS}", "Marlin ferry jobs") == [0.67, 0.33, 0.33]


def test_words_that_the_headline_has_are_not_fresh() -> None:
    text = f"{FERRY} The ferry loses money."
    assert signal("fresh", text, "Marlin ferry money", "Marlin in trouble") == [0, 1]


def test_a_name_that_the_question_has_itself_gives_no_answer() -> None:
    text = "It is the Marlin. On board is Boris Ahl. He whistles."
    assert signal("gives", text, "Who sails the Marlin?") == [0, 1, 0]


def test_a_sentence_continues_one_on_the_matter_that_holds_no_answer() -> None:
    text = f"The ferry stops for good. The last trip is on Monday. {JOBS}"
    assert signal("continues", text, "When does the ferry stop?") == [0, 1, 0]


def test_what_is_asked_of_the_outlet_of_a_passage_is_looked_for_there() -> None:
    text = f"{FILLER} {FERRY} {JOBS}"
    passage = in_sentences(Chunk("a", 0, len(text), text))
    both = replace(sought("Marlin ferry jobs"), parts={"Quay Courier": sought("jobs").whole})
    assert [signals(passage, both, outlet, "")["part_share"][-1] for outlet in ("Quay Courier", "Post")] == [1, 0.5]
