from datetime import date

import pytest
from starlette.testclient import TestClient

from page.chat.saved import save_turn
from page.pictures.days import days_to_html
from qa.answerer import Answerer
from qa.collection.histogram import Histogram

MARCH = date(2026, 3, 3)


def posted(answerer: Answerer, question: str) -> dict[str, object]:
    return {"turn": save_turn(answerer.ask(question)).model_dump(mode="json")}


def test_the_articles_that_match_are_counted_by_day_and_outlet(client: TestClient, answerer: Answerer) -> None:
    shown = client.post("/days", json=posted(answerer, "How many jobs go with the Marlin?")).text
    assert "2 articles match, 3–4 March 2026" in shown
    assert "with a passage that matches, of the 80 passages nearest" in shown
    assert '<th scope="row">3 March 2026</th><td>1</td><td>Quay Courier 1</td>' in shown
    assert '<th scope="row">4 March 2026</th><td>1</td><td>Harbour Post 1</td>' in shown


def test_of_a_list_all_its_articles_are_counted(client: TestClient, answerer: Answerer) -> None:
    question = "How many articles are there?"
    listing = answerer.ask(question).listing
    assert listing is not None
    shown = client.post("/days", json=posted(answerer, question)).text
    assert f"{listing.counts.listed} articles listed" in shown
    assert "All articles of the list" in shown


def test_what_the_page_cannot_have_sent_is_refused(client: TestClient) -> None:
    assert client.post("/days", json={"turn": 1}).status_code == 422


@pytest.mark.parametrize(
    ("articles", "is_list", "words"),
    [
        ([("A", MARCH)], False, "1 article matches, 3 March 2026"),
        ([("A", MARCH), ("A", None)], True, "2 articles listed, 3 March 2026"),
        ([("A", None)], False, "1 article matches, no day known"),
    ],
)
def test_the_line_says_how_many_and_when(articles: list[tuple[str, date | None]], is_list: bool, words: str) -> None:
    assert f"<span>{words}</span>" in days_to_html(Histogram.of(articles), ["A"], is_list=is_list)
