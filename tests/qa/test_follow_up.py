"""Follow-ups from the question to the passages, through the real answerer."""

from pathlib import Path

import pytest

from qa.answer import Answer, Conversation
from qa.answerer import Answerer
from qa.question import Filters
from tests.conftest import FakeEncoder

ROOF = "Where does the roof of the grammar school leak?"
FERRY = "Who took the Marlin ferry of Lindqvist Lines out of service?"
BRIDGE = "What would a bridge for Estermouth cost?"
SCHOOL_STORY, FERRY_STORIES, BRIDGE_STORIES = {"school-1"}, {"ferry-1", "ferry-2", "ferry-3"}, {"bridge-1", "bridge-2"}
TOPICS = [(ROOF, SCHOOL_STORY), (FERRY, FERRY_STORIES), (BRIDGE, BRIDGE_STORIES)]


@pytest.fixture(scope="module")
def answerer(index: Path) -> Answerer:
    return Answerer(index, FakeEncoder())


def ask_all(answerer: Answerer, *asked: str) -> Answer:
    """Asks one after the other in one conversation and returns the last answer."""
    conversation = Conversation()
    for each in asked:
        answer = answerer.ask(each, conversation)
        conversation = conversation.with_answer(answer)
    return answer


def best(answer: Answer) -> str:
    return answer.passages[0].citation.article_id


def scores(answer: Answer) -> dict[str, float]:
    return {passage.citation.article_id: passage.score for passage in answer.passages}


@pytest.mark.parametrize(("before", "stories"), TOPICS)
@pytest.mark.parametrize("asked", ["And why?", "What did they say about it?", "Why is that?", "What else?"])
def test_a_follow_up_finds_what_the_question_before_was_about(
    answerer: Answerer, before: str, stories: set[str], asked: str
) -> None:
    assert best(ask_all(answerer, before, asked)) in stories


def test_what_a_pronoun_stands_for_decides_what_the_rest_finds(answerer: Answerer) -> None:
    asked = "How many millions of euros will it cost the mayor, or the people, in jobs?"
    of_bridge, of_ferry = (scores(ask_all(answerer, before, asked)) for before in (BRIDGE, FERRY))
    assert of_bridge["bridge-2"] > of_ferry["bridge-2"]
    assert of_ferry["ferry-2"] > of_bridge["ferry-2"]


@pytest.mark.parametrize(("before", "stories"), TOPICS)
def test_and_why_finds_what_the_question_before_found_and_is_as_sure(
    answerer: Answerer, before: str, stories: set[str]
) -> None:
    first, then = ask_all(answerer, before), ask_all(answerer, before, "And why?")
    # Of two stories on one matter the bare follow-up, which says nothing itself, may have the other one first.
    assert best(first) in [passage.citation.article_id for passage in then.passages[:2]]
    assert best(then) in stories
    assert then.found == first.found
    assert then.passages[0].highlights
    assert not answerer.ask("And why?").found


def test_a_question_that_says_enough_itself_is_answered_as_if_it_were_the_first(answerer: Answerer) -> None:
    asked = "Which passengers, buses and deckhands of Lindqvist Lines lose the Marlin ferry?"
    alone, later = answerer.ask(asked), ask_all(answerer, ROOF, BRIDGE, asked)
    assert later.question == alone.question
    assert later.passages == alone.passages
    assert later.confidence == alone.confidence


def test_an_outlet_named_before_is_preferred_and_no_more(answerer: Answerer) -> None:
    asked = "What does Harbour Post say of the Marlin ferry of Lindqvist Lines?"
    then = ask_all(answerer, asked, "And the jobs?")
    assert (then.question.outlets, then.question.inherited) == (("Harbour Post",), ("Harbour Post",))
    assert then.passages[0].citation.outlet == "Harbour Post"
    assert {passage.citation.outlet for passage in then.passages} == set(answerer.holdings().outlets)


def test_what_was_carried_over_is_taken_back_by_itself(answerer: Answerer) -> None:
    asked = "What does Harbour Post say of the Marlin ferry of Lindqvist Lines?"
    before = Conversation().with_answer(answerer.ask(asked))
    then = answerer.ask("And the jobs?", before, Filters(unread=("Harbour Post",))).question
    subject = "the Marlin ferry of Lindqvist Lines?"
    assert (then.outlets, then.carried) == ((), (subject,))
    then = answerer.ask("And the jobs?", before, Filters(unread=(subject,))).question
    assert (then.outlets, then.carried, then.leaning) == (("Harbour Post",), (), 0)


def test_an_outlet_named_in_the_follow_up_is_asked_what_was_asked_before(answerer: Answerer) -> None:
    for outlet, article_id in (("Harbour Post", "ferry-2"), ("QC", "ferry-1")):
        assert best(ask_all(answerer, FERRY, f"And what does {outlet} say?")) == article_id
    (silent,) = ask_all(answerer, FERRY, "And what does Inland Ledger say?").silent
    assert silent.name == "Inland Ledger"


def test_filters_and_operators_hold_for_their_question_alone(answerer: Answerer) -> None:
    first = answerer.ask(f'{FERRY} outlet:"Harbour Post"', filters=Filters(exclude=("school-1",)))
    then = answerer.ask("And why?", Conversation().with_answer(first))
    assert then.question.filters == Filters()
    assert {passage.citation.outlet for passage in then.passages} > {"Harbour Post"}


def test_the_two_last_questions_are_carried_the_nearer_first(answerer: Answerer) -> None:
    then = ask_all(answerer, ROOF, FERRY, BRIDGE, "And why?")
    assert then.question.carried == (BRIDGE, FERRY)
    assert best(then) in BRIDGE_STORIES


def test_the_question_before_the_last_still_tells_among_what_the_last_leaves_open(answerer: Answerer) -> None:
    of_ferry, of_roof = (ask_all(answerer, first, BRIDGE, "And why?") for first in (FERRY, ROOF))
    assert best(of_ferry) in BRIDGE_STORIES
    assert best(of_roof) in BRIDGE_STORIES
    assert scores(of_ferry)["ferry-1"] > scores(of_roof).get("ferry-1", 0)
    assert scores(of_roof)["school-1"] > scores(of_ferry).get("school-1", 0)


def test_a_chain_of_follow_ups_that_say_nothing_keeps_to_the_subject(answerer: Answerer) -> None:
    for asked, stories in TOPICS:
        assert best(ask_all(answerer, asked, "And why?", "Why is that?", "And then?", "What else?")) in stories


def test_a_new_subject_is_found_in_a_conversation_as_it_is_alone(answerer: Answerer) -> None:
    before = Conversation().with_answer(answerer.ask(FERRY))
    asked = ("Which roof leaks in school?", "How many tons does bridge carry?")
    found = [question for question in asked if answerer.ask(question).found]
    assert found
    assert all(answerer.ask(question, before).found for question in found)


def test_a_follow_up_is_one_search_however_long_the_conversation_is(index: Path) -> None:
    encoder = FakeEncoder()
    answerer = Answerer(index, encoder)
    before = (ROOF, f'{BRIDGE} outlet:"Quay Courier"', ROOF, BRIDGE, f"{FERRY} since:2026-01-01")
    answer = answerer.ask("And why?", Conversation(before))
    assert encoder.encoded == [FERRY, BRIDGE]  # what it is about, and what that leans on
    assert answer.passages == ask_all(answerer, *before, "And why?").passages
