import threading
from pathlib import Path

import pytest

from corpus.errors import EmptyCorpus
from corpus.progress import OnProgress
from page.errors import RefreshFailed
from page.session.session import Session
from tests.page.newsroom import Newsroom, write_article


def test_the_answerer_is_there_once_it_is_loaded(newsroom: Newsroom) -> None:
    session = Session(newsroom.open, newsroom.refresh)
    before = session.answers
    session.loading.start()
    assert session.loading.wait(5)
    assert (before, session.answers) == (None, newsroom)
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

    def open_newsroom(on_progress: OnProgress) -> Newsroom:
        if not list(tmp_path.iterdir()):
            raise EmptyCorpus("There is no article yet.")
        return newsroom.open(on_progress)

    session = Session(open_newsroom, newsroom.refresh)
    session.loading.start()
    assert session.loading.wait(5)
    assert str(session.loading.state.error) == "There is no article yet."
    write_article(tmp_path, "a", outlet="A", text="A first article.")
    session.refreshing.start()
    assert session.refreshing.wait(5)
    assert session.loading.wait(5)
    assert session.answers is newsroom
    assert session.loading.state.error is None


def test_following_a_change_ends_with_a_refresh_that_began_after_it(newsroom: Newsroom, session: Session) -> None:
    hold = newsroom.folder / "hold-refresh"
    hold.touch()
    session.refreshing.request()
    write_article(newsroom.folder, "n1", outlet="Night Bell", text="The lynx left.")
    following = threading.Thread(target=session.follow)
    following.start()
    following.join(0.1)
    assert following.is_alive()
    hold.unlink()
    following.join(5)
    assert newsroom.article("n1")
    assert session.refreshing.state.runs == 2


@pytest.mark.parametrize("reason", ["The index is damaged", "Something went wrong inside Dateline"])
def test_whoever_follows_is_told_that_it_failed(newsroom: Newsroom, session: Session, reason: str) -> None:
    if "damaged" in reason:
        (newsroom.folder / "corrupt").touch()
    else:
        (newsroom.folder / "x.json").write_text("not an article")
    with pytest.raises(RefreshFailed, match=reason):
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
    assert newsroom.article("n1")
