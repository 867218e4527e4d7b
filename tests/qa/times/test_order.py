from datetime import date

import pytest

from qa.question import Order
from qa.times.order import find_order

TODAY = date(2026, 3, 10)
ORDERS = {
    "When was the first article on the pylons published?": "oldest",
    "What is the most up to date figure for floods?": "newest",
    "what happened recently at the mine": "newest",
    "What did she originally claim?": "oldest",
    "Where is the oldest oak?": "",
    "What is happening now at the mine?": "newest",
    "Why is the new road late?": "",
    "Who bought the first ticket?": "",
    "Is she still the current champion?": "newest",
    "What is the oldest article on the bridge?": "oldest",
    "What is the earliest report on the leak?": "oldest",
    "Which minister resigned most recently?": "newest",
    "What has the bishop said recently?": "newest",
    "newest articles on the bridge": "newest",
    "What is new on the bridge?": "newest",
    "Who is mayor now?": "newest",
    "what's the most recent count": "newest",
    "How many have died so far?": "newest",
    "Who was the first to report the leak?": "oldest",
    "any news on the bridge": "newest",
    "What did New Scientist find?": "",
    "Who directed Apocalypse Now?": "",
    "What is the new bridge made of?": "",
    "How old is the oldest tree?": "",
    "Who was the first man on the moon?": "",
    "How many voted in the first round?": "",
    "What was the last report on the dam?": "newest",
    "is the road closed at the moment": "newest",
    "Who is leading the polls these days?": "newest",
    "When was the leak first reported?": "oldest",
    "what's new with the dam": "newest",
    "Any updates about the search?": "newest",
    "When did the paper first mention the dam?": "oldest",
    "What is known now that the trial is over?": "",
    "Who made the last offer before the boat sank?": "",
    "Who was the first official on the scene?": "",
    "Which new school was built?": "",
    "what has the council done lately": "newest",
    "What did the first reports on the crash say?": "oldest",
    "Show me the newest story about wolves": "newest",
    "What was the original estimate for the tunnel?": "oldest",
    "What's the current thinking on the tunnel?": "newest",
    "How is the search going right now?": "newest",
    "What was the final score?": "",
    "Who bought the newspaper last?": "",
    "What new evidence has been found?": "",
    "Who was at the first meeting?": "",
}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is the latest budget for the quay?", "latest"),
        ("newest figures on the quay", "newest"),
        ("What is the Most Recent figure?", "Most Recent"),
        ("What is the current budget of the quay?", "current"),
        ("Who is currently mayor?", "currently"),
        ("Is there an up-to-date count?", "up-to-date"),
        ("current theatre budget", "current"),
        ("Current budget of the theatre?", "Current"),
        ("What is the theatre's current budget?", "current"),
        ("What is the theatres’ current budget?", "current"),
        ("What is its current budget?", "current"),
        ("Fell's current population", "current"),
    ],
)
def test_the_newest_comes_first(question: str, words: str) -> None:
    assert find_order(question, TODAY) == Order(newest=True, words=words, until=TODAY)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What was the first budget for the quay?", "first"),
        ("What did the earliest report say?", "earliest"),
        ("What was the initial estimate?", "initial"),
        ("Who first reported the fire?", "first"),
        ("How much was originally planned?", "originally"),
        ("How many were counted at first?", "at first"),
    ],
)
def test_the_oldest_comes_first(question: str, words: str) -> None:
    assert find_order(question, TODAY) == Order(newest=False, words=words, until=TODAY)


@pytest.mark.parametrize(
    "question",
    [
        *("Who is the first minister?", "How long did the first day last?", "Who was the first woman on the board?"),
        *("How strong is the electric current?", "How strong is the current in the strait?", "Who owns the bank?"),
        *("What is the current account deficit?", "What is to be paid by Friday at the latest?", "Who came first?"),
        *("Which team does she play for in her current job?", "Is the first estimate the same as the latest one?"),
        *("How old is the earliest church?", "current affairs", "Current account", "current in the wire"),
        *("What is the bank's current account deficit?", "Why is alternating current used?"),
    ],
)
def test_no_order_is_asked_for(question: str) -> None:
    assert find_order(question, TODAY) is None


def test_a_word_of_a_name_asks_for_none() -> None:
    text = "What does Latest News say?"
    assert find_order(text, TODAY, [(text.index("Latest"), text.index(" say"))]) is None


@pytest.mark.parametrize(("question", "expected"), ORDERS.items())
def test_an_order_is_told_from_what_only_looks_like_one(question: str, expected: str) -> None:
    order = find_order(question, TODAY)
    assert ("newest" if order.newest else "oldest") == expected if order else not expected


def test_recently_in_a_long_question_tells_a_story() -> None:
    assert find_order("Which airline recently hiked its fees for bags, seats and meals on all flights?", TODAY) is None
    assert find_order("Which airline recently hiked its fees?", TODAY)
