import json
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from page.api.http import build_api
from page.api.links import linked_answer, linked_listing
from page.routes import routes
from page.session.session import Session
from qa.answer import Answer, Conversation
from qa.ask import Ask
from qa.collection import read_inquiry
from qa.listing import Page
from tests.conftest import COURIER
from tests.page.newsroom import Newsroom

QUESTION = "How many jobs go with the Marlin?"


@pytest.fixture
def api(session: Session, newsroom: Newsroom) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes(session, newsroom.library))) as client:
        yield client


def test_a_question_is_answered_in_the_form_of_the_command(api: TestClient, session: Session) -> None:
    answered = api.get("/api/ask", params={"question": QUESTION}).json()
    expected = json.loads(json.dumps(linked_answer(session.opened().ask(QUESTION))))
    assert answered == {**expected, "seconds": answered["seconds"]}
    for passage in answered["passages"]:
        article = session.opened().article(passage["article_id"])
        assert article
        assert article.text[passage["start"] : passage["end"]] == passage["text"]


def test_filters_and_number_are_kept(api: TestClient) -> None:
    parameters: list[tuple[str, str | int | float | bool | None]] = [
        ("question", QUESTION),
        ("outlet", "Harbour Post"),
        ("outlet", "Inland Ledger"),
        ("since", "2026-03-04"),
        ("top", 1),
    ]
    answered = api.get("/api/ask", params=parameters).json()
    assert [passage["outlet"] for passage in answered["passages"]] == ["Harbour Post"]
    assert answered["understood"]["only_outlets"] == ["Harbour Post", "Inland Ledger"]


def test_a_question_may_follow_others_and_leave_articles_out(api: TestClient) -> None:
    asked = {"question": "And the union?", "turns": ["What else?", QUESTION], "exclude": ["post-1"]}
    for answered in (api.post("/api/ask", json=asked).json(), api.get("/api/ask", params=asked).json()):
        assert answered["understood"]["carried"] == [QUESTION, "What else?"]
        assert answered["understood"]["exclude"] == ["post-1"]


def test_the_day_of_the_question_is_what_yesterday_is_counted_from(api: TestClient) -> None:
    asked = {"question": "Which jobs went yesterday?", "today": "2026-03-10"}
    for answered in (api.post("/api/ask", json=asked).json(), api.get("/api/ask", params=asked).json()):
        assert [period["first"] for period in answered["understood"]["periods"]] == ["2026-03-09"]


def test_a_question_is_one_search_however_many_it_follows(
    api: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Ask] = []
    answer = session.opened().answer

    def note(ask: Ask) -> Answer:
        seen.append(ask)
        return answer(ask)

    monkeypatch.setattr(session.opened(), "answer", note)
    turns = (*("A?", "B?", "C?", "D?"), QUESTION)
    answered = api.post("/api/ask", json={"question": "And the union?", "turns": turns}).json()
    assert answered["understood"]["carried"] == [QUESTION, "D?"]
    assert seen == [Ask("And the union?", Conversation(turns))]


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({}, 422),
        ({"question": QUESTION, "since": "soon"}, 422),
        ({"question": QUESTION, "since": "2026-02-02", "until": "2026-02-01"}, 400),
        ({"question": QUESTION, "turns": ["x"] * 21}, 422),
        ({"question": QUESTION, "outlets": "Harbour Post"}, 422),
        ({"question": QUESTION, "top": 0}, 422),
        ({"question": QUESTION, "top": 10**6}, 422),
        ({"question": "?!"}, 400),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_reason(
    api: TestClient, parameters: dict[str, str | list[str]], code: int
) -> None:
    refused = api.get("/api/ask", params=parameters)
    assert refused.status_code == code
    assert refused.json()


def test_a_field_that_does_not_exist_is_refused(api: TestClient) -> None:
    assert api.post("/api/ask", json={"question": QUESTION, "outlet": "Harbour Post"}).status_code == 422


def test_a_list_is_that_of_the_command_in_pages_and_under_filters(api: TestClient, session: Session) -> None:
    expected = linked_listing(session.opened().listing(read_inquiry("Marlin ferry"), page=Page(1, 1)))
    parameters: dict[str, str | int] = {"words": "Marlin ferry", "page": 2, "limit": 1}
    assert api.get("/api/list", params=parameters).json() == json.loads(json.dumps(expected))
    assert api.post("/api/list", json=parameters).json() == json.loads(json.dumps(expected))
    narrowed = api.get("/api/list", params={"outlet": "Harbour Post", "oldest_first": "true"}).json()
    assert [row["outlet"] for row in narrowed["rows"]] == ["Harbour Post"]
    assert narrowed["newest_first"] is False
    assert api.get("/api/list").json()["articles"] == 4


