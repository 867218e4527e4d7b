import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from page.session.session import Session
from tests.page.newsroom import Newsroom, write_article

JOBS = "How many jobs go with the Marlin?"


def linked(told: object) -> Iterator[dict[str, Any]]:
    """Every object with a link in an answer."""
    if isinstance(told, dict):
        if "link" in told:
            yield told
        for one in told.values():
            yield from linked(one)
    elif isinstance(told, list):
        for one in told:
            yield from linked(one)


@pytest.mark.parametrize(
    ("path", "asked", "expected"),
    [
        ("ask", {"question": JOBS}, 4),
        ("ask", {"question": "How many articles mention the Marlin?"}, 2),
        ("compare", {"question": JOBS}, 2),
        ("list", {"words": "Marlin"}, 2),
        ("quotes", {"name": "Lindqvist Lines"}, 1),
    ],
)
def test_every_quotation_has_an_address_that_shows_it(
    client: TestClient, path: str, asked: dict[str, str], expected: int
) -> None:
    quotes = list(linked(client.post(f"/api/{path}", json=asked).json()))
    assert len(quotes) >= expected
    for quote in quotes:
        page = client.get(quote["link"])
        assert page.status_code == 200
        shown = "".join(re.findall(r'<mark[^>]*class="cited[^>]*>(.*?)</mark>', page.text))
        marked = [unescape(words) for words in re.findall(r'class="cited found">(.*?)</mark>', page.text)]
        assert quote.get("text", "") in unescape(shown) or quote.get("text", "") in marked
        assert "has changed" not in page.text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "After many delays came this. ", "still stands in it, word for word"),
        ("Repairs would", "Mending would", "What is marked still stands in it"),
        ("14 jobs", "15 jobs", "no longer stands in it as quoted"),
    ],
)
def test_a_link_finds_its_words_after_an_edit_or_says_that_they_changed(
    client: TestClient, session: Session, newsroom: Newsroom, old: str, new: str, told: str
) -> None:
    passage = client.post("/api/ask", json={"question": JOBS}).json()["passages"][0]
    before = client.get(passage["link"]).text
    article = session.opened().article(passage["article_id"])
    assert article
    text = article.text.replace(old, new, 1) if old else new + article.text
    write_article(newsroom.folder, article.article_id, outlet=article.outlet, title=article.title, text=text)
    newsroom.refresh()
    session.refreshing.start()
    assert session.refreshing.wait(10)
    after = client.get(passage["link"]).text
    assert "has changed since" not in before
    assert told in after
    stands = "The operator, Lindqvist Lines, said that 14 jobs would go."
    assert (f'class="cited found">{stands}' in after) == (stands in text)
