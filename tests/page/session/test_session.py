import threading
from pathlib import Path

import pytest

from corpus.errors import EmptyCorpus
from page.errors import RefreshFailed
from page.session.session import Session
from tests.page.newsroom import Newsroom, write_article


def test_the_answerer_is_there_once_it_is_loaded(newsroom: Newsroom) -> None:
    session = Session(newsroom.open, newsroom.refresh)
    before = session.answers
    session.loading.start()
    assert session.loading.wait(5)
    assert before is None
    assert session.opened().holdings().articles == 4
    assert session.progress() is None


def test_progress_is_told_from_the_first_moment(newsroom: Newsroom) -> None:
    (newsroom.folder / "hold-loading").touch()
    session = Session(newsroom.open, newsroom.refresh)
    session.loading.start()
    assert session.progress() is not None
    (newsroom.folder / "hold-loading").unlink()
    assert session.loading.wait(5)


def test_a_refresh_opens_what_could_not_be_opened_at_the_start(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)

    session = Session(newsroom.open, newsroom.refresh)
    session.loading.start()
    assert session.loading.wait(5)
    assert isinstance(session.loading.state.error, EmptyCorpus)
    write_article(tmp_path, "a", outlet="A", text="A first article.")
    session.refreshing.start()
    assert session.refreshing.wait(5)
    assert session.loading.wait(5)
    assert session.opened().article("a")
    assert session.loading.state.error is None


def test_following_a_change_ends_with_a_refresh_that_began_after_it(newsroom: Newsroom, session: Session) -> None:
    hold = newsroom.folder / "hold-refresh"
    hold.touch()
    write_article(newsroom.folder, "n0", outlet="Night Bell", text="The otter left.")
    session.refreshing.request()
    write_article(newsroom.folder, "n1", outlet="Night Bell", text="The lynx left.")
    following = threading.Thread(target=session.follow)
    following.start()
    following.join(0.1)
    assert following.is_alive()
    hold.unlink()
    following.join(5)
    assert session.opened().article("n1")
    assert session.refreshing.state.runs == 2


def test_whoever_follows_is_told_that_it_failed(newsroom: Newsroom, session: Session) -> None:
    newsroom.damage()
    with pytest.raises(RefreshFailed, match=r"manifest\.json cannot be read"):
        session.follow()


def test_whoever_follows_is_told_of_a_fault_of_the_program(
    newsroom: Newsroom, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.refresh.run.find_overlap", None)
    write_article(newsroom.folder, "n1", outlet="Night Bell", text="The lynx left.")
    with pytest.raises(RefreshFailed, match="Something went wrong inside Dateline"):
        session.follow()


def test_a_refresh_that_is_asked_for_while_the_index_is_made_follows_it(newsroom: Newsroom) -> None:
    hold = newsroom.folder / "hold-loading"
    hold.touch()
    session = Session(newsroom.open, newsroom.refresh)
    session.loading.start()
    run = session.refreshing.request()
    assert not session.refreshing.wait(0.1, run=run)
    write_article(newsroom.folder, "n1", outlet="Night Bell", text="The lynx left.")
    hold.unlink()
    assert session.refreshing.wait(5, run=run)
    assert session.refreshing.state.error is None
    assert session.opened().article("n1")
