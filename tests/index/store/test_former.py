import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.errors import CorruptIndex, NewerIndex, OutdatedIndex
from index.generation.lease import Lease
from index.generation.manifest import FORMER_VERSION, SCHEMA_VERSION, read_manifest
from index.generation.publish import current_generation
from index.library import Library
from index.refresh.report import RefreshReport
from index.refresh.run import refresh_index
from index.store import open_snapshot
from tests.conftest import FakeEncoder
from tests.index.newsroom import contents, counts, edit, vocabulary
from tests.index.older import Older, older, schemas
from tests.trees import read

ROOT = Path(__file__).resolve().parents[3]
TAKING_OVER = "Taking over the index of the version before"
KILLS = 5


@pytest.fixture
def former(tmp_path: Path) -> Older:
    return older(FORMER_VERSION, tmp_path)


def refresh(kept: Older, encoder: FakeEncoder | None = None, *, rebuild: bool = False) -> RefreshReport:
    return refresh_index(Library(kept.articles, kept.index), encoder=encoder or FakeEncoder(), rebuild=rebuild)


def set_manifest(kept: Older, **fields: object) -> None:
    path = kept.generation / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **fields}), "utf-8")


def left(index: Path) -> tuple[list[str], list[str]]:
    """Returns the names of the generations, and of the catalogues."""
    return (
        [folder.name for folder in (index / "generations").iterdir() if any(folder.iterdir())],
        [path.name for path in (index / "catalogs").glob("*.sqlite")],
    )


def test_an_index_of_each_layout_is_kept() -> None:
    assert schemas() == list(range(FORMER_VERSION, SCHEMA_VERSION + 1))


@pytest.mark.parametrize("schema", schemas())
def test_an_index_of_each_layout_holds_what_it_held_and_nothing_is_encoded(
    schema: int, tmp_path: Path, encoder: FakeEncoder
) -> None:
    kept = older(schema, tmp_path / "kept")
    report = refresh(kept, encoder)
    assert (counts(report), report.problems, report.warnings) == ((0, 0, 0, 0, 4), (), ())
    assert (report.embedded, encoder.encoded) == (0, [])
    fresh = tmp_path / "fresh"
    refresh_index(Library(kept.articles, fresh), encoder=FakeEncoder())
    assert contents(kept.index) == contents(fresh)
    assert vocabulary(kept.index) == vocabulary(fresh)
    (generation,), (catalog,) = left(kept.index)
    assert (generation, catalog) == (current_generation(kept.index), read_manifest(kept.generation).catalog)
    assert not refresh(kept, encoder).published


@pytest.mark.parametrize("schema", schemas())
def test_an_index_of_each_layout_is_refreshed_by_the_change(schema: int, tmp_path: Path, encoder: FakeEncoder) -> None:
    kept = older(schema, tmp_path / "kept")
    edit(kept.articles / "post.md", "A bus will replace the ferry", "Two buses will replace the ferry")
    report = refresh(kept, encoder)
    assert (counts(report), report.embedded) == ((0, 1, 0, 0, 3), 1)
    fresh = tmp_path / "fresh"
    refresh_index(Library(kept.articles, fresh), encoder=FakeEncoder())
    assert contents(kept.index) == contents(fresh)


def test_before_it_is_taken_over_one_message_says_what_to_do(former: Older) -> None:
    with pytest.raises(OutdatedIndex, match=r"earlier version of Dateline\. Run `dateline index`"):
        open_snapshot(former.index)


def test_whoever_reads_the_former_index_keeps_it_as_it_is(former: Older) -> None:
    generation, before = former.generation, read(former.generation)
    lease = Lease(generation)
    refresh(former)
    assert read(generation) == before
    assert former.generation != generation
    lease.release()
    refresh(former)
    assert left(former.index)[0] == [former.generation.name]


def test_it_is_taken_over_whatever_moment_a_refresh_was_killed_at(former: Older, tmp_path: Path) -> None:
    chance, fresh, before = random.Random(time.monotonic_ns()), tmp_path / "fresh", read(former.generation)
    refresh_index(Library(former.articles, fresh), encoder=FakeEncoder())
    expected = contents(fresh)
    for kill in range(KILLS):
        index = tmp_path / f"killed-{kill}"
        shutil.copytree(former.index, index)
        kept = Older(former.articles, index, "")
        pause = "" if kill else TAKING_OVER  # so that one surely comes in time
        arguments = (str(kept.articles), str(index), "faiss", pause)
        command = [sys.executable, "-m", "tests.index.refresh.refresher", *arguments]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            assert any(line.strip() == TAKING_OVER for line in process.stdout)
            time.sleep(0.02 * (kill + chance.random()) / KILLS)
            process.kill()
        if pause or kept.generation.name == former.generation.name:
            assert read(kept.generation) == before
        encoder = FakeEncoder()
        refresh(kept, encoder)
        assert encoder.encoded == []
        assert contents(index) == expected
        generations, catalogs = left(index)
        assert (generations, len(catalogs)) == ([kept.generation.name], 1)


@pytest.mark.parametrize("part", ["vectors.faiss", "catalog.sqlite", "inventory.json"])
def test_a_former_index_that_is_damaged_is_named_and_rebuilt_only_when_the_user_says_so(
    former: Older, part: str, encoder: FakeEncoder
) -> None:
    path = former.generation / part
    path.write_bytes(path.read_bytes()[:-1])
    before = read(former.generation)
    with pytest.raises(CorruptIndex, match=rf"{part} .*--rebuild"):
        refresh(former)
    assert read(former.generation) == before
    assert counts(refresh(former, encoder, rebuild=True)) == (4, 0, 0, 0, 0)
    assert encoder.encoded


@pytest.mark.parametrize("part", ["catalog.sqlite", "inventory.json"])
def test_what_is_damaged_without_being_shorter_is_named_too(former: Older, part: str) -> None:
    path = former.generation / part
    path.write_bytes(b"{" * path.stat().st_size)
    with pytest.raises(CorruptIndex, match=rf"{part} .*--rebuild"):
        refresh(former)


def test_an_index_of_an_even_earlier_version_is_made_anew(former: Older, encoder: FakeEncoder) -> None:
    set_manifest(former, schema=FORMER_VERSION - 1)
    report = refresh(former, encoder)
    assert counts(report) == (4, 0, 0, 0, 0)
    assert len(encoder.encoded) == report.embedded > 0
    assert left(former.index)[0] == [former.generation.name]


@pytest.mark.parametrize("rebuild", [False, True])
def test_an_index_of_a_newer_version_is_left_alone(former: Older, rebuild: bool) -> None:
    refresh(former)
    set_manifest(former, schema=SCHEMA_VERSION + 1)
    before = read(former.index)
    with pytest.raises(NewerIndex, match=r"newer version.*Update Dateline, or give --index another folder"):
        refresh(former, rebuild=rebuild)
    with pytest.raises(NewerIndex):
        open_snapshot(former.index)
    assert read(former.index) == before
