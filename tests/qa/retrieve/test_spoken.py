from index.chunks.chunk import Chunk
from qa.language.terms import TermWeights
from qa.question import Speaker
from qa.retrieve.spoken import spoken_boosts, topic_of
from qa.speech.quotation import Quotation
from tests.conftest import in_sentences

TEXT = "Ahl came late. “The hall is our heart.” he said. The weather was fine. The school leaks."
SAID = Quotation(TEXT.index("“"), TEXT.index("”") + 1, "Boris Ahl")
PASSAGE = in_sentences(Chunk("a", 0, len(TEXT), TEXT))


def boost(**topic: float) -> float:
    return spoken_boosts({7: (SAID,), 8: (SAID,)}, {7: PASSAGE}, TermWeights(topic, {}), 1.0)[7]


def test_words_of_a_speaker_are_worth_most_on_what_is_asked() -> None:
    assert boost() == boost(hall=2.0) == 1.0
    assert boost(hall=1.0) > boost(hall=1.0, school=1.0) > boost(school=1.0) > 0


def test_a_row_that_was_not_looked_at_has_no_boost() -> None:
    assert list(spoken_boosts({7: (SAID,), 8: (SAID,)}, {7: PASSAGE}, TermWeights({}, {}), 1.0)) == [7]


def test_the_topic_is_what_is_left_without_the_speaker_and_the_saying() -> None:
    weights = TermWeights(
        {"bori": 1.0, "ahl": 2.0, "describ": 1.0, "market": 3.0, "hall": 1.0}, {("market", "hall"): 3.0}
    )
    assert topic_of(weights, Speaker("Boris Ahl")).weights == {"market": 3.0, "hall": 1.0}
