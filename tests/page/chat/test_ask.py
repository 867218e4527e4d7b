import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from corpus.errors import EmptyCorpus
from corpus.progress import OnProgress
from index.library import Library
from page.chat.saved import LONGEST, SavedTurn
from page.limits import MOST_EARLIER
from page.routes import routes
from page.session.session import Session
from qa.answerer import Answerer
from qa.language.smalltalk import HELP
from tests.page.newsroom import Newsroom

QUESTION = "How many jobs go with the Marlin?"
LIKE = "write it like 28 Nov, last Monday or 2026-02-18."


def ask(client: TestClient, asked: str, number: int = 0, **more: object) -> str:
    response = client.post("/ask", json={"place": number, "asked": asked, **more})
    assert response.status_code == 200, response.text
    return response.text


def kept(turn: str) -> SavedTurn:
    found = re.search('data-kept="([^"]*)"', turn)
    assert found
    return SavedTurn.model_validate_json(unescape(found[1]))


def test_a_question_is_answered_with_its_turn(client: TestClient) -> None:
    turn = ask(client, QUESTION, number=7)
    assert "said that 14 jobs would go" in turn
    assert kept(turn).question.asked == QUESTION
    assert 'data-place="7"' in turn


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"asked": "?!"}, "The question is empty; ask in words."),
        ({"asked": "Hi!"}, HELP),
        ({"asked": QUESTION, "since": "x"}, "“x” is not a day; " + LIKE),
        (
            {"asked": QUESTION, "since": "3/4/2026"},
            "“3/4/2026” may be 2026-04-03 or 2026-03-04; write it in one of these ways.",
        ),
        ({"asked": "x" * 2001}, "The question has 2001 characters; ask in at most 2000."),
        (
            {"asked": QUESTION, "outlets": ["Courrier"]},
            "No outlet in the index is called 'Courrier'; `dateline status` lists them.",
        ),
        (
            {"asked": QUESTION, "until": "2026-02-30"},
            "“2026-02-30” is not a day; " + LIKE,
        ),
        (
            {"asked": QUESTION, "since": "2026-02-17", "until": "2026-02-16"},
            "The last day, 2026-02-16, lies before the first, 2026-02-17. Swap the two.",
        ),
    ],
)
def test_what_the_user_can_mend_is_said_in_words(client: TestClient, fields: dict[str, str], words: str) -> None:
    response = client.post("/ask", json={"place": 0, **fields})
    assert (response.status_code, response.text) == (400, words)
    assert response.headers["content-type"].startswith("text/plain")
    assert "retry-after" not in response.headers


def test_a_fault_of_the_program_is_said_without_its_details(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("qa.find.search.select", None)  # breaks the answerer in the middle of an answer
    response = client.post("/ask", json={"place": 0, "asked": QUESTION})
    assert response.status_code == 500
    assert response.text.startswith("Something went wrong inside Dateline (TypeError)")
    assert "object is not callable" in caplog.text


def test_days_and_outlets_are_read_as_people_type_them(client: TestClient) -> None:
    turn = ask(client, QUESTION, since="16 Feb", until="March 2026", outlets=["the quay courier"])
    filters = kept(turn).question.filters
    assert filters.outlets == ("Quay Courier",)
    assert (filters.since, filters.until) == (date(2026, 2, 16), date(2026, 3, 31))


def test_a_follow_up_leans_on_what_the_browser_kept(client: TestClient) -> None:
    earlier = kept(ask(client, QUESTION)).question.text
    turn = ask(client, "And the union?", number=1, earlier=[earlier])
    assert kept(turn).question.carried == (QUESTION,)


def test_what_was_understood_is_taken_back_and_asked_again(client: TestClient) -> None:
    turn = kept(ask(client, QUESTION, outlets=["Harbour Post"]))
    assert {passage.place.article_id for passage in turn.passages} == {"post-1"}
    taken = {"turn": turn.model_dump(mode="json"), "kind": "only", "value": "Harbour Post"}
    assert client.post("/again", json={"place": 0, **taken, "kind": "unheard of"}).status_code == 422
    again = client.post("/again", json={"place": 0, **taken}).text
    assert "courier-1" in {passage.place.article_id for passage in kept(again).passages}


def test_a_question_asked_again_without_the_one_before_stands_alone(client: TestClient) -> None:
    turn = kept(ask(client, "And the union?", number=1, earlier=[QUESTION])).model_dump(mode="json")
    taken = {"turn": turn, "kind": "carried", "value": ""}
    again = client.post("/again", json={"place": 1, "earlier": [QUESTION], **taken}).text
    assert kept(again).question.carried == ()
    assert 'data-place="1"' in again


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"place": -1, "asked": QUESTION},
        {"place": 0, "asked": "x" * (LONGEST + 1)},
        {"place": 0, "asked": QUESTION, "path": "/etc/passwd"},
        {"place": 0, "asked": QUESTION, "earlier": ["x" * (LONGEST + 1)]},
        {"place": 0, "asked": QUESTION, "earlier": [{}]},
        {"place": 0, "asked": QUESTION, "earlier": [QUESTION] * (MOST_EARLIER + 1)},
    ],
)
def test_what_the_page_never_sends_is_refused(client: TestClient, body: dict[str, object]) -> None:
    assert client.post("/ask", json=body).status_code == 422
    assert client.post("/again", json=body).status_code == 422


def test_a_question_asked_too_early_is_told_what_it_waits_for(newsroom: Newsroom) -> None:
    hold = newsroom.folder / "hold-loading"
    hold.touch()
    session = Session(newsroom.open, newsroom.refresh)
    session.loading.start()
    with TestClient(Starlette(routes=routes(session, newsroom.library))) as client:
        early = client.post("/ask", json={"place": 0, "asked": QUESTION})
        assert (early.status_code, early.text) == (503, "Still getting ready (Loading the model).")
        assert early.headers["retry-after"] == "1"
        hold.unlink()
        assert session.loading.wait(5)
        assert "14 jobs" in ask(client, QUESTION)


def test_a_question_to_what_could_not_be_loaded_gets_the_reason(newsroom: Newsroom, tmp_path: Path) -> None:
    def fail(_: OnProgress) -> Answerer:
        raise EmptyCorpus("There is no article in the folder.")

    session = Session(fail, newsroom.refresh)
    session.loading.start()
    assert session.loading.wait(5)
    with TestClient(Starlette(routes=routes(session, Library(tmp_path, tmp_path)))) as client:
        response = client.post("/ask", json={"place": 0, "asked": QUESTION})
    assert (response.status_code, response.text) == (503, "There is no article in the folder.")
    assert "retry-after" not in response.headers
