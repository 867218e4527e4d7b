"""The fact sheet, as the page's scripts ask for it."""

import csv
import io
import json
import re
from typing import Any

import docx
import pytest
from starlette.testclient import TestClient

from index.workspace.folder import WORKSPACE_NAME
from page.chat.saved import save_turn
from page.sheet.forms import FORMS
from page.sheet.kept import DOCUMENT
from qa.answerer import Answerer
from qa.question import Filters
from tests.conftest import COURIER
from tests.page.newsroom import Newsroom, write_article

JOBS = "The operator, Lindqvist Lines, said that 14 jobs would go."
KEEPER = "The lighthouse keeper retires in spring."


def edit(client: TestClient, does: str, **values: object) -> str:
    response = client.post("/sheet", json={"edit": {"does": does, **values}})
    assert response.status_code == 200, response.text
    return response.text


def pin(client: TestClient, article_id: str, words: str, **values: object) -> str:
    return edit(client, "pin", article_id=article_id, words=words, **values)


def pins(html: str) -> list[str]:
    return re.findall(r'data-pin="(\w+)"', html)


def shown(client: TestClient) -> str:
    return client.post("/sheet", json={}).text


def saved(client: TestClient, form: str, style: str = "full") -> str:
    response = client.post(f"/sheet/{form}", json={"style": style})
    assert response.status_code == 200, response.text
    return response.content.decode("utf-8-sig")


def kept(newsroom: Newsroom) -> dict[str, Any]:
    text = (newsroom.library.index / WORKSPACE_NAME / DOCUMENT).read_text("utf-8")
    sheet: dict[str, Any] = json.loads(text)
    return sheet


def test_an_empty_sheet_says_what_to_do(client: TestClient) -> None:
    assert 'data-count="0"' in shown(client)
    assert "Nothing is pinned yet." in shown(client)


def test_a_pinned_sentence_is_shown_with_its_source_and_kept_without_its_words(
    client: TestClient, newsroom: Newsroom
) -> None:
    html = pin(client, "courier-1", JOBS)
    assert f">{JOBS}</blockquote>" in html
    assert "Marlin ferry stops for good" in html
    assert shown(client) == html
    (one,) = kept(newsroom)["pins"]
    assert (one["article_id"], one["source"]) == ("courier-1", "courier-1.json")
    assert COURIER.text[one["start"] : one["end"]] == JOBS
    assert "Lindqvist" not in json.dumps(one)


def test_spaces_between_words_may_differ_and_the_nearest_place_counts(client: TestClient, newsroom: Newsroom) -> None:
    write_article(newsroom.folder, "twice", outlet="Quay Courier", title="T", text="It stops.\n\nNo. It  stops.")
    newsroom.refresh()
    pin(client, "twice", " It\n stops. ", near=14)
    (one,) = kept(newsroom)["pins"]
    assert (one["start"], one["end"]) == (15, 25)


@pytest.mark.parametrize(
    ("article_id", "words"), [("courier-1", "Nobody said so."), ("none", JOBS), ("courier-1", " ")]
)
def test_words_that_stand_nowhere_are_not_pinned(client: TestClient, article_id: str, words: str) -> None:
    sent = {"edit": {"does": "pin", "article_id": article_id, "words": words}}
    response = client.post("/sheet", json=sent)
    assert (response.status_code, response.text) == (
        400, "These words do not stand in the articles any more. Ask again.",
    )  # fmt: skip
    assert pins(shown(client)) == []


def test_facts_are_ordered_noted_titled_and_removed(client: TestClient) -> None:
    pin(client, "courier-1", JOBS)
    first, second = pins(pin(client, "long-1", KEEPER))
    assert pins(edit(client, "move", pin=second, by=-1)) == [second, first]
    assert client.post("/sheet", json={"edit": {"does": "move", "pin": first, "by": 10**30}}).status_code == 422
    assert 'data-note="Ask &lt;b&gt;"' in edit(client, "note", pin=first, note="Ask <b>")
    assert 'data-title="The &#34;last&#34; ferry"' in edit(client, "title", title='The "last" ferry')
    assert pins(edit(client, "unpin", pin=second)) == [first]


