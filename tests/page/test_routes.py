"""What the server answers to the scripts of the page, beside what Gradio does."""

import csv
import io
import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from index.errors import MassDeletion
from index.library import Library
from index.workspace.folder import WORKSPACE_NAME
from page.chat.saved import save_turn
from page.passage.feedback import TEST_CASES
from page.routes import routes
from page.session.session import Session
from qa.answerer import Answerer
from tests.page.newsroom import Newsroom

QUESTION = "How many jobs go with the Marlin?"


@pytest.fixture
def kept(answerer: Answerer) -> dict[str, object]:
    turn = save_turn(answerer.ask(QUESTION)).model_dump(mode="json")
    return {"turns": [turn, turn]}


def test_a_kept_conversation_is_shown_again(client: TestClient, kept: dict[str, object]) -> None:
    html = client.post("/turns", json=kept).text
    assert html.count('<section class="turn"') == 2
    assert "said that 14 jobs would go" in html
    assert "No longer in the articles" not in html


def test_what_no_longer_stands_in_the_articles_is_said(
    client: TestClient, kept: dict[str, object], newsroom: Newsroom
) -> None:
    (newsroom.folder / "courier-1.json").unlink()
    newsroom.refresh()
    html = client.post("/turns", json=kept).text
    assert "No longer in the articles as quoted: 2 passages. Ask again to see what is." in html
    assert "14 jobs" not in html


def text_of(session: Session, article_id: str) -> str:
    article = session.opened().article(article_id)
    assert article
    return article.text


@pytest.mark.parametrize("body", ["", "{}", '{"turns": [{}]}', "[]", '{"turns": 1}'])
def test_a_conversation_of_another_version_is_refused(client: TestClient, body: str) -> None:
    assert client.post("/turns", content=body).status_code == 422
    assert client.post("/export/csv", content=body).status_code == 422


def test_a_conversation_is_saved_with_all_its_sources(client: TestClient, kept: dict[str, object]) -> None:
    markdown = client.post("/export/markdown", json=kept).text
    assert markdown.count(f"# {QUESTION}") == 2
    assert "courier.example" in markdown
    answers = client.post("/export/json", json=kept).json()
    assert answers[0]["passages"][0]["article_id"] == "courier-1"
    saved = client.post("/export/csv", json=kept).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(saved)))
    assert len(rows) == 2 * len(answers[0]["passages"])
    assert (rows[0]["outlet"], rows[0]["date"]) == ("Quay Courier", "2026-03-03")
    assert rows[0]["quote"] == answers[0]["passages"][0]["text"]
    assert client.post("/export/pdf", json=kept).status_code == 404


def test_questions_to_go_on_with_are_found(client: TestClient, kept: dict[str, object]) -> None:
    assert client.post("/next", json=kept).json() == ["Last crossing of the Marlin"]
    assert client.post("/next", json={"turns": []}).json() == []


def test_a_quotation_is_shown_with_more_of_its_article(client: TestClient, session: Session) -> None:
    text = text_of(session, "long-1")
    start = text.index("The lighthouse")
    quote = client.get("/context/long-1", params={"at": f"{start}-{start + 14}", "mark": f"{start}-{start + 14}"}).text
    assert "The lighthouse" in quote
    assert "His name is Brandt." in quote
    assert 'data-more="/context/long-1?at=' in quote
    whole = client.get("/context/courier-1", params={"at": "0-200"}).text
    assert "data-more" not in whole


@pytest.mark.parametrize("address", ["nothing?at=0-5", "courier-1", "courier-1?at=5-5", "courier-1?at=0-99999"])
def test_a_passage_that_is_not_there_is_said(client: TestClient, address: str) -> None:
    assert client.get(f"/context/{address}").status_code == 404


def test_a_verdict_is_kept_in_the_workspace_of_the_index(
    client: TestClient, kept: dict[str, list[object]], tmp_path: Path
) -> None:
    said = {"turn": kept["turns"][0], "rank": 1, "verdict": "answers"}
    assert client.post("/feedback", json=said).text == "kept"
    assert QUESTION in (tmp_path / "index" / WORKSPACE_NAME / TEST_CASES).read_text("utf-8")
    assert client.post("/feedback", json={**said, "rank": 99}).status_code == 409
    assert client.post("/feedback", json={**said, "verdict": "fine"}).status_code == 422


def test_a_verdict_that_cannot_be_kept_is_said(
    client: TestClient, kept: dict[str, list[object]], tmp_path: Path
) -> None:
    (tmp_path / "index" / WORKSPACE_NAME).write_text("mine")
    answered = client.post("/feedback", json={"turn": kept["turns"][0], "rank": 1, "verdict": "answers"})
    assert answered.status_code == 400
    assert f"{WORKSPACE_NAME} cannot be written" in answered.text
    assert (tmp_path / "index" / WORKSPACE_NAME).read_text() == "mine"


def test_an_article_that_is_added_is_read_at_once(client: TestClient, session: Session, newsroom: Newsroom) -> None:
    article = {"id": "new-1", "outlet": "Night Bell", "title": "Lynx", "text": "The lynx left Zoo Norr at dawn."}
    added = client.post("/upload", params={"name": "../../lynx.json"}, content=json.dumps(article)).json()
    assert added == {"name": "lynx.json", "articles": 1, "problems": [], "new": True, "run": 1}
    assert (newsroom.folder / "lynx.json").exists()
    assert session.refreshing.wait(5)
    assert text_of(session, "new-1") == article["text"]


def test_what_cannot_be_added_is_said(client: TestClient, newsroom: Newsroom) -> None:
    before = sorted(newsroom.folder.iterdir())
    refused = client.post("/upload", params={"name": "run.exe"}, content=b"MZ")
    assert refused.status_code == 422
    assert "run.exe was not added" in refused.json()["error"]
    assert sorted(newsroom.folder.iterdir()) == before


def test_nothing_is_added_where_there_is_no_folder(session: Session, tmp_path: Path) -> None:
    library = Library(tmp_path / "export.jsonl", tmp_path)
    with TestClient(Starlette(routes=routes(session, library))) as client:
        refused = client.post("/upload", params={"name": "a.txt"}, content=b"A.")
    assert refused.status_code == 422
    assert "the articles are one file, export.jsonl" in refused.json()["error"]


def test_until_the_articles_are_loaded_that_is_said(newsroom: Newsroom, kept: dict[str, list[object]]) -> None:
    session = Session(newsroom.open, newsroom.refresh)
    with TestClient(Starlette(routes=routes(session, newsroom.library))) as client:
        assert client.post("/turns", json=kept).status_code == 503
        verdict = {"turn": kept["turns"][0], "rank": 1, "verdict": "answers"}
        assert client.post("/feedback", json=verdict).status_code == 503


def test_a_refresh_is_allowed_more_only_in_words(client: TestClient, session: Session, newsroom: Newsroom) -> None:
    for path in newsroom.folder.glob("*.json"):
        path.unlink()
    assert client.post("/refresh", json={}).status_code == 202
    assert session.refreshing.wait(5)
    assert isinstance(session.refreshing.state.error, MassDeletion)
    for body in ("", "[]", '{"everything": true}', '{"rebuild": "please"}'):
        assert client.post("/refresh", content=body).status_code == 422
    hold = newsroom.folder / "hold-loading"
    hold.touch()
    session.loading.start()
    assert client.post("/refresh", json={"allow_mass_delete": True}).status_code == 202
    assert client.post("/refresh", json={}).status_code == 202
    hold.unlink()
    assert session.refreshing.wait(5)
    assert session.opened().articles() == []
