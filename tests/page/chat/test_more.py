"""More passages of an answer, and the same in another order."""

import json
import re

from starlette.testclient import TestClient

from page.chat.saved import SavedTurn
from qa.arrangement import By
from tests.page.chat.test_ask import ask, kept

QUESTION = "How many jobs go with the Marlin?"


def more(client: TestClient, turn: SavedTurn, **wanted: object) -> str:
    body = {"place": 3, "turn": turn.model_dump(mode="json"), **wanted}
    response = client.post("/more", content=json.dumps(body))
    assert response.status_code == 200, response.text
    return response.text


def places(turn: SavedTurn) -> list[tuple[str, int]]:
    return [(one.place.article_id, one.place.start) for one in turn.passages]


def test_further_passages_stand_behind_those_that_were_there_and_are_kept(client: TestClient) -> None:
    first = kept(ask(client, QUESTION))
    html = more(client, first)
    turn = kept(html)
    assert len(turn.passages) == len(first.passages) + 15
    assert places(turn)[: len(first.passages)] == places(first)
    assert len(set(places(turn))) == len(turn.passages)
    numbers = re.findall(r'class="number">(\d+)<', html)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) == sum(bool(one.matches) for one in turn.passages)
    assert f"{len(numbers)} of the {len(turn.passages)} passages looked at match." in html
    again = client.post("/turns", json={"turns": [turn.model_dump(mode="json")]}).text
    assert places(kept(again)) == places(turn)


def test_there_are_no_more_where_all_are_shown(client: TestClient) -> None:
    turn = kept(ask(client, QUESTION))
    html = ""
    for _ in range(6):
        html = more(client, turn)
        turn = kept(html)
    assert "more-passages" not in html
    assert len(turn.passages) <= 50


def test_another_order_is_of_the_first_passages_and_is_kept(client: TestClient) -> None:
    turn = kept(ask(client, QUESTION))
    html = more(client, turn, further=False, by="oldest", one_per_article=True)
    ordered = kept(html)
    assert ordered.arrangement == (By.OLDEST, True)
    assert "Of the best matches, the oldest first." in html
    assert "One passage per article." in html
    articles = [one.place.article_id for one in ordered.passages]
    assert len(articles) == len(set(articles)) > 1
    assert 'data-by="oldest" aria-pressed="true"' in html
    further = kept(more(client, ordered, by="oldest", one_per_article=True))
    assert places(further)[: len(articles)] == places(ordered)


def test_what_is_no_turn_is_refused(client: TestClient) -> None:
    assert client.post("/more", content="{}").status_code == 422
    turn = kept(ask(client, QUESTION)).model_dump(mode="json")
    assert client.post("/more", json={"place": 0, "turn": turn, "by": "longest"}).status_code == 422
