from qa.question import Also, Facet, Question
from qa.retrieve.fuse import Candidate
from qa.retrieve.wordings import as_meant, joined, other_wordings

NCTA = Also("NCTA", "North Coast Transport Authority", "acronym")
SLIPS = (
    Also("archtect", "architect", "slip"),
    Also("archtect", "archaic", "slip"),
    Also("ceasefire", "cease-fire", "spelling"),
)
ASKED = "What did the NCTA do?"


def test_a_slip_is_encoded_as_the_word_that_comes_nearest() -> None:
    assert as_meant("Which archtect met in the ceasefire?", SLIPS) == "Which architect met in the ceasefire?"


def test_only_whole_words_are_replaced() -> None:
    assert as_meant("Did an archtect like archtectonics?", SLIPS) == "Did an architect like archtectonics?"


def test_an_acronym_is_asked_for_by_its_long_form_too() -> None:
    (other,) = other_wordings(Question(ASKED, ASKED, also=(NCTA, *SLIPS)))
    assert other.subject == "What did the North Coast Transport Authority do?"
    assert other.also == (Also(NCTA.other, NCTA.words, "acronym"), NCTA, *SLIPS)


def test_a_question_that_names_outlets_is_asked_as_it_is() -> None:
    assert not list(other_wordings(Question(ASKED, ASKED, also=(NCTA,), facets=(Facet("Quay Courier", ASKED),))))


def test_a_row_keeps_the_best_of_its_scores() -> None:
    one, other = [Candidate(1, 0.9), Candidate(2, 0.5)], [Candidate(2, 0.95), Candidate(1, 0.3), Candidate(3, 0.1)]
    assert joined((one, other)) == [Candidate(2, 0.95), Candidate(1, 0.9), Candidate(3, 0.1)]
