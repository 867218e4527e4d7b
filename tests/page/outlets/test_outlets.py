import csv
import io

import pytest
from starlette.testclient import TestClient

from page.chat.saved import save_turn
from qa.answerer import Answerer


@pytest.fixture
def compared(answerer: Answerer) -> dict[str, object]:
    turn = save_turn(answerer.ask("And the union?")).model_dump(mode="json")
    return {"turn": turn, "earlier": ["How many jobs go with the Marlin?"]}


def test_what_each_outlet_says_is_shown_in_the_light_of_the_questions_before(
    client: TestClient, compared: dict[str, object]
) -> None:
    shown = client.post("/outlets", json=compared).text
    assert "said that 14 jobs would go" in shown
    assert "14 jobs" not in client.post("/outlets", json={**compared, "earlier": []}).text
    assert client.post("/outlets", json={"turns": [compared["turn"]]}).status_code == 422


def test_it_is_saved_in_the_same_forms_as_a_conversation(client: TestClient, compared: dict[str, object]) -> None:
    saved = client.post("/outlets/json", json=compared)
    assert saved.headers["content-type"] == "application/json"
    outlets = [row["outlet"] for row in saved.json()["rows"]]
    assert set(outlets) == {"Quay Courier", "Harbour Post"}
    table = client.post("/outlets/csv", json=compared).content.decode("utf-8-sig")
    assert {row["outlet"] for row in csv.DictReader(io.StringIO(table))} >= set(outlets)
    assert "14 jobs" in client.post("/outlets/markdown", json=compared).text
    for refused in (client.post("/outlets/pdf", json=compared), client.post("/export/pdf", json={"turns": []})):
        assert refused.status_code == 404
        assert refused.text == "There is no such form. Choose one of markdown, csv, json."