@pytest.mark.parametrize(
    ("parameters", "status"),
    [({"words": "?!"}, 400), ({"limit": "501"}, 422), ({"page": "0"}, 422), ({"outlet": "X"}, 400), ({"x": "1"}, 422)],
)
def test_a_list_that_cannot_be_had_is_refused(api: TestClient, parameters: dict[str, str], status: int) -> None:
    assert api.get("/api/list", params=parameters).status_code == status


def test_an_article_is_given_by_its_id_alone(api: TestClient) -> None:
    article = api.get("/api/articles/courier-1").json()
    assert article["text"] == COURIER.text
    assert article["date"] == "2026-03-03"
    for path in ("courier-1.json", "/etc/passwd", "..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", "x"):
        assert api.get(f"/api/articles/{path}").status_code == 404
        assert api.get(f"/article/{path}").status_code == 404


def test_the_status_tells_what_is_there_and_what_goes_on(api: TestClient) -> None:
    status = api.get("/api/status").json()
    assert (status["ready"], status["working"], status["error"]) == (True, None, None)
    assert (status["index"]["articles"], status["index"]["first"]) == (4, "2026-03-03")


def test_the_description_is_served_and_its_pages_that_load_scripts_are_not(api: TestClient) -> None:
    assert {"/ask", "/list"} <= set(api.get("/api/openapi.json").json()["paths"])
    assert api.get("/api/docs").status_code == api.get("/api/redoc").status_code == 404


def test_before_the_articles_are_loaded_every_answer_says_so(newsroom: Newsroom) -> None:
    session = Session(newsroom.open, newsroom.refresh)
    with TestClient(Starlette(routes=routes(session, newsroom.library))) as client:
        assert client.get("/healthz").status_code == 200
        for path in ("/readyz", "/api/ask?question=x", "/api/articles/courier-1", "/article/courier-1"):
            assert client.get(path).status_code == 503
        assert client.get("/api/status").json()["ready"] is False


def test_the_page_of_an_article_marks_the_passage_and_allows_no_script(api: TestClient) -> None:
    page = api.get("/article/courier-1?at=4-16&mark=11-16&mark=x")
    marks = '<mark id="hit" tabindex="-1" class="cited">Marlin </mark><mark class="cited found">ferry</mark>'
    assert marks in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    for at in ("", "x", "5", "-3--1", "9-3", "0-99999999999", "99999-999999"):
        assert api.get("/article/courier-1", params={"at": at}).status_code == 200


def test_the_interface_can_be_mounted_alone(session: Session) -> None:
    with TestClient(Starlette(routes=[Mount("/v1", build_api(session)), Route("/", lambda _: None)])) as client:
        assert client.get("/v1/status").status_code == 200


def test_the_interface_describes_itself_without_any_other_host(api: TestClient) -> None:
    page = api.get("/api/")
    assert page.status_code == 200
    for operation in ("GET /api/ask", "POST /api/ask", "GET /api/status", "GET /api/articles/{article_id}"):
        assert operation in page.text
    assert "Earlier questions of the conversation, oldest first" in page.text
    assert "://" not in page.text
    assert "script" not in page.text


@pytest.mark.parametrize("value", ["NaN", "1e400", '"\\ud800"', "[[[1]]]"])
@pytest.mark.parametrize("path", ["/api/ask", "/api/compare"])
def test_what_json_cannot_write_again_is_refused_like_any_other_form(api: TestClient, path: str, value: str) -> None:
    body = f'{{"question": "Which ferry?", "top": {value}}}'
    refused = api.post(path, content=body, headers={"content-type": "application/json"})
    assert refused.status_code == 422
    assert refused.json()["detail"][0]["loc"] == ["body", "top"]


def test_what_somebody_says_is_listed_with_its_places(api: TestClient) -> None:
    asked = {"name": "Lindqvist Lines", "about": "", "outlets": ["Quay Courier"]}
    for listed in (
        api.post("/api/quotes", json=asked).json(),
        api.get("/api/quotes", params={"name": "Lindqvist Lines", "outlet": "Quay Courier"}).json(),
    ):
        (said,) = listed["quotations"]
        article = api.get(f"/api/articles/{said['article_id']}").json()
        assert (said["speaker"], said["direct"], said["outlet"]) == ("Lindqvist Lines", False, "Quay Courier")
        assert article["text"][said["start"] : said["end"]] == said["text"]
    assert api.get("/api/quotes", params={"name": "?"}).status_code == 400
    assert api.get("/api/quotes").status_code == 422
