"""What the page's scripts do with saved searches, and what they are told of them."""

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from starlette.testclient import TestClient

from index.workspace.folder import WORKSPACE_NAME, FolderWorkspace
from page.chat.saved import save_turn
from page.drawer.live_status import ShownSearches
from page.searches.watch import Watch
from page.session.session import Session
from qa.answerer import Answerer
from qa.news import Searches
from tests.markup_cases import read
from tests.page.newsroom import Newsroom, write_article

JOBS = "How many jobs go with the Marlin ferry?"
NEW = {
    "outlet": "Night Bell",
    "title": "Saved",
    "text": "The Marlin ferry jobs are saved: 9 jobs go.",
    "date": "2026-04-02",
}


@pytest.fixture
def refreshed(newsroom: Newsroom, session: Session) -> Callable[..., None]:
    def refresh(**fields: object) -> None:
        write_article(newsroom.folder, "new-1", **{**NEW, **fields})
        session.follow()

    return refresh


def save(client: TestClient, answerer: Answerer, question: str = JOBS) -> str:
    turn = save_turn(answerer.ask(question))
    told = client.post("/searches/save", json={"turn": turn.model_dump(mode="json")})
    assert told.status_code == 200
    identity: str = told.json()["id"]
    return identity


def told(client: TestClient) -> Mapping[str, str]:
    """The status, once all that is new has been found out."""
    for _ in range(200):
        status: Mapping[str, str] = client.get("/status").json()
        if not status["soon"]:
            return status
        time.sleep(0.05)
    raise AssertionError("what is new is never found out")


def opened(client: TestClient, search: str) -> str:
    answer = client.post("/searches/open", json={"search": search, "place": 3})
    assert answer.status_code == 200
    return answer.text


def kept(turn: str) -> dict[str, Any]:
    """What the browser keeps of a turn."""
    found = next(names["data-kept"] for _, names in read(turn, "x").tags if "data-kept" in names)
    parsed: dict[str, Any] = json.loads(found or "")
    return parsed


def mark(client: TestClient, search: str, turn: str) -> None:
    seen = {"search": search, "generation": kept(turn)["generation"]}
    assert client.post("/searches/seen", json=seen).status_code == 200


def test_a_search_is_saved_counted_opened_and_seen(
    client: TestClient, answerer: Answerer, refreshed: Callable[..., None]
) -> None:
    search = save(client, answerer)
    assert "new" not in told(client)["searches"]
    refreshed()
    status = told(client)
    assert "1 new since" in status["searches"]
    assert "news in 1 saved search<" in status["line"]
    turn = opened(client, search)
    assert turn.index("1 new since") < turn.index("The Marlin ferry jobs are saved") < turn.index("Known before")
    assert turn.index("Known before") < turn.index("said that 14 jobs would go")
    assert "1 new since" in told(client)["searches"]  # not before the browser says that it is shown
    mark(client, search, turn)
    status = told(client)
    assert "new since" not in status["searches"] + status["line"]
    turn = opened(client, search)
    assert "Nothing new since" in turn
    assert "Known before" not in turn


def test_of_a_list_the_new_articles_stand_above_all_of_them(
    client: TestClient, answerer: Answerer, refreshed: Callable[..., None]
) -> None:
    search = save(client, answerer, "How many articles mention the Marlin ferry?")
    refreshed()
    turn = opened(client, search)
    parts = turn.split('class="part"')
    assert parts[1].count('class="listed"') == 1
    assert parts[2].count('class="listed"') > 1
    assert ("1 new since" in parts[1], "The whole list" in parts[2]) == (True, True)


def test_an_edited_article_is_said_to_have_been_there(
    client: TestClient, answerer: Answerer, refreshed: Callable[..., None]
) -> None:
    refreshed()
    search = save(client, answerer)
    refreshed(text="The Marlin ferry jobs are saved: no jobs go.")
    assert "1 of them from an article that was there before, with other words." in opened(client, search)


