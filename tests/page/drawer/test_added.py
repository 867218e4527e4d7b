import json
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from index.refresh.report import RefreshReport
from page.drawer.added import GONE
from page.routes import routes
from page.session.session import Session
from tests.page.newsroom import Newsroom, write_broken

READING = {"reading": True, "reason": ""}
ADDED = {"reading": False, "reason": ""}


def not_added(reason: str) -> dict[str, Any]:
    return {"reading": False, "reason": reason}


def drop(client: TestClient, name: str) -> dict[str, Any]:
    """Adds an article, and returns what is to be asked of it afterwards."""
    article = {"id": name, "outlet": "Night Bell", "title": "Lynx", "text": f"The lynx {name} left Zoo Norr at dawn."}
    told = client.post("/upload", params={"name": f"{name}.json"}, content=json.dumps(article)).json()
    return {field: told[field] for field in ("name", "articles", "run")}


def ask(client: TestClient, *files: dict[str, Any]) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = client.post("/added", json={"files": files}).json()
    return answer


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("page.session.waiting.PATIENCE", 0.05)


def test_a_file_is_added_once_its_articles_answer(client: TestClient, session: Session) -> None:
    assert ask(client, drop(client, "n1")) == [ADDED]
    assert session.opened().article("n1")


@pytest.mark.usefixtures("impatient")
def test_files_that_come_during_a_refresh_are_read_together_by_the_next(
    client: TestClient, newsroom: Newsroom, session: Session
) -> None:
    hold = newsroom.folder / "hold-refresh"
    hold.touch()
    files = [drop(client, f"n{number}") for number in range(5)]
    assert [file["run"] for file in files] == [1, 2, 2, 2, 2]
    assert ask(client, *files) == [READING] * 5
    hold.unlink()
    assert session.refreshing.wait(5)
    assert ask(client, *files) == [ADDED] * 5
    assert session.opened().holdings().generation.startswith("000003")
    assert session.refreshing.state.runs == 2


@pytest.mark.usefixtures("impatient")
def test_a_file_that_comes_while_the_index_is_made_is_read_afterwards(
    client: TestClient, newsroom: Newsroom, session: Session
) -> None:
    hold = newsroom.folder / "hold-loading"
    hold.touch()
    session.loading.start()
    file = drop(client, "n1")
    assert ask(client, file) == [READING]
    hold.unlink()
    assert session.refreshing.wait(5)
    assert ask(client, file) == [ADDED]


def test_a_file_that_no_refresh_could_read_is_not_added_until_one_could(
    client: TestClient, newsroom: Newsroom, session: Session
) -> None:
    newsroom.damage()
    file = drop(client, "n1")
    (told,) = ask(client, file)
    assert told == not_added(str(session.refreshing.state.error))
    assert "manifest.json cannot be read" in told["reason"]
    assert "Run `dateline index --rebuild` to make it anew." in told["reason"]
    session.refreshing.request(rebuild=True)
    assert session.refreshing.wait(5)
    assert ask(client, file) == [ADDED]


@pytest.mark.usefixtures("impatient")
def test_while_a_refresh_goes_on_no_failure_is_the_last_word(
    client: TestClient, newsroom: Newsroom, session: Session
) -> None:
    newsroom.damage()
    hold = newsroom.folder / "hold-loading"
    hold.touch()
    session.loading.start()
    file = drop(client, "n1")
    session.refreshing.request(rebuild=True)
    hold.unlink()
    while session.refreshing.state.running:
        assert ask(client, file)[0]["reason"] == ""
    assert ask(client, file) == [ADDED]


def test_a_later_failure_takes_nothing_back(client: TestClient, newsroom: Newsroom, session: Session) -> None:
    file = drop(client, "n1")
    assert session.refreshing.wait(5)
    assert ask(client, file) == [ADDED]
    newsroom.damage()
    session.refreshing.request()
    assert session.refreshing.wait(5)
    assert ask(client, file) == [ADDED]


def test_a_file_that_does_not_answer_is_told_with_what_is_wrong_with_it(
    client: TestClient, newsroom: Newsroom, session: Session
) -> None:
    gone, broken = drop(client, "n1"), {"name": "x.zip", "articles": 1, "run": 2}
    assert session.refreshing.wait(5)
    (newsroom.folder / "n1.json").unlink()
    write_broken(newsroom.folder, "x.zip")
    session.refreshing.request()
    assert session.refreshing.wait(5)
    assert isinstance(session.refreshing.state.result, RefreshReport)
    (problem,) = session.refreshing.state.result.problems
    assert "<i>a.json: is not valid JSON" in problem.reason
    assert ask(client, gone, broken) == [not_added(GONE), not_added(problem.reason)]


def test_of_a_file_with_several_articles_all_must_answer(client: TestClient, session: Session) -> None:
    file = drop(client, "n1")
    assert session.refreshing.wait(5)
    assert ask(client, {**file, "articles": 2}) == [not_added(GONE)]


def test_where_no_index_can_be_opened_that_is_said(newsroom: Newsroom) -> None:
    session = Session(newsroom.open, newsroom.refresh)
    with TestClient(Starlette(routes=routes(session, newsroom.library))) as client:
        assert ask(client, {"name": "a.txt", "articles": 1, "run": 1}) == [
            not_added("The articles are not loaded yet.")
        ]


@pytest.mark.parametrize("body", ["", "[]", '{"files": []}', '{"files": [{"name": "a.txt"}]}'])
def test_what_cannot_be_read_is_refused(client: TestClient, body: str) -> None:
    assert client.post("/added", content=body).status_code == 422
