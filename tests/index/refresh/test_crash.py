import random
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from index.errors import RefreshRunning
from index.library import Library
from index.refresh.run import refresh_index
from index.store import open_snapshot
from tests.conftest import FakeEncoder
from tests.index.newsroom import STORES, Shelved, contents, write_article

ROOT = Path(__file__).resolve().parents[3]
STAGES = ("Scanning", "Writing the index")  # half of the kills come early, half while files are written
KILLS = 5  # in each stage


@dataclass(frozen=True)
class Newsroom:
    """Twenty articles that come in numbered versions, with their index."""

    articles: Path
    index: Path
    store: str

    def write(self, version: int) -> None:
        for number in range(20):
            paragraphs = [f"Paragraph {i} of version {version} of article {number}." for i in range(version % 3 + 1)]
            write_article(self.articles, f"{number:02}.md", "\n\n".join(paragraphs), outlet="One")
        write_article(self.articles, f"only-{version}.md", f"This came with version {version}.", outlet="Two")
        (self.articles / f"only-{version - 1}.md").unlink(missing_ok=True)

    def refresh(self, index: Path | None = None) -> None:
        refresh_index(Library(self.articles, index or self.index, store=self.store), encoder=FakeEncoder())

    def expected(self) -> dict[str, Shelved]:
        """What an index made at once of the articles as they are holds."""
        fresh = self.index.with_name(f"fresh-{time.monotonic_ns()}")
        self.refresh(fresh)
        return contents(fresh)

    def start(self, pause: str = "") -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.index.refresh.refresher", str(self.articles), str(self.index)]
        command += [self.store, pause]
        return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.fixture(params=STORES)
def newsroom(request: pytest.FixtureRequest, tmp_path: Path) -> Newsroom:
    room = Newsroom(tmp_path / "articles", tmp_path / "index", request.param)
    room.write(0)
    room.refresh()
    return room


def wait_for(process: subprocess.Popen[str], stage: str) -> None:
    assert process.stdout
    for line in process.stdout:
        if line.strip() == stage:
            return
    raise AssertionError(f"the refresh ended before {stage}")


def seconds_after(stage: str, newsroom: Newsroom) -> float:
    """Lets one refresh finish, and returns how long it took from a stage on."""
    with newsroom.start() as process:
        wait_for(process, stage)
        started = time.monotonic()
        wait_for(process, "Done")
        return time.monotonic() - started


def left(index: Path) -> list[str]:
    """Names of the generations. A kill at the moment when one has no mark yet, or none any more, leaves it empty."""
    return [folder.name for folder in (index / "generations").iterdir() if any(folder.iterdir())]


def test_a_refresh_killed_at_any_moment_leaves_the_old_or_the_new_index_whole(newsroom: Newsroom) -> None:
    chance = random.Random(time.monotonic_ns())
    version, old = 0, newsroom.expected()
    kept_old = 0
    for stage in STAGES:
        version += 1
        newsroom.write(version)
        duration = seconds_after(stage, newsroom)
        old = newsroom.expected()
        for kill in range(KILLS):
            version += 1
            newsroom.write(version)
            new = newsroom.expected()
            with newsroom.start() as process:
                wait_for(process, stage)
                time.sleep(duration * (kill + chance.random()) / KILLS)
                process.kill()
            found = contents(newsroom.index)
            assert found in (old, new)
            kept_old += found == old
            newsroom.refresh()
            assert contents(newsroom.index) == new
            assert left(newsroom.index) == [open_snapshot(newsroom.index).generation]
            old = new
    assert kept_old  # else every kill came too late to prove anything


def test_a_first_refresh_killed_at_any_moment_leaves_a_folder_for_the_next(newsroom: Newsroom) -> None:
    chance, new = random.Random(time.monotonic_ns()), newsroom.expected()
    for kill in range(KILLS):
        first = replace(newsroom, index=newsroom.index.with_name(f"first-{kill}"))
        with first.start() as process:
            wait_for(process, STAGES[kill % 2])
            time.sleep(0.1 * chance.random())
            process.kill()
        first.refresh()
        assert contents(first.index) == new
        assert left(first.index) == [open_snapshot(first.index).generation]


def test_a_refresh_beside_one_of_another_process_is_refused_and_harms_nothing(newsroom: Newsroom) -> None:
    newsroom.write(1)
    with newsroom.start(pause="Encoding passages") as process:
        wait_for(process, "Encoding passages")
        with pytest.raises(RefreshRunning, match="another process"):
            newsroom.refresh()
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
        wait_for(process, "Done")
    assert contents(newsroom.index) == newsroom.expected()
