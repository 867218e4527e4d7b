"""What came and when: nothing is told twice, nothing is lost, whatever goes and comes back in between."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import WorkspaceUnusable
from index.workspace import FolderWorkspace
from qa.news.arrivals import ALWAYS, DOCUMENT, MOST_BATCHES, Arrivals, note_generation, read_arrivals, stamp_of

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)

Texts = Mapping[str, str]

STATES = st.lists(
    st.tuples(st.dictionaries(st.sampled_from("abcd"), st.sampled_from("xyz")), st.booleans()), min_size=1
)


def stamps(texts: Texts) -> dict[str, int]:
    return {article_id: stamp_of(article_id, text) for article_id, text in texts.items()}


def noted(arrivals: Arrivals, generation: str, texts: Texts) -> Arrivals:
    return arrivals.with_generation(generation, stamps(texts).values(), NOW)  # a clock that stands still


@given(states=STATES)
def test_each_article_is_told_once_and_none_is_lost(states: Sequence[tuple[Texts, bool]]) -> None:
    """Looked at after each refresh, and marked as seen after some: told is what was never there up to the last mark."""
    arrivals, upto, ever, seen = Arrivals(), ALWAYS, set[tuple[str, str]](), set[tuple[str, str]]()
    for number, (texts, marks) in enumerate(states):
        arrivals = noted(arrivals, str(number), texts)
        ever |= set(texts.items())
        if number == 0:
            seen = set(ever)
        came = arrivals.came(stamps(texts), upto)
        assert set(came) == {name for name, text in texts.items() if (name, text) not in seen}
        if marks:
            marked = arrivals.upto(str(number))
            assert marked is not None
            assert marked >= upto
            upto, seen = marked, set(ever)


@given(states=STATES)
def test_a_generation_is_noted_once(states: Sequence[tuple[Texts, bool]]) -> None:
    arrivals = Arrivals()
    for number, (texts, _) in enumerate(states):
        arrivals = noted(arrivals, str(number), texts)
        assert noted(arrivals, str(number), texts) is arrivals


def test_an_edited_article_is_told_from_one_that_was_not_there() -> None:
    arrivals = noted(noted(Arrivals(), "1", {"a": "x"}), "2", {"a": "y", "b": "x"})
    came = arrivals.came(stamps({"a": "y", "b": "x"}), ALWAYS)
    assert {name: one.edited for name, one in came.items()} == {"a": True, "b": False}


def test_of_very_many_refreshes_the_oldest_are_joined_and_nothing_is_lost() -> None:
    arrivals = noted(Arrivals(), "0", {"always": "x"})
    for number in range(1, MOST_BATCHES + 5):
        arrivals = noted(arrivals, str(number), {f"article {number}": "x"})
    assert len(arrivals.batches) == MOST_BATCHES
    every = {f"article {number}": "x" for number in range(1, MOST_BATCHES + 5)}
    assert set(arrivals.came(stamps({"always": "x", **every}), ALWAYS)) == set(every)
    late = arrivals.upto(str(MOST_BATCHES))
    assert late is not None
    assert len(arrivals.came(stamps(every), late)) == 4


def test_what_came_is_kept_in_the_workspace(tmp_path: Path) -> None:
    workspace = FolderWorkspace(tmp_path)
    assert read_arrivals(workspace) == Arrivals()
    note_generation(workspace, "1", stamps({"a": "x"}).values(), NOW)
    kept = note_generation(workspace, "2", stamps({"a": "x", "b": "x"}).values(), NOW)
    assert [batch.at for batch in kept.batches] == [ALWAYS, NOW]
    assert [batch.generations for batch in kept.batches] == [("1",), ("2",)]
    assert set(read_arrivals(workspace).came(stamps({"a": "x", "b": "x"}), ALWAYS)) == {"b"}
    later = note_generation(workspace, "3", stamps({"c": "x"}).values(), NOW - timedelta(days=9))
    assert later.batches[-1].at > NOW  # whatever another machine's clock says


@pytest.mark.parametrize(
    "damaged",
    ["{", "[]", '{"batches": [{"at": "2026-11-28T09:00:00Z", "generations": ["1"], "articles": "AAA"}]}',
     '{"batches": [{"at": "2026-11-28T09:00:00Z", "generations": ["1"], "articles": "AAAA"}]}',
     '{"batches": [{"at": "yesterday", "generations": ["1"], "articles": ""}]}'],
)  # fmt: skip
def test_a_damaged_document_is_named_and_left_as_it_is(tmp_path: Path, damaged: str) -> None:
    (tmp_path / DOCUMENT).write_text(damaged, encoding="utf-8")
    workspace = FolderWorkspace(tmp_path)
    with pytest.raises(WorkspaceUnusable, match=r"workspace/arrivals\.json.* left as it is"):
        read_arrivals(workspace)
    with pytest.raises(WorkspaceUnusable, match=r"workspace/arrivals\.json"):
        note_generation(workspace, "1", [1], NOW)
    assert (tmp_path / DOCUMENT).read_text(encoding="utf-8") == damaged


def test_the_document_is_small(tmp_path: Path) -> None:
    workspace = FolderWorkspace(tmp_path)
    note_generation(workspace, "1", range(28_000), NOW)
    assert len((tmp_path / DOCUMENT).read_bytes()) < 11 * 28_000 + 200
    assert json.loads((tmp_path / DOCUMENT).read_text(encoding="utf-8"))["batches"][0]["generations"] == ["1"]
