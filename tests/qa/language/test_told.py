import pytest

from qa.language.told import Told, asked_told, tells


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why did the Marlin ferry stop?", Told.REASON),
        ("What caused the fire in the tannery?", Told.REASON),
        ("What is the reason for the delay?", Told.REASON),
        ("What led to the strike?", Told.REASON),
        ("What were the main causes of the flood?", Told.REASON),
        ("How did Anna Holm vote on the bridge?", Told.VOTE),
        ("What was the vote on the bridge?", Told.VOTE),
        ("How close was the vote?", Told.VOTE),
        ("By what margin did the council pass the budget?", Told.VOTE),
        ("How many councillors voted for it?", Told.VOTE),
        ("How many votes were there against the bridge?", Told.VOTE),
        ("How many votes did Anna Holm get?", None),
        ("When does the ferry stop?", None),
        ("What did the voters want?", None),
        ("Who reasons with the mayor?", None),
    ],
)
def test_the_question_tells_what_is_asked_for(question: str, told: Told | None) -> None:
    assert asked_told(question) is told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It stops because the keel is rotten.", Told.REASON),
        ("The delay was due to a cracked beam.", Told.REASON),
        ("The reason is a rotten keel.", Told.REASON),
        ("The reason: nobody paid.", Told.REASON),
        ("Officials blamed a cracked beam.", Told.REASON),
        ("Drivers walked out over pay.", Told.REASON),
        ("The yard cited rising costs.", Told.REASON),
        ("It was shut after divers found a crack.", Told.REASON),
        ("The council passed it 7-4.", Told.VOTE),
        ("It passed by 7 votes to 4.", Told.VOTE),
        ("Holm voted against the bridge.", Told.VOTE),
        ("The vote was unanimous.", Told.VOTE),
        ("Two members abstained.", Told.VOTE),
    ],
)
def test_a_sentence_tells_it_in_set_words(sentence: str, told: Told) -> None:
    assert tells(told, sentence)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The ferry has run since 1961.", Told.REASON),
        ("It has been shut since last March.", Told.REASON),
        ("The talks are over.", Told.REASON),
        ("It opens again after eleven weeks.", Told.REASON),
        ("It sailed after all.", Told.REASON),
        ("They were ashore three hours after the ferry had stopped.", Told.REASON),
        ("It opens on 7 April.", Told.VOTE),
        ("The council meets on Monday.", Told.VOTE),
    ],
)
def test_other_sentences_do_not(sentence: str, told: Told) -> None:
    assert not tells(told, sentence)
