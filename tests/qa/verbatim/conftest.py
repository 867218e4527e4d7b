"""A small index of what several people said."""

from pathlib import Path

import pytest

from index.generation import IndexSnapshot
from index.store import open_snapshot
from tests.qa.stories import Stories, story

STORIES = (
    story(
        "levy-1",
        "Quay Courier",
        "The council met on Monday.\n\n“We will not raise the levy by $14 billion this year – never,” said Boris Ahl, "
        "the treasurer.\n\nThe meeting ended early.",
        title="Levy stays",
        day="2026-03-03",
    ),
    story(
        "levy-2",
        "Harbour Post",
        "Ahl told the Post that “we will not raise the levy by $14 billion this year - never” was all he would say.",
        day="2026-03-05",
    ),
    story(
        "quay-1",
        "Harbour Post",
        "The café on the quay-side “won’t” open before 12 May, Ida Brandt said.",
        day="2026-03-06",
    ),
    story("quay-2", "Inland Ledger", "Nothing of it came true.", title="A ferry named Marlin"),
)


@pytest.fixture(scope="package")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of four stories; nobody may change it."""
    told = Stories(tmp_path_factory.mktemp("said"))
    told.write(*STORIES)
    told.refresh()
    return told.index


@pytest.fixture(scope="package")
def snapshot(stories: Path) -> IndexSnapshot:
    return open_snapshot(stories)
