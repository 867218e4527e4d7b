import csv
import io

import pytest
from starlette.testclient import TestClient

from page.chat.saved import save_turn
from qa.answerer import Answerer


@pytest.fixture
def listed(answerer: Answerer) -> dict[str, object]:
    return {"turn": save_turn(answerer.ask("Which articles mention Estermouth?")).model_dump(mode="json")}


def test_further_rows_of_a_list_are_fetched(client: TestClient, listed: dict[str, object]) -> None:
    whole, rest = (client.post("/list", json={**listed, "start": start}).text for start in (0, 1))
    assert whole.count('<li class="listed"') == 2
    assert rest.count('<li class="listed"') == 1
    assert 'class="number">2<' in rest
    assert client.post("/list", json={**listed, "start": -1}).status_code == 422


def test_the_whole_list_is_saved_in_the_forms_of_a_conversation(client: TestClient, listed: dict[str, object]) -> None:
    saved = client.post("/list/json", json=listed).json()
    assert [row["outlet"] for row in saved["rows"]] == ["Estuary Review", "Inland Ledger"]
    table = client.post("/list/csv", json=listed).content.decode("utf-8-sig")
    assert [row["where"] for row in csv.DictReader(io.StringIO(table))] == ["text", "text"]
    assert client.post("/list/markdown", json=listed).text.startswith("# “Estermouth”")
    assert client.post("/list/pdf", json=listed).status_code == 404


def test_a_turn_without_a_list_has_no_rows(client: TestClient, answerer: Answerer) -> None:
    turn = save_turn(answerer.ask("How many jobs go with the Marlin?")).model_dump(mode="json")
    assert client.post("/list", json={"turn": turn}).status_code == 400