def test_the_same_search_is_saved_once(client: TestClient, answerer: Answerer) -> None:
    assert save(client, answerer) == save(client, answerer)
    assert told(client)["searches"].count("<li") == 1


def test_a_search_gets_another_name_and_goes(client: TestClient, answerer: Answerer) -> None:
    search = save(client, answerer)
    assert client.post("/searches/rename", json={"search": search, "name": "<b>Jobs</b>"}).text == "kept"
    assert "&lt;b&gt;Jobs&lt;/b&gt;" in told(client)["searches"]
    assert client.post("/searches/delete", json={"search": search}).text == "gone"
    assert told(client)["searches"] == ""
    gone = client.post("/searches/open", json={"search": search, "place": 0})
    assert (gone.status_code, "no longer there" in gone.text) == (400, True)


def test_a_search_that_leaned_on_a_question_leans_on_it_still(client: TestClient, newsroom: Newsroom) -> None:
    asked = {"place": 1, "asked": "And the Harbour Post?", "earlier": [JOBS]}
    turn = kept(client.post("/ask", json=asked).text)
    client.post("/searches/save", json={"turn": turn, "earlier": [JOBS]})
    (search,) = _searches(newsroom).all()
    assert (search.question, search.earlier) == ("And the Harbour Post?", (JOBS,))


def test_a_search_whose_outlet_is_gone_says_so(client: TestClient, newsroom: Newsroom, session: Session) -> None:
    turn = client.post("/ask", json={"place": 0, "asked": JOBS, "outlets": ["Quay Courier"]}).text
    search = client.post("/searches/save", json={"turn": kept(turn)}).json()["id"]
    (newsroom.folder / "courier-1.json").unlink()
    write_article(newsroom.folder, "new-1", **NEW)
    session.follow()
    assert "Quay Courier" in told(client)["searches"]
    refused = client.post("/searches/open", json={"search": search, "place": 0})
    assert (refused.status_code, "Quay Courier" in refused.text) == (400, True)


@pytest.mark.parametrize("name", ["searches.json", "arrivals.json"])
def test_a_damaged_document_is_one_message_and_stays(
    client: TestClient, answerer: Answerer, newsroom: Newsroom, name: str, refreshed: Callable[..., None]
) -> None:
    save(client, answerer)
    path = newsroom.library.index / WORKSPACE_NAME / name
    path.write_text("{", encoding="utf-8")
    refreshed()
    told(client)
    shown = told(client)["searches"]
    assert shown.count(f"workspace/{name}") == 1
    assert shown.count("left as it is") == 1
    turn = save_turn(answerer.ask("What would the bridge cost?")).model_dump(mode="json")
    refused = client.post("/searches/save", json={"turn": turn})
    assert (refused.status_code, name in refused.text) == (400, True)
    assert path.read_text(encoding="utf-8") == "{"


def test_what_is_new_is_found_once_for_each_generation(
    session: Session, newsroom: Newsroom, client: TestClient, answerer: Answerer, refreshed: Callable[..., None]
) -> None:
    save(client, answerer)
    watch = Watch(session, _searches(newsroom))

    def shown() -> ShownSearches:
        first = watch.shown()
        assert watch.wait(10)
        return watch.shown() if first.soon else first

    assert (shown().new, watch.shown().soon) == (0, False)
    refreshed()
    assert watch.shown().soon
    assert shown().new == 1
    assert not watch.shown().soon


def test_nobody_who_saves_nothing_pays_for_it(client: TestClient, newsroom: Newsroom) -> None:
    assert told(client)["searches"] == ""
    assert not (newsroom.library.index / WORKSPACE_NAME / "arrivals.json").exists()


def test_whatever_else_is_posted_is_refused(client: TestClient) -> None:
    for address in ("save", "open", "seen", "rename", "delete"):
        assert client.post(f"/searches/{address}", json={"search": 3, "more": 1}).status_code == 422


def _searches(newsroom: Newsroom) -> Searches:
    return Searches(FolderWorkspace(newsroom.library.index / WORKSPACE_NAME))
