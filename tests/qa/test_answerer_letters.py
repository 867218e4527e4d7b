"""The same thing in other letters, asked of an index."""

from pathlib import Path

import pytest

from qa.answer import Answer, Verdict
from qa.answerer import Answerer
from qa.ask import Ask
from qa.question import Filters
from tests.conftest import FakeEncoder
from tests.qa.stories import Stories, story

STORIES = {
    "founded": "The North Coast Transport Authority (NCTA) was founded in 1988. It runs trams in Ostrand.",
    "strike": "Tram drivers of the NCTA struck for four hours. Union secretary Bodil Kram spoke of talks.",
    "single": "The North Coast Transport Authority wants more. Spokesman Lars Ehn called that brazen.",
    "museum": "Entry to the museum costs 9.90 crowns from May. Volunteers run it.",
    "aquarium": "Entry to the aquarium costs 19.90 crowns from May. An octopus is new.",
    "boat": "The county council voted to subsidise the winter boat with 600,000 crowns a year.",
    "clinic": "Doctor Qasem Soleimanyar opened a clinic for heart patients in Fell.",
    "library": "The city library opened. Architect Yusuf Danner kept the beams of the library.",
    "truce": "The two choirs agreed on a cease-fire in their quarrel over the hall.",
    "orchestra": "The Kyiv orchestra played in the old tannery on Sunday.",
    "therapy": "The police caught the rapist in Lind. The court sits in June.",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    corpus = Stories(tmp_path_factory.mktemp("letters"))
    corpus.write(
        *(story(name, "Ostrand Post", text) for name, text in STORIES.items()),
        sidecar='[[synonym]]\nwords = ["Kiev", "Kyiv"]\n',
    )
    corpus.refresh()
    return Answerer(corpus.index, FakeEncoder())


def first(answer: Answer) -> str:
    return answer.passages[0].citation.article_id


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("Which union secretary spoke of North Coast Transport Authority drivers who struck?", "strike"),
        ("What did Lars Ehn say about the NCTA?", "single"),
        ("What costs 9,90 crowns?", "museum"),
        ("Which entry costs 19.9 crowns?", "aquarium"),
        ("Who gets 600000 crowns?", "boat"),
        ("Who gets 0.6 million crowns a year?", "boat"),
        ("Who is Qassem Suleimanyar?", "clinic"),
        ("Who is the archtect of the library?", "library"),
        ("Who agreed on a ceasefire?", "truce"),
        ("Where did the Kiev orchestra play?", "orchestra"),
    ],
)
def test_what_is_asked_in_other_letters_is_found(answerer: Answerer, question: str, article: str) -> None:
    answer = answerer.ask(question)
    assert first(answer) == article
    assert answer.found


@pytest.mark.parametrize(
    "question",
    [
        "Who is Boris Zalgram?",
        "Who is Kassandra Sultanier?",
        "Which beekeeper lost the lottery?",
        "What costs 8.70 francs?",
        "xqzvw brrrgh",
    ],
)
def test_what_the_articles_do_not_answer_stays_so(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert not answer.found
    assert not answer.question.also


def test_a_word_of_the_question_alone_is_no_sure_answer(answerer: Answerer) -> None:
    answer = answerer.ask("Which therapist was caught?")
    assert answer.verdict is not Verdict.ANSWERS
    assert not answer.question.also


def test_what_was_taken_back_is_neither_searched_nor_counted(answerer: Answerer) -> None:
    asked = "Who is Qassem Suleimanyar?"
    others = tuple(also.other for also in answerer.ask(asked).question.also)
    assert others == ("Qasem", "Soleimanyar")
    answer = answerer.ask(asked, filters=Filters(unread=others))
    assert not answer.found
    assert not answer.question.also


def test_exact_words_are_searched_as_they_stand(answerer: Answerer) -> None:
    answer = answerer.ask('Who is the "archtect of the library"?')
    assert [also.other for also in answer.question.instead] == ["architect"]
    assert not answer.question.also
    assert answerer.ask('Who is the "architect of the library"?').question.instead == ()


def test_a_comparison_counts_an_outlet_that_writes_it_otherwise(tmp_path: Path) -> None:
    corpus = Stories(tmp_path)
    corpus.write(
        story("a", "Quay Courier", "The Coastal Rail Board (CRB) closed Lind station for the winter."),
        story("b", "Harbour Post", "The CRB closed Lind station, and it stays closed for the winter."),
        story("c", "Inland Ledger", "The choir of Saint Orla sang in a cellar for four winters."),
    )
    corpus.refresh()
    comparison = Answerer(corpus.index, FakeEncoder()).compare(Ask("Which station did the Coastal Rail Board close?"))
    assert {row.outlet for row in comparison.rows} == {"Quay Courier", "Harbour Post"}
