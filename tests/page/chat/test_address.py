from urllib.parse import parse_qsl

import pytest

from page.chat.address import question_address
from page.chat.ask import Asked
from page.chat.saved import save_turn
from qa.answer import Conversation
from qa.answerer import Answerer
from qa.ask import Ask
from qa.query import read_condition
from qa.question import Filters

LISTS = {
    "outlet": "outlets",
    "without_outlet": "without_outlets",
    "author": "authors",
    "condition": "conditions",
    "exclude": "exclude",
    "unread": "unread",
}


def read(address: str) -> Asked:
    """Reads an address as the page's script does."""
    fields: dict[str, object] = {"place": 0}
    for name, value in parse_qsl(address):
        if name in LISTS:
            fields[LISTS[name]] = (*fields.get(LISTS[name], ()), value)  # type: ignore[misc]
        else:
            fields["asked" if name == "q" else name] = value
    return Asked.model_validate(fields)


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("How many jobs go with the Marlin?", Filters()),
        ("How many jobs & costs? 50 % = “half”", Filters(("Quay Courier", "Harbour Post"), unread=("jobs", "a&b=c"))),
        ("ferry -protest outlet:“Quay Courier” OR author:Rask", Filters()),
        ("What did all outlets except Harbour Post say of the ferry?", Filters(exclude=("post-1",))),
        (
            "Marlin",
            Filters(
                without_outlets=("Inland Ledger",),
                authors=("Ines Rask",),
                conditions=(read_condition("NOT protest"), read_condition("quay OR ferry")),
            ),
        ),
    ],
)
def test_an_address_asks_what_it_was_made_of(answerer: Answerer, question: str, filters: Filters) -> None:
    answer = answerer.answer(Ask(question, filters=filters))
    asked = read(question_address(save_turn(answer)))
    again = answerer.answer(Ask(asked.asked, Conversation(), asked.filters(answerer)))
    assert again.question == answer.question
    assert again.passages == answer.passages


def test_operators_stand_in_an_address_once(answerer: Answerer) -> None:
    address = question_address(save_turn(answerer.ask("ferry -protest")))
    assert parse_qsl(address) == [("q", "ferry -protest")]


def test_an_address_tells_that_a_question_was_asked_alone(answerer: Answerer) -> None:
    answer = answerer.ask("And the union?")
    assert read(question_address(save_turn(answer, alone=True))).alone
    assert not read(question_address(save_turn(answer))).alone
