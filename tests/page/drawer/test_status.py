import re

import pytest

from corpus.errors import EmptyCorpus
from corpus.progress import OnProgress
from index.errors import CorruptIndex, MassDeletion, ModelMismatch, RefreshRunning
from index.refresh.report import RefreshReport
from index.upkeep.changes import Upkeep
from page.drawer.status import read_status
from page.session.session import Session
from qa.answerer import Answerer
from tests.page.newsroom import Newsroom, write_article, write_broken


def opened(newsroom: Newsroom) -> Session:
    session = Session(newsroom.open, newsroom.refresh, look=newsroom.look)
    session.loading.start()
    assert session.loading.wait(5)
    return session


def looked(session: Session) -> str:
    """The card after a look at the files."""
    read_status(session)
    assert session.looking.wait(5)
    return read_status(session).card


def test_the_head_of_the_page_tells_what_the_index_holds(newsroom: Newsroom) -> None:
    status = read_status(opened(newsroom))
    assert "4 articles · 4 outlets · 3–9 March 2026" in status.line
    assert status.outlets == (("Estuary Review", 1), ("Harbour Post", 1), ("Inland Ledger", 1), ("Quay Courier", 1))
    assert not status.busy


def test_loading_is_told_with_its_stage(newsroom: Newsroom) -> None:
    (newsroom.folder / "hold-loading").touch()
    session = Session(newsroom.open, newsroom.refresh)
    session.loading.start()
    status = read_status(session)
    assert "Getting ready: " in status.line
    assert status.busy
    (newsroom.folder / "hold-loading").unlink()
    assert session.loading.wait(5)


def test_what_failed_is_said_in_its_own_words(newsroom: Newsroom) -> None:
    def fail(_: OnProgress) -> Answerer:
        raise EmptyCorpus("No article in <articles>.")

    session = Session(fail, newsroom.refresh)
    session.loading.start()
    assert session.loading.wait(5)
    status = read_status(session)
    assert "No article in &lt;articles&gt;." in status.line
    assert not status.busy


def test_a_fault_of_the_program_is_named_as_one(newsroom: Newsroom) -> None:
    def fail(_: OnProgress) -> Answerer:
        raise ZeroDivisionError("secret detail")

    session = Session(fail, newsroom.refresh)
    session.loading.start()
    assert session.loading.wait(5)
    assert "Something went wrong inside Dateline (ZeroDivisionError)" in read_status(session).line
    assert "secret" not in read_status(session).line


def test_the_card_lists_what_a_refresh_did_and_what_failed(newsroom: Newsroom) -> None:
    session = opened(newsroom)
    write_broken(newsroom.folder, "<b>x.zip")
    (newsroom.folder / "ledger-1.json").unlink()
    session.refreshing.start()
    assert session.refreshing.wait(5)
    card = read_status(session).card
    assert "1 removed" in card
    assert "1 file could not be used" in card
    assert "<b>&lt;b&gt;x.zip</b>: &lt;i&gt;a.json: is not valid JSON" in card


def test_a_refresh_that_stopped_is_explained_and_the_old_index_still_told(newsroom: Newsroom) -> None:
    session = opened(newsroom)
    for path in newsroom.folder.glob("*.json"):
        path.unlink()
    session.refreshing.start()
    assert session.refreshing.wait(5)
    status = read_status(session)
    assert "4 of 4 articles are gone" in status.card
    assert "4 articles" in status.line


def test_a_refresh_that_failed_is_told_until_one_has_succeeded(newsroom: Newsroom) -> None:
    session = opened(newsroom)
    hold = newsroom.folder / "hold-refresh"
    newsroom.damage()
    session.refreshing.request()
    assert session.refreshing.wait(5)
    assert "the last refresh failed" in read_status(session).line
    newsroom.mend()
    hold.touch()
    write_article(newsroom.folder, "n1", outlet="Night Bell", text="The lynx left.")
    session.refreshing.request()
    during = read_status(session)
    hold.unlink()
    assert "Refreshing" in during.line
    assert "the last refresh failed" in during.line
    assert "manifest.json cannot be read" in during.card
    assert "data-allow" not in during.card
    assert session.refreshing.wait(5)
    assert "failed" not in read_status(session).line + read_status(session).card


def test_what_changed_is_still_told_after_a_refresh_that_found_nothing(newsroom: Newsroom) -> None:
    session = opened(newsroom)
    (newsroom.folder / "ledger-1.json").unlink()
    for _ in range(2):
        session.refreshing.start()
        assert session.refreshing.wait(5)
    card = read_status(session).card
    assert card.index("1 removed") < card.index("nothing had changed")


def test_files_that_changed_since_are_counted_and_looked_at_again_only_after_a_while(newsroom: Newsroom) -> None:
    session = opened(newsroom)
    assert "changed" not in looked(session)
    (newsroom.folder / "ledger-1.json").unlink()
    write_article(newsroom.folder, "n1", outlet="Night Bell", text="The lynx left.")
    assert "changed" not in looked(session)
    session.looking.start()
    assert session.looking.wait(5)
    assert "<b>2 files changed</b> since: 1 new, 1 gone." in read_status(session).card
    session.refreshing.start()
    assert session.refreshing.wait(5)
    assert "changed</b> since" not in looked(session)


def test_what_could_not_be_used_is_told_before_any_refresh_too(newsroom: Newsroom) -> None:
    write_broken(newsroom.folder, "<b>x.zip")
    assert "<b>&lt;b&gt;x.zip</b>: &lt;i&gt;a.json: is not valid JSON" in looked(opened(newsroom))


def test_a_look_that_fails_tells_nothing(newsroom: Newsroom) -> None:
    def fail() -> Upkeep:
        raise CorruptIndex("The manifest", "is gone")

    session = Session(newsroom.open, newsroom.refresh, look=fail)
    session.loading.start()
    assert session.loading.wait(5)
    assert "manifest" not in looked(session)


@pytest.mark.parametrize(
    ("error", "allowed"),
    [
        (MassDeletion("12 of 14 are gone."), "allow_mass_delete"),
        (CorruptIndex("The index", "is damaged"), "rebuild"),
        (ModelMismatch("Another model."), "rebuild"),
        (RefreshRunning("Another process is at it."), None),
    ],
)
def test_only_what_the_user_can_decide_has_a_button(newsroom: Newsroom, error: Exception, allowed: str | None) -> None:
    def fail(**_: object) -> RefreshReport:
        raise error

    session = Session(newsroom.open, fail)
    session.refreshing.start()
    assert session.refreshing.wait(5)
    before = read_status(session).card
    session.loading.start()
    assert session.loading.wait(5)
    for card in (before, read_status(session).card):
        assert re.findall('data-allow="([^"]*)"', card) == ([allowed] if allowed else [])
