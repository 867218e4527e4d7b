"""The page's answers on a real index, with an encoder that needs no model."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from corpus.progress import OnProgress
from index.library import Library
from index.refresh.run import refresh_index
from index.upkeep.changes import read_upkeep
from page.drawer.status import read_status
from page.routes import routes
from page.session.session import Session
from qa.answerer import Answerer
from tests.conftest import FakeEncoder

QUESTION = "How many jobs go with the Marlin, says Lindqvist Lines?"


@pytest.fixture
def session(corpus_folder: Path, tmp_path: Path) -> Session:
    library, encoder = Library(corpus_folder, tmp_path / "index"), FakeEncoder()

    refresh = partial(refresh_index, library, encoder=encoder)

    def open_answerer(on_progress: OnProgress) -> Answerer:
        refresh(on_progress=on_progress)
        return Answerer(library.index, encoder)

    session = Session(open_answerer, refresh, look=partial(read_upkeep, library))
    session.loading.start()
    assert session.loading.wait(20)
    assert session.loading.state.error is None
    return session


@pytest.fixture
def client(session: Session, tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes(session, Library(tmp_path, tmp_path / "index")))) as client:
        yield client


def ask(client: TestClient, question: str) -> str:
    response = client.post("/ask", json={"place": 0, "asked": question})
    assert response.status_code == 200, response.text
    return response.text


def test_each_quotation_stands_word_for_word_in_the_article_it_leads_to(client: TestClient, session: Session) -> None:
    html = ask(client, QUESTION)
    links = re.findall(r'href="/article/([^?]+)\?at=(\d+)-(\d+)', html)
    quotes = [
        unescape(re.sub(r"</?mark>", "", quote)).replace("<br>", "\n")
        for quote in re.findall(r"<blockquote[^>]*>(.*?)</b", html)
    ]
    assert len(links) == len(quotes) > 0
    for (article_id, start, end), quote in zip(links, quotes, strict=True):
        article = session.answers.article(article_id) if session.answers else None
        assert article is not None
        assert article.text[int(start) : int(end)] == quote


def test_a_new_file_is_answered_from_after_a_refresh(client: TestClient, session: Session, corpus_folder: Path) -> None:
    (corpus_folder / "lynx.md").write_text(
        "---\noutlet: Night Bell\ntitle: Lynx\n---\n\nThe lynx left Zoo Norr at dawn.\n"
    )
    assert "lynx left" not in ask(client, "When did the lynx leave Zoo Norr?")
    session.refreshing.start()
    assert session.refreshing.wait(20)
    assert "1 added" in read_status(session).card
    assert ("Night Bell", 1) in read_status(session).outlets
    assert "lynx left" in re.sub("<[^>]*>", "", ask(client, "When did the lynx leave Zoo Norr?"))


def test_many_people_ask_at_the_same_time_while_the_index_is_refreshed(
    client: TestClient, session: Session, corpus_folder: Path
) -> None:
    (corpus_folder / "lynx.md").write_text(
        "---\noutlet: Night Bell\ntitle: Lynx\n---\n\nThe lynx left Zoo Norr at dawn.\n"
    )
    with ThreadPoolExecutor(8) as people:
        session.refreshing.start()
        chats = list(people.map(lambda _: ask(client, QUESTION), range(64)))
    assert session.refreshing.wait(20)
    assert {"data-kept" in chat for chat in chats} == {True}


def test_what_changed_on_the_disk_is_told_until_it_is_read(session: Session, corpus_folder: Path) -> None:
    (corpus_folder / "lynx.md").write_text("---\noutlet: Night Bell\ntitle: Lynx\n---\n\nThe lynx left Zoo Norr.\n")
    read_status(session)
    assert session.looking.wait(20)
    assert "<b>1 file changed</b> since: 1 new." in read_status(session).card
    session.refreshing.start()
    assert session.refreshing.wait(20)
    assert "changed</b> since" not in read_status(session).card


def test_most_articles_are_taken_out_only_when_asked(session: Session, corpus_folder: Path) -> None:
    *gone, _last = sorted(path for path in corpus_folder.rglob("*") if path.suffix == ".txt" or path.suffix == ".md")
    for path in gone:
        path.unlink()
    session.refreshing.start()
    assert session.refreshing.wait(20)
    assert 'data-allow="allow_mass_delete"' in read_status(session).card
    session.refreshing.request(allow_mass_delete=True)
    assert session.refreshing.wait(20)
    assert session.refreshing.state.error is None
    assert "repair" not in read_status(session).card
