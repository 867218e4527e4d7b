"""Questions about the collection, asked of a real index: the list is the answer."""

from datetime import date
from pathlib import Path

import pytest

from qa.answer import Answer, Conversation
from qa.answerer import Answerer
from qa.ask import Ask
from qa.collection import read_inquiry
from qa.errors import BadQuestion
from qa.listing import Listing, Page
from qa.question import Filters
from tests.conftest import FakeEncoder


@pytest.fixture(scope="module")
def answerer(index: Path) -> Answerer:
    return Answerer(index, FakeEncoder())


def list_of(answer: Answer) -> Listing:
    assert answer.listing
    return answer.listing


def listed(answer: Answer) -> list[str]:
    return [row.quote.citation.article_id for row in list_of(answer).rows]


def test_a_list_of_articles_with_the_words_is_a_sure_answer_made_of_its_own_quotations(answerer: Answerer) -> None:
    answer = answerer.ask("How many articles mention the Marlin ferry?", limit=2)
    assert (answer.found, answer.confidence) == (True, 1.0)
    assert listed(answer) == ["ferry-3", "ferry-2", "ferry-1"]
    assert [passage.citation.article_id for passage in answer.passages] == ["ferry-3", "ferry-2"]
    assert answer.quoted == ()
    assert {row.outlet: row.passages for row in answer.outlets}["Inland Ledger"] == 1


def test_where_no_article_has_the_words_the_passages_are_those_of_a_search(answerer: Answerer) -> None:
    answer = answerer.ask("Which outlets reported on the zebra parade?")
    assert list_of(answer).counts.listed == 0
    assert not answer.found
    assert (answer.quoted, answer.nearest) == ((), answer.passages)
    assert answer.passages
    searched = answerer.ask("the zebra parade")
    assert [one.text for one in answer.passages] == [one.text for one in searched.passages]


def test_all_words_in_any_form_are_listed_and_are_no_sure_answer(answerer: Answerer) -> None:
    answer = answerer.ask("Which outlets reported on the last crossings of the Marlin?")
    assert list_of(answer).counts.word_for_word == 0
    assert set(listed(answer)) == {"ferry-1"}
    assert answer.confidence < 1
    assert answer.quoted == answer.matching != ()


def test_passages_of_other_outlets_and_times_than_the_question_names_are_no_answer(answerer: Answerer) -> None:
    answer = answerer.ask("How often did the Inland Ledger mention the last crossing?")
    assert list_of(answer).counts.listed == 0
    assert {passage.citation.outlet for passage in answer.passages} <= {"Inland Ledger"}
    assert {row.outlet for row in answer.outlets if row.passages} <= {"Inland Ledger"}
    nothing = answerer.ask("How many articles of May 1999 mention the Marlin ferry?")
    assert (nothing.found, nothing.confidence, nothing.passages) == (False, 0.0, ())


def test_all_articles_can_be_asked_for(answerer: Answerer) -> None:
    answer = answerer.ask("How many articles are there?")
    assert (list_of(answer).counts.articles, answer.found) == (6, True)
    assert answerer.ask("How many articles are there from the Quay Courier?").listing
    assert listed(answerer.ask("List all articles from The Courier")) == ["ferry-1", "bridge-2"]
    nothing = answerer.ask("How many articles do you have of May 1999?")
    assert (list_of(nothing).counts.listed, nothing.found, nothing.passages) == (0, False, ())


def test_outlets_and_times_of_the_question_restrict_it_beside_the_filters(answerer: Answerer) -> None:
    question = "Which articles published since 4 March 2026 mention the Marlin ferry?"
    assert listed(answerer.ask(question, today=date(2026, 3, 10))) == ["ferry-3", "ferry-2"]
    assert list_of(answerer.ask(question, today=date(2026, 3, 10))).counts.undated == 1
    filters = Filters(outlets=("Harbour Post",))
    assert listed(answerer.ask(question, filters=filters, today=date(2026, 3, 10))) == ["ferry-2"]
    others = answerer.ask("Which outlets besides the Harbour Post mention the Marlin ferry?")
    assert [share.name for share in list_of(others).outlets] == ["Inland Ledger", "Quay Courier"]


def test_the_first_mention_comes_first_where_it_is_asked_for(answerer: Answerer) -> None:
    assert listed(answerer.ask("When was the Marlin ferry first mentioned?"))[0] == "ferry-1"
    assert listed(answerer.ask("When was the Marlin ferry last mentioned?"))[0] == "ferry-3"


def test_a_question_whose_inquiry_was_taken_back_is_answered_with_passages(answerer: Answerer) -> None:
    question = "How many articles mention the Marlin ferry?"
    inquiry = answerer.ask(question).question.inquiry
    assert inquiry
    answer = answerer.ask(question, filters=Filters(unread=(inquiry.put,)))
    assert answer.listing is None
    assert answer.passages


def test_it_leans_on_no_question_before(answerer: Answerer) -> None:
    before = Conversation(("What would the bridge in Estermouth cost?",))
    answer = answerer.ask("Who wrote about Lindqvist Lines?", before)
    assert answer.question.carried == ()
    assert set(listed(answer)) == {"ferry-1", "ferry-2"}


def test_a_list_can_be_had_without_a_question(answerer: Answerer) -> None:
    listing = answerer.listing(read_inquiry("Marlin ferry"), Filters(outlets=("QC",)), Page(rows=1))
    assert [row.quote.citation.article_id for row in listing.rows] == ["ferry-1"]
    with pytest.raises(BadQuestion, match="No outlet"):
        answerer.listing(read_inquiry(""), Filters(outlets=("Nobody",)))


def test_operators_narrow_a_list(answerer: Answerer) -> None:
    answer = answerer.ask("How many articles mention the Marlin ferry NOT deckhands?")
    assert listed(answer) != []
    assert not set(listed(answer)) & set(listed(answerer.ask("How many articles mention deckhands?")))
    assert list_of(answerer.ask("How many articles mention zebra OR Marlin?")).counts.listed


@pytest.mark.parametrize("question", ["Which articles mention the ferry?", "List all articles"])
def test_the_days_of_a_list_are_those_of_all_its_articles(answerer: Answerer, question: str) -> None:
    listing = answerer.ask(question).listing
    assert listing is not None
    days = answerer.days(Ask(question))
    assert days.dated + days.undated == listing.counts.listed
    assert (days.first, days.last) == (listing.first, listing.last)
