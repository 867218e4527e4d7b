"""What is committed goes to a log first, which nobody can use anew while somebody reads from it: it must not grow."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.catalog import reader, writer
from index.generation import IndexSnapshot
from index.store import open_snapshot
from tests.index.newsroom import Refresh, edit

LONGEST = 300_000


def sizes(index: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in (index / "catalogs").iterdir()}


def log_of(index: Path) -> int:
    return sum(size for name, size in sizes(index).items() if name.endswith("-wal"))


def years(snapshot: IndexSnapshot) -> str:
    article = snapshot.catalog.article("courier-1")
    assert article
    return article.text[article.text.index("passengers for ") :][15:23]


@pytest.fixture
def edit_often(refresh: Refresh, corpus_folder: Path) -> Callable[[range, Callable[[], None]], None]:
    """Counts the years of an article up from 61 and refreshes after each; then calls back."""

    def go(numbers: range, after: Callable[[], None]) -> None:
        for number in numbers:
            edit(corpus_folder / "courier.md", f"{number - 1} years", f"{number} years")
            refresh()
            after()

    return go


EditOften = Callable[[range, Callable[[], None]], None]


def test_whoever_holds_an_old_moment_keeps_it_and_the_log_stays_short(
    refresh: Refresh, index: Path, monkeypatch: pytest.MonkeyPatch, edit_often: EditOften
) -> None:
    monkeypatch.setattr(writer, "LOG_KEPT", LONGEST)
    refresh()
    held, logs = open_snapshot(index), []
    edit_often(range(62, 80), lambda: logs.append(log_of(index)))
    assert max(logs) < 2 * LONGEST
    now = open_snapshot(index)
    assert now.manifest.catalog != held.manifest.catalog
    assert (years(held), years(now)) == ("61 years", "79 years")
    held.close()
    edit_often(range(80, 81), lambda: None)
    assert not any(name.startswith(held.manifest.catalog) for name in sizes(index))
    assert years(open_snapshot(index)) == "80 years"


def test_the_log_is_used_anew_where_each_moment_is_let_go_after_a_while(
    refresh: Refresh, index: Path, monkeypatch: pytest.MonkeyPatch, edit_often: EditOften
) -> None:
    monkeypatch.setattr(reader, "_RENEWED_AFTER", 0.0)
    monkeypatch.setattr(reader, "_RENEWED_EVERY", 0.0)
    refresh()
    snapshot, logs = open_snapshot(index), []

    def ask() -> None:
        nonlocal snapshot
        snapshot = open_snapshot(index)
        assert snapshot.catalog.chunk_count() == snapshot.manifest.chunks
        logs.append(log_of(index))

    edit_often(range(62, 80), ask)
    assert 0 < max(logs) < 2 * LONGEST


def test_there_is_no_log_where_nobody_reads(refresh: Refresh, index: Path, edit_often: EditOften) -> None:
    refresh()
    edit_often(range(62, 64), lambda: None)
    assert log_of(index) == 0
