from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import IndexNotFound
from index.library import Library
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from index.upkeep.changes import Changes, read_upkeep
from tests.conftest import FakeEncoder


def test_a_look_at_the_files_tells_what_a_refresh_would_find(corpus_folder: Path, tmp_path: Path) -> None:
    library = Library(corpus_folder, tmp_path / "index")
    refresh_index(library, encoder=FakeEncoder())
    before = read_upkeep(library)
    assert not before.changes
    first, second, *_ = sorted(corpus_folder.glob("*.md"))
    first.unlink()
    second.write_text(f"{second.read_text('utf-8')}\nOne sentence more.\n", encoding="utf-8")
    (corpus_folder / "new.md").write_text("# New\n\nThe lynx left Zoo Norr at dawn.\n", encoding="utf-8")
    (corpus_folder / "empty.md").touch()
    upkeep = read_upkeep(library)
    assert upkeep.changes is not None
    assert (upkeep.changes.gone, upkeep.changes.changed) == ((first.name,), (second.name,))
    assert set(upkeep.changes.new) == {"empty.md", "new.md"}
    assert upkeep.changes.files == 4
    report = refresh_index(library, encoder=FakeEncoder())
    after = read_upkeep(library)
    assert (after.generation, after.problems) == (report.generation, report.problems)
    assert [problem.source for problem in after.problems] == ["empty.md"]
    assert not after.changes
    other = replace(library, settings=IndexSettings(chunk_tokens=100))
    assert read_upkeep(other).changes == Changes((), (), (), sidecar=False, settings=True)


def test_articles_that_are_not_there_are_no_change(corpus_folder: Path, tmp_path: Path) -> None:
    refresh_index(Library(corpus_folder, tmp_path / "index"), encoder=FakeEncoder())
    corpus_folder.rename(tmp_path / "elsewhere")
    assert read_upkeep(Library(corpus_folder, tmp_path / "index")).changes is None


def test_where_there_is_no_index_that_is_said(corpus_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexNotFound, match="dateline index"):
        read_upkeep(Library(corpus_folder, tmp_path / "index"))
