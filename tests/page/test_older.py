"""What a browser and whoever was sent an address kept from an earlier version still opens."""

from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from corpus.progress import OnProgress
from index.library import Library
from index.refresh.run import refresh_index
from page.chat.saved import SavedTurn, restore
from page.routes import routes
from page.session.session import Session
from qa.answerer import Answerer
from tests.conftest import FakeEncoder
from tests.index.older import Older, older, schemas


@pytest.fixture(params=schemas())
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Older:
    return older(request.param, tmp_path)


@pytest.fixture
def session(kept: Older) -> Session:
    """The page as it opens on the index of an earlier version."""
    refresh = partial(refresh_index, Library(kept.articles, kept.index), encoder=FakeEncoder())

    def open_answerer(on_progress: OnProgress) -> Answerer:
        refresh(on_progress=on_progress)
        return Answerer(kept.index, FakeEncoder())

    session = Session(open_answerer, refresh)
    session.loading.start()
    assert session.loading.wait(20)
    return session


@pytest.fixture
def client(session: Session, kept: Older) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes(session, Library(kept.articles, kept.index)))) as client:
        yield client


def test_a_kept_turn_comes_back_whole(kept: Older, session: Session) -> None:
    assert session.answers
    saved = SavedTurn.model_validate_json(kept.turn)
    restored = restore(saved, session.answers)
    assert restored.lost == 0
    answer = restored.answer
    assert (answer.verdict, answer.confidence) == (saved.verdict, saved.confidence)
    assert [passage.citation.article_id for passage in answer.passages] == [
        one.place.article_id for one in saved.passages
    ]
    assert [mark.text for mark in answer.passages[0].highlights] == [
        "The operator, Lindqvist Lines (LL), said that 14 jobs would go with the Marlin ferry."
    ]
    assert [copy.outlet for copy in answer.passages[0].also_in] == ["Quay Courier"]


def test_an_address_of_a_passage_still_opens_it(kept: Older, client: TestClient) -> None:
    for passage in SavedTurn.model_validate_json(kept.turn).passages:
        for place in (passage.place, *passage.copies):
            for door in ("article", "context"):
                found = client.get(f"/{door}/{place.article_id}?at={place.start}-{place.end}")
                assert found.status_code == 200, found.text
    first = client.get("/article/b3751c8a6e2d68f1?at=0-226&mark=98-183")
    assert "14 jobs would go with the Marlin ferry" in unescape(first.text)
