"""The table as the page's script gets it, over a small newsroom."""

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from page.routes import routes
from page.session.session import Session
from tests.markup_cases import read
from tests.page.newsroom import Newsroom, write_article, write_broken

NONE = "<i>No headline</i>"


def table(client: TestClient, **wanted: object) -> str:
    answer = client.post("/articles", json=wanted)
    assert answer.status_code == 200, answer.text
    return answer.text


def headlines(html: str) -> list[str]:
    return re.findall(r'<a class="cite"[^>]*>(.*?)</a>', html)


def addresses(html: str) -> list[str]:
    return [
        attributes["href"] or ""
        for tag, attributes in read(html, "x").tags
        if attributes.get("class") == "go" and tag == "a"
    ]


def test_no_row_is_counted_further_than_the_index_can_count(client: TestClient) -> None:
    assert client.post("/articles", json={"start": 10**9}).status_code == 200
    assert client.post("/articles", json={"start": 10**30}).status_code == 422


def test_all_articles_are_shown_newest_first_with_their_counts(client: TestClient, session: Session) -> None:
    html = table(client)
    assert '<h2 class="lead" tabindex="-1">4 articles</h2>' in html
    newest = [one.title or NONE for one in session.opened().articles()]
    assert headlines(html) == newest
    assert 'aria-sort="descending"><button type="button" class="go" data-column="Day"' in html
    assert "/?view=articles&outlet=Quay+Courier" in addresses(html)
    assert "Inland Ledger" in html


def test_its_columns_sort_it_and_turn_it_round(client: TestClient) -> None:
    *titled, untitled = headlines(table(client))
    rising = [*sorted(titled, key=str.casefold), untitled]
    html = table(client, order="headline")
    assert headlines(html) == rising
    assert 'data-to="/?view=articles&amp;order=headline-backwards"' in html
    assert headlines(table(client, order="headline-backwards")) == rising[::-1]


def test_it_is_found_by_words_with_the_sentence_that_holds_them(client: TestClient) -> None:
    html = table(client, words="Lindqvist Lines")
    assert '<h2 class="lead" tabindex="-1">2 articles hold “Lindqvist Lines”</h2>' in html
    assert html.count("<mark>Lindqvist Lines</mark>") == 2
    assert "“Lindqvist Lines”" in html
    assert addresses(html)[0] == "/?view=articles"  # what takes the words back
    assert "No article holds “Zanzibar”" in table(client, words="Zanzibar")


def test_further_rows_come_without_counts(client: TestClient) -> None:
    newest = headlines(table(client))
    html = table(client, start=1, rows=2)
    assert headlines(html) == newest[1:3]
    assert 'class="counts"' not in html
    assert '<button type="button" class="more-rows" data-start="3">Show 1 more article</button>' in html
    assert "more-rows" not in table(client)


def test_what_narrows_it_can_be_taken_back(client: TestClient) -> None:
    html = table(client, outlets=["Quay Courier"], since="2026-01-01", until="2026-12-31", doubt="stub")
    taken_back = addresses(html)
    assert "/?view=articles&since=2026-01-01&until=2026-12-31&doubt=stub" in taken_back
    assert "/?view=articles&outlet=Quay+Courier&doubt=stub" in taken_back
    assert "1 January – 31 December 2026" in html


@pytest.mark.parametrize(
    ("wanted", "words"),
    [({"words": "?!"}, "no word"), ({"outlets": ["Nowhere"]}, "Nowhere"), ({"since": "someday"}, "is not a day")],
)
def test_what_cannot_be_read_is_said(client: TestClient, wanted: dict[str, object], words: str) -> None:
    answer = client.post("/articles", json=wanted)
    assert answer.status_code == 400
    assert words in answer.text
    assert client.post("/articles", json={"start": -1}).status_code == 422


def test_what_could_not_be_read_is_named_with_the_reason(newsroom: Newsroom) -> None:
    write_broken(newsroom.folder, "<b>broken.zip")
    write_article(newsroom.folder, "new", outlet="Night Bell", title="Lynx", text="The lynx left.")
    session = Session(newsroom.open, newsroom.refresh, look=newsroom.look)
    session.loading.start()
    assert session.loading.wait(5)
    with TestClient(Starlette(routes=routes(session, newsroom.library))) as client:
        answer = client.post("/articles/unread", json={})
        assert answer.status_code == 200
        session.looking.wait(5)
        html = client.post("/articles/unread", json={}).text
    assert "1 file or record could not be used" in html
    assert "&lt;b&gt;broken.zip" in html
