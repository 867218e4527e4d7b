import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from corpus.corrections import Field
from page.corrections.corrections import note
from page.session.session import Session
from tests.page.newsroom import Newsroom

FIELDS = {"outlet": "Quay Courier", "date": "2026-03-03", "title": "", "authors": ""}


def post(client: TestClient, address: str, **data: object) -> dict[str, Any]:
    response = client.post(address, json=data)
    assert response.status_code == 200, response.text
    told: dict[str, Any] = response.json()
    return told


def settled(client: TestClient, run: int) -> str:
    told = post(client, "/read-again", run=run)
    while told["reading"]:
        told = post(client, "/read-again", run=run)
    reason: str = told["reason"]
    return reason


def test_what_is_written_answers_once_it_is_said_to_be_read(client: TestClient, session: Session) -> None:
    told = post(client, "/correction", article="ledger-1")
    assert told["source"] == "ledger-1.json"
    assert "Quay Courier" in told["outlets"]
    assert [(field["name"], field["value"]) for field in told["fields"]] == [
        ("outlet", "Inland Ledger"), ("date", ""), ("title", ""), ("authors", ""),
    ]  # fmt: skip
    done = post(client, "/correct", article="ledger-1", **FIELDS)
    assert done["changed"] == ["outlet", "date"]
    assert settled(client, done["run"]) == ""
    article = session.opened().article("ledger-1")
    assert article
    assert (article.outlet, str(article.published)) == ("Quay Courier", "2026-03-03")


def test_nothing_is_read_where_nothing_was_changed(client: TestClient, session: Session) -> None:
    before = session.refreshing.state.runs
    told = post(client, "/correct", article="ledger-1", outlet="Inland Ledger", date="", title="", authors="")
    assert told == {"changed": [], "run": 0}
    reasons = post(client, "/correct", article="ledger-1", outlet="www.x", date="yesterday", title="", authors="")
    assert reasons == {"reasons": {"date": "“yesterday” is no date that can be read; write it as 2026-02-18."}}
    assert session.refreshing.state.runs == before


def test_an_article_is_asked_about_once_then_taken_out_and_put_back(
    client: TestClient, session: Session, newsroom: Newsroom
) -> None:
    asked = post(client, "/take-out", article="post-1")
    assert asked == {
        "question": "Take “Last crossing of the Marlin” out of what Dateline answers from? Its file, post-1.json, is "
        "moved to the folder .taken-out among your articles. Nothing is deleted."
    }
    assert (newsroom.folder / "post-1.json").exists()
    done = post(client, "/take-out", article="post-1", sure=True)
    assert settled(client, done["run"]) == ""
    assert session.opened().article("post-1") is None
    assert client.post("/take-out", json={"article": "post-1"}).status_code == 400
    back = post(client, "/put-back", **done["taken"])
    assert settled(client, back["run"]) == ""
    assert session.opened().article("post-1")


def test_one_article_of_a_file_of_many_is_left_out(client: TestClient, session: Session, newsroom: Newsroom) -> None:
    records = [{"id": name, "outlet": "Night Bell", "title": name, "text": f"The {name} left."} for name in "ab"]
    (newsroom.folder / "zoo.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records))
    session.follow()
    question = post(client, "/take-out", article="b")["question"]
    assert "zoo.jsonl stays as it is, and corpus.toml lists zoo.jsonl#2 as left out." in question
    done = post(client, "/take-out", article="b", sure=True)
    assert done["words"] == "zoo.jsonl#2 is left out by corpus.toml."
    assert settled(client, done["run"]) == ""
    assert session.opened().article("b") is None
    assert session.opened().article("a")
    assert settled(client, post(client, "/put-back", **done["taken"])["run"]) == ""
    assert session.opened().article("b")


def test_what_cannot_be_read_again_says_why(client: TestClient, newsroom: Newsroom) -> None:
    newsroom.damage()
    done = post(client, "/correct", article="ledger-1", **FIELDS)
    assert "cannot be read" in settled(client, done["run"])
    newsroom.mend()
    assert settled(client, post(client, "/correct", article="ledger-1", **FIELDS | {"title": "Bridge"})["run"]) == ""


@pytest.mark.parametrize(
    ("address", "body", "status"),
    [
        ("/correction", {"article": "../../etc/passwd"}, 400),
        ("/take-out", {"article": "/etc/hostname", "sure": True}, 400),
        ("/correct", {"article": "ledger-1", "outlet": "x"}, 422),
        ("/correct", {"article": "ledger-1", **FIELDS, "file": "../x"}, 422),
        ("/correct", {"article": "ledger-1", **FIELDS, "title": "x" * 2_001}, 422),
        ("/put-back", {"source": "../secret.txt", "aside": "x"}, 400),
        ("/put-back", {"source": "secret.txt", "aside": "../.."}, 400),
        ("/put-back", {"source": "../secret.txt#1", "aside": ""}, 400),
        ("/put-back", {"source": "a\0", "aside": "a\0"}, 400),
        ("/read-again", {"run": "soon"}, 422),
        ("/read-again", {}, 422),
    ],
)
def test_no_word_of_a_stranger_reaches_another_file(
    client: TestClient, newsroom: Newsroom, address: str, body: dict[str, object], status: int
) -> None:
    secret = newsroom.folder.parent / "secret.txt"
    secret.write_text("secret")
    response = client.post(address, json=body)
    assert response.status_code == status
    assert secret.read_text() == "secret"
    assert not (newsroom.folder / "corpus.toml").exists()


def test_a_field_says_where_it_comes_from_and_what_it_would_be() -> None:
    assert note(Field("outlet", "", "Ledger", "record: outlet")) == "As found: record: outlet."
    assert note(Field("outlet", "", "", "")) == "Nothing says it."
    assert note(Field("outlet", "Echo", "", "")) == "Said in corpus.toml. Otherwise it is unknown."
    assert note(Field("outlet", "Echo", "Ledger", "x")) == "Said in corpus.toml. Otherwise: Ledger (x)."
