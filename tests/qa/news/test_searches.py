"""The saved searches: kept whole, asked as they were asked, never lost to another writer or a damaged file."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from index.errors import WorkspaceUnusable
from index.workspace import FolderWorkspace
from qa.answer import Conversation
from qa.ask import Ask
from qa.errors import NoSuchSearch, TooManySearches
from qa.news.searches import DOCUMENT, LONGEST_NAME, MOST_SEARCHES, SavedSearch, Searches, Seen
from qa.query import read_condition
from qa.question import Filters

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
FILTERS = Filters(
    outlets=("Quay Courier",),
    since=date(2026, 1, 1),
    until=date(2026, 6, 30),
    exclude=("ferry-1",),
    unread=("yesterday",),
    without_outlets=("Inland Ledger",),
    authors=("Ines Rask",),
    conditions=(read_condition("ferry AND NOT bridge"),),
)


@pytest.fixture
def searches(tmp_path: Path) -> Searches:
    return Searches(FolderWorkspace(tmp_path))


def search(question: str = "Who paid?", filters: Filters | None = None, name: str = "") -> SavedSearch:
    ask = Ask(question, Conversation(("What was built?",)), filters or Filters())
    return SavedSearch.of(ask, Seen(at=NOW), name)


def test_a_search_is_asked_as_it_was_asked(searches: Searches) -> None:
    searches.add(search("Who paid? since:2026-01-01", FILTERS))
    assert searches.all()[0].ask(7) == Ask("Who paid?", Conversation(("What was built?",)), FILTERS, 7)


def test_a_search_is_called_by_its_question_until_it_is_renamed(searches: Searches) -> None:
    kept = searches.add(search("Who  paid?\n"))
    assert kept.name == "Who paid?"
    searches.rename(kept.id, "  The\npayers ")
    assert searches.one(kept.id).name == "The payers"
    searches.rename(kept.id, " ")
    assert searches.one(kept.id).name == "The payers"
    searches.rename(kept.id, "x" * 999)
    assert searches.one(kept.id).name == "x" * LONGEST_NAME


def test_the_same_question_is_saved_once(searches: Searches) -> None:
    first = searches.add(search(name="Money"))
    assert searches.add(search()) == first
    assert searches.add(search(filters=FILTERS)).id != first.id
    assert len(searches.all()) == 2


def test_what_was_seen_only_grows(searches: Searches) -> None:
    kept = searches.add(search())
    later, earlier = (Seen(at=NOW, upto=NOW + timedelta(days=days)) for days in (2, 1))
    searches.mark(kept.id, later)
    searches.mark(kept.id, earlier)  # another tab, which was slow
    assert searches.one(kept.id).seen == later


def test_what_somebody_deleted_is_no_longer_there(searches: Searches) -> None:
    kept, other = searches.add(search()), searches.add(search("Who lost?"))
    searches.remove(kept.id)
    searches.remove(kept.id)
    assert searches.all() == (other,)
    with pytest.raises(NoSuchSearch, match="deleted"):
        searches.rename(kept.id, "x")
    with pytest.raises(NoSuchSearch, match="deleted"):
        searches.mark(kept.id, Seen(at=NOW))
    assert searches.all() == (other,)


def test_no_writer_loses_what_another_wrote(tmp_path: Path) -> None:
    def add(number: int) -> None:
        Searches(FolderWorkspace(tmp_path)).add(search(f"Question {number}?"))

    writers = [Thread(target=add, args=(number,)) for number in range(12)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    names = {one.name for one in Searches(FolderWorkspace(tmp_path)).all()}
    assert names == {f"Question {number}?" for number in range(12)}


def test_more_than_can_be_looked_after_are_refused(searches: Searches, tmp_path: Path) -> None:
    many = [search(f"Question {number}?").model_dump(mode="json") for number in range(MOST_SEARCHES)]
    (tmp_path / DOCUMENT).write_text(json.dumps({"searches": many}), encoding="utf-8")
    with pytest.raises(TooManySearches, match=f"{MOST_SEARCHES} saved searches: delete one"):
        searches.add(search("One more?"))
    assert len(searches.all()) == MOST_SEARCHES


@pytest.mark.parametrize("damaged", ["{", "[]", '{"searches": [{"id": "1"}]}', '{"searches": 1}', "\x00"])
def test_a_damaged_document_is_named_and_left_as_it_is(searches: Searches, tmp_path: Path, damaged: str) -> None:
    (tmp_path / DOCUMENT).write_text(damaged, encoding="utf-8")
    with pytest.raises(WorkspaceUnusable, match=r"workspace/searches\.json.* left as it is"):
        searches.all()
    with pytest.raises(WorkspaceUnusable, match=r"workspace/searches\.json"):
        searches.add(search())
    assert (tmp_path / DOCUMENT).read_text(encoding="utf-8") == damaged


def test_what_a_newer_version_wrote_beside_it_stays(searches: Searches, tmp_path: Path) -> None:
    kept = searches.add(search())
    written = json.loads((tmp_path / DOCUMENT).read_text(encoding="utf-8"))
    written["format"] = 2
    written["searches"][0]["colour"] = "red"
    (tmp_path / DOCUMENT).write_text(json.dumps(written), encoding="utf-8")
    searches.rename(kept.id, "Payers")
    after = json.loads((tmp_path / DOCUMENT).read_text(encoding="utf-8"))
    assert (after["format"], after["searches"][0]["colour"], after["searches"][0]["name"]) == (2, "red", "Payers")
