import json
import os
from pathlib import Path

from index.generation import IndexSnapshot
from index.library import Library
from index.refresh.run import refresh_index
from index.store import open_snapshot
from index.upkeep.freshness import has_changed
from tests.conftest import FakeEncoder
from tests.index.newsroom import write_article


def indexed(articles: Path, index: Path) -> IndexSnapshot:
    refresh_index(Library(articles, index), encoder=FakeEncoder())
    return open_snapshot(index)


def test_an_article_has_changed_when_its_file_has_other_bytes_or_is_gone(tmp_path: Path) -> None:
    path = write_article(tmp_path / "articles", "a/ferry.md", "The ferry sails at noon.", outlet="Quay Courier")
    snapshot = indexed(tmp_path / "articles", tmp_path / "index")
    assert not has_changed(snapshot, "a/ferry.md")
    path.touch()
    os.utime(path, ns=(1, 1))
    assert not has_changed(snapshot, "a/ferry.md")
    path.write_text("The ferry sails at nine.")
    assert has_changed(snapshot, "a/ferry.md")
    path.unlink()
    assert has_changed(snapshot, "a/ferry.md")


def test_an_article_of_a_file_of_many_changes_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    rows = [{"outlet": "Harbour Post", "title": f"No. {n}", "text": f"Ferry {n} sails at noon."} for n in range(2)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    snapshot = indexed(path, tmp_path / "index")
    sources = [summary.source for summary in snapshot.catalog.articles()]
    assert len(sources) == 2
    assert not any(has_changed(snapshot, source) for source in sources)
    path.write_text(json.dumps(rows[0]) + "\n")
    assert all(has_changed(snapshot, source) for source in sources)
