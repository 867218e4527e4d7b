from pathlib import Path

import pytest

from index.errors import IndexNotFound
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from index.upkeep.status import read_status, read_upkeep
from tests.conftest import FakeEncoder

SETTINGS = IndexSettings()


def test_a_look_at_the_files_tells_what_a_refresh_would_find(corpus_folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    refresh_index(corpus_folder, index, encoder=FakeEncoder())
    before = read_upkeep(corpus_folder, index, SETTINGS)
    assert not before.changes
    first, second, *_ = sorted(corpus_folder.glob("*.md"))
    first.unlink()
    second.write_text(f"{second.read_text('utf-8')}\nOne sentence more.\n", encoding="utf-8")
    (corpus_folder / "new.md").write_text("# New\n\nThe lynx left Zoo Norr at dawn.\n", encoding="utf-8")
    (corpus_folder / "empty.md").touch()
    upkeep = read_upkeep(corpus_folder, index, SETTINGS)
    assert upkeep.changes is not None
    assert (upkeep.changes.gone, upkeep.changes.changed) == ((first.name,), (second.name,))
    assert set(upkeep.changes.new) == {"empty.md", "new.md"}
    assert upkeep.changes.files == 4
    report = refresh_index(corpus_folder, index, encoder=FakeEncoder())
    after = read_upkeep(corpus_folder, index, SETTINGS)
    assert (after.generation, after.problems) == (report.generation, report.problems)
    assert [problem.source for problem in after.problems] == ["empty.md"]
    assert not after.changes
    status = read_status(corpus_folder, index, SETTINGS)
    assert (status.generation, status.problems, status.changes) == (after.generation, after.problems, after.changes)


def test_articles_that_are_not_there_are_no_change(corpus_folder: Path, tmp_path: Path) -> None:
    refresh_index(corpus_folder, tmp_path / "index", encoder=FakeEncoder())
    corpus_folder.rename(tmp_path / "elsewhere")
    assert read_upkeep(corpus_folder, tmp_path / "index", SETTINGS).changes is None


def test_where_there_is_no_index_that_is_said(corpus_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexNotFound, match="dateline index"):
        read_upkeep(corpus_folder, tmp_path / "index", SETTINGS)
