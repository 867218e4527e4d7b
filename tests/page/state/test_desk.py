from pathlib import Path

from corpus.errors import EmptyCorpus
from corpus.progress import OnProgress
from page.state.desk import Desk
from tests.page.newsroom import Newsroom, write_article


def test_the_answerer_is_there_once_it_is_loaded(newsroom: Newsroom) -> None:
    desk = Desk(newsroom.open, newsroom.refresh)
    before = desk.answers
    desk.loading.start()
    assert desk.loading.wait(5)
    assert (before, desk.answers) == (None, newsroom)
    assert desk.progress() is None


def test_progress_is_told_from_the_first_moment(newsroom: Newsroom) -> None:
    (newsroom.folder / "hold-loading").touch()
    desk = Desk(newsroom.open, newsroom.refresh)
    desk.loading.start()
    assert desk.progress() is not None
    (newsroom.folder / "hold-loading").unlink()
    assert desk.loading.wait(5)


def test_a_refresh_opens_what_could_not_be_opened_at_the_start(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)

    def open_newsroom(on_progress: OnProgress) -> Newsroom:
        if not list(tmp_path.iterdir()):
            raise EmptyCorpus("There is no article yet.")
        return newsroom.open(on_progress)

    desk = Desk(open_newsroom, newsroom.refresh)
    desk.loading.start()
    assert desk.loading.wait(5)
    assert str(desk.loading.state.error) == "There is no article yet."
    write_article(tmp_path, "a", outlet="A", text="A first article.")
    desk.refreshing.start()
    assert desk.refreshing.wait(5)
    assert desk.loading.wait(5)
    assert desk.answers is newsroom
    assert desk.loading.state.error is None
