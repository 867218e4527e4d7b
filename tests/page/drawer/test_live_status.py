from starlette.testclient import TestClient

from page.session.session import Session
from tests.page.newsroom import Newsroom, write_article


def test_a_tab_is_told_what_to_show(client: TestClient, session: Session) -> None:
    told = client.get("/status").json()
    assert "4 articles" in told["line"]
    assert "index-card" in told["card"]
    assert "word for word" in told["welcome"]
    assert ["Quay Courier (1)", "Quay Courier"] in told["outlets"]
    assert told["busy"] is False
    assert told["generation"] == session.opened().holdings().generation


def test_a_tab_that_shows_it_already_is_told_nothing(client: TestClient) -> None:
    tag = client.get("/status").headers["etag"]
    again = client.get("/status", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_work_and_what_came_of_it_are_told(client: TestClient, session: Session, newsroom: Newsroom) -> None:
    tag = client.get("/status").headers["etag"]
    hold = newsroom.folder / "hold-refresh"
    hold.touch()
    write_article(newsroom.folder, "new-1", outlet="Night Bell", title="Lynx", text="The lynx left.")
    session.refreshing.start()
    working = client.get("/status", headers={"if-none-match": tag}).json()
    assert working["busy"] is True
    assert "Refreshing: " in working["line"]
    hold.unlink()
    assert session.refreshing.wait(5)
    assert "5 articles" in client.get("/status").json()["line"]
