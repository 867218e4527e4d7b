from corpus.errors import EmptyCorpus
from index.progress import OnProgress
from page.desk import Desk
from page.status import read_status
from tests.page.newsroom import Newsroom


def opened(newsroom: Newsroom) -> Desk:
    desk = Desk(newsroom.open, newsroom.refresh)
    desk.loading.start()
    assert desk.loading.wait(5)
    return desk


def test_the_head_of_the_page_tells_what_the_index_holds(newsroom: Newsroom) -> None:
    status = read_status(opened(newsroom))
    assert "4 articles · 4 outlets · 3–9 March 2026" in status.line
    assert status.outlets == (("Estuary Review", 1), ("Harbour Post", 1), ("Inland Ledger", 1), ("Quay Courier", 1))
    assert not status.busy


def test_loading_is_told_with_its_stage(newsroom: Newsroom) -> None:
    (newsroom.folder / "hold-loading").touch()
    desk = Desk(newsroom.open, newsroom.refresh)
    desk.loading.start()
    status = read_status(desk)
    assert "Getting ready: " in status.line
    assert status.busy
    (newsroom.folder / "hold-loading").unlink()
    assert desk.loading.wait(5)


def test_what_failed_is_said_in_its_own_words(newsroom: Newsroom) -> None:
    def fail(_: OnProgress) -> Newsroom:
        raise EmptyCorpus("No article in <articles>.")

    desk = Desk(fail, newsroom.refresh)
    desk.loading.start()
    assert desk.loading.wait(5)
    status = read_status(desk)
    assert "No article in &lt;articles&gt;." in status.line
    assert not status.busy


def test_a_fault_of_the_program_is_named_as_one(newsroom: Newsroom) -> None:
    def fail(_: OnProgress) -> Newsroom:
        raise ZeroDivisionError("secret detail")

    desk = Desk(fail, newsroom.refresh)
    desk.loading.start()
    assert desk.loading.wait(5)
    assert "Something went wrong inside Dateline (ZeroDivisionError)" in read_status(desk).line
    assert "secret" not in read_status(desk).line


def test_the_card_lists_what_a_refresh_did_and_what_failed(newsroom: Newsroom) -> None:
    desk = opened(newsroom)
    (newsroom.folder / "x.broken").touch()
    (newsroom.folder / "ledger-1.json").unlink()
    desk.refreshing.start()
    assert desk.refreshing.wait(5)
    card = read_status(desk).card
    assert "1 removed" in card
    assert "1 file could not be used" in card
    assert "<b>x.broken</b>: not &lt;b&gt;text&lt;/b&gt;" in card


def test_a_refresh_that_stopped_is_explained_and_the_old_index_still_told(newsroom: Newsroom) -> None:
    desk = opened(newsroom)
    for path in newsroom.folder.glob("*.json"):
        path.unlink()
    desk.refreshing.start()
    assert desk.refreshing.wait(5)
    status = read_status(desk)
    assert "12 of 14 articles would be removed" in status.card
    assert "4 articles" in status.line


def test_what_changed_is_still_told_after_a_refresh_that_found_nothing(newsroom: Newsroom) -> None:
    desk = opened(newsroom)
    (newsroom.folder / "ledger-1.json").unlink()
    for _ in range(2):
        desk.refreshing.start()
        assert desk.refreshing.wait(5)
    card = read_status(desk).card
    assert card.index("1 removed") < card.index("nothing had changed")