def test_words_that_moved_are_found_again_and_those_that_changed_are_said_to_be_lost(
    client: TestClient, newsroom: Newsroom
) -> None:
    pin(client, "courier-1", JOBS)
    pin(client, "long-1", KEEPER)
    fields = {"outlet": COURIER.outlet, "title": COURIER.title}
    write_article(newsroom.folder, "courier-1", **fields, text=f"First of all.\n\n{COURIER.text}")
    (newsroom.folder / "long-1.json").unlink()
    newsroom.refresh()
    html = shown(client)
    assert f">{JOBS}</blockquote>" in html
    assert "The article was edited; these words still stand in it." in html
    assert "The article is no longer among yours; its file was long-1.json." in html
    write_article(newsroom.folder, "courier-1", **fields, text=COURIER.text.replace("14 jobs", "15 jobs"))
    newsroom.refresh()
    html = shown(client)
    assert "<blockquote" not in html
    assert "These words no longer stand in the article, courier-1.json: it was edited." in html
    assert "Left out, as the words no longer stand in the articles: 2 quotations." in saved(client, "markdown")


def test_a_file_says_of_each_fact_how_it_was_found(client: TestClient, answerer: Answerer) -> None:
    answer = answerer.ask("How many jobs go with the Marlin?", filters=Filters(outlets=("Quay Courier",)))
    pin(client, "courier-1", JOBS, turn=save_turn(answer).model_dump(mode="json"))
    html = pin(client, "long-1", KEEPER)
    assert "Found by “How many jobs go with the Marlin?”" in html
    first, second = csv.DictReader(io.StringIO(saved(client, "csv")))
    assert (first["question"], first["articles_searched"]) == ("How many jobs go with the Marlin?", "1")
    assert "only Quay Courier" in first["understood"]
    assert (second["question"], second["articles_searched"]) == ("", "")
    written = saved(client, "markdown")
    assert "understood as only Quay Courier; 1 article searched." in written
    assert "of 4 articles from 4 outlets." in written


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_the_words_the_source_and_how_it_came_about(client: TestClient, form: str) -> None:
    pin(client, "courier-1", JOBS)
    response = client.post(f"/sheet/{form}", json={"style": "chicago"})
    content = response.content
    if form == "word":
        text = "\n".join(one.text for one in docx.Document(io.BytesIO(content)).paragraphs)
        assert JOBS in text
        assert "Dateline " in text
        return
    text = content.decode()
    assert "Quay Courier" in text
    assert "courier-1" not in text
    if form != "sources":
        assert JOBS in text
        assert re.search(r"Dateline \d|,\d+\.\d+\.\d+,", text)


def test_html_is_plain_and_semantic(client: TestClient) -> None:
    pin(client, "courier-1", JOBS)
    edit(client, "title", title="The last ferry")
    page, part = saved(client, "html", "apa"), saved(client, "part", "apa")
    assert page.startswith("<!DOCTYPE html><html lang=")
    assert "<title>The last ferry</title>" in page
    assert '<sup><a href="#source-1">1</a></sup>' in page
    assert '<li id="source-1">Rask, I., &amp; Oduya, T. (2026, March 3).' in page
    assert "<i>Quay Courier</i>" in page
    assert part.startswith("<article><h1>The last ferry</h1><blockquote><p>")
    assert 'href="#' not in part
    assert "class=" not in page + part


@pytest.mark.parametrize("sent", [("pdf", "full"), ("markdown", "mla")])
def test_an_unknown_form_or_style_is_refused(client: TestClient, sent: tuple[str, str]) -> None:
    form, style = sent
    response = client.post(f"/sheet/{form}", json={"style": style})
    assert response.status_code == 404
    assert "Choose one of" in response.text


@pytest.mark.parametrize(
    "edited", [{"does": "burn"}, {"does": "note", "pin": "x", "note": "y" * 5001}, {"does": "title", "title": 1}]
)
def test_what_is_no_change_is_refused(client: TestClient, edited: dict[str, object]) -> None:
    assert client.post("/sheet", json={"edit": edited}).status_code == 422


def test_the_sentences_of_a_passage_are_offered(client: TestClient) -> None:
    html = client.get(f"/sentences/courier-1?at=0-{len(COURIER.text)}").text
    assert html.count('class="pin-one"') == 4
    assert f'data-near="{COURIER.text.index("The operator")}">{JOBS}</button>' in html
    assert client.get("/sentences/courier-1?at=0-99999").status_code == 404
    assert client.get("/sentences/none?at=0-9").status_code == 404
