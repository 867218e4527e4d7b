"""Whatever is dropped, edited or deleted, and whenever: the index follows.

`DATELINE_CHANGES=200` makes more of the changes than a quick run does.
"""

import os
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from corpus.progress import OnProgress, Progress
from index.encode.encoder import Encoded
from index.library import Library
from index.refresh.report import RefreshReport
from index.refresh.run import refresh_index
from index.upkeep.watch import Pace, watch_corpus
from page.routes import routes
from page.session.session import Session
from qa.answerer import Answerer
from tests.conftest import FakeEncoder

CHANGES = int(os.environ.get("DATELINE_CHANGES", "30"))
BURST = 5  # changes, one soon after the other
LATEST = 20.0  # seconds after a burst: what the index has not by then is lost
PACE = Pace(quiet=0.2, longest=1.0, between=600.0, tick=0.05)


class HeldEncoder(FakeEncoder):
    """An encoder that waits while it is held: the folder has been read by then, and nothing is published."""

    def __init__(self) -> None:
        super().__init__()
        self.free, self.reached = threading.Event(), threading.Event()
        self.free.set()

    def encode_parts(
        self,
        texts: Sequence[str],
        parts: Sequence[Sequence[tuple[int, int]]],
        progress: Callable[[int], None] | None = None,
    ) -> Encoded:
        self.reached.set()
        assert self.free.wait(60)
        return super().encode_parts(texts, parts, progress)


class Folder:
    """A folder of articles that changes at random, the index of it, and a page on both."""

    def __init__(self, place: Path, seed: int) -> None:
        self.library = Library(place / "articles", place / "index")
        self.articles, self.index = self.library.articles, self.library.index
        self.articles.mkdir()
        self.random, self.encoder = random.Random(seed), HeldEncoder()
        self.texts: dict[str, str] = {}  # what stands in each file
        self.copied: list[dict[str, object]] = []  # what was dropped and is not said to be added yet
        self.written = self.while_refreshing = 0
        for _ in range(3 * BURST):
            self._write(f"first-{self.written}.md")
        self.session = Session(self._open, self._refresh)
        self.session.loading.start()
        self.client = TestClient(Starlette(routes=routes(self.session, self.library)))

    def _open(self, on_progress: OnProgress) -> Answerer:
        self._refresh(on_progress=on_progress)
        return Answerer(self.index, self.encoder)

    def _refresh(
        self, *, on_progress: OnProgress, allow_mass_delete: bool = False, rebuild: bool = False
    ) -> RefreshReport:
        def tell(progress: Progress) -> None:
            on_progress(progress)
            time.sleep(random.uniform(0, 0.005))  # so that changes come between any two steps

        return refresh_index(
            self.library,
            encoder=self.encoder,
            on_progress=tell,
            allow_mass_delete=allow_mass_delete,
            rebuild=rebuild,
        )

    def _new(self) -> str:
        self.written += 1
        return f"The council of Estermouth met for the {self.written:06}th time.\n\nIt went home after an hour."

    def _write(self, name: str) -> None:
        self.texts[name] = self._new()
        content = f"---\nid: {name}\noutlet: Quay Courier\ntitle: A meeting\n---\n\n{self.texts[name]}\n"
        if self.random.random() < 0.5:
            (self.articles / name).write_text(content)
        else:
            (self.articles / ".new").write_text(content)
            (self.articles / ".new").replace(self.articles / name)

    def drop(self) -> None:
        text = self._new()
        name = f"dropped-{self.written}.md"
        content = f"---\nid: {name}\noutlet: Night Bell\ntitle: A meeting\n---\n\n{text}\n"
        told = self.client.post("/upload", params={"name": name}, content=content).json()
        self.copied.append({field: told[field] for field in ("name", "articles", "run")})
        self.texts[name] = text

    def edit(self) -> None:
        self._write(self.random.choice(sorted(self.texts)))

    def delete(self) -> None:
        name = self.random.choice(sorted(self.texts))
        (self.articles / name).unlink()
        del self.texts[name]

    def burst(self, kinds: Sequence[Callable[[], None]]) -> None:
        for _ in range(BURST):
            self.while_refreshing += self.session.refreshing.state.running
            self.random.choice(kinds)()
            time.sleep(self.random.uniform(0, 0.1))

    @contextmanager
    def refreshing(self) -> Iterator[None]:
        """A refresh that has read the folder and does not end before the block does."""
        self.encoder.free.clear()
        self.encoder.reached.clear()
        self.drop()
        assert self.encoder.reached.wait(LATEST)
        try:
            yield
        finally:
            self.encoder.free.set()

    def said_to_be_added(self) -> list[str]:
        """Asks what became of the files that were dropped; returns the names of those that are said to answer now."""
        told = self.client.post("/added", json={"files": self.copied}).json()
        pairs = list(zip(self.copied, told, strict=True))
        assert [news["reason"] for _, news in pairs] == [""] * len(pairs)
        self.copied = [file for file, news in pairs if news["reading"]]
        return [str(file["name"]) for file, news in pairs if not news["reading"]]

    def lost(self) -> list[str]:
        """The files that are not in the index as they are in the folder, once nothing more happens."""
        until = time.monotonic() + LATEST
        while (differing := self.differing()) and time.monotonic() < until:
            time.sleep(0.05)
        return differing

    def differing(self) -> list[str]:
        answers = self.session.answers
        if answers is None:
            return sorted(self.texts)
        indexed = {}
        for summary in answers.articles(rows=10_000):
            article = answers.article(summary.article_id)
            if article is not None and article.article_id == article.source:
                indexed[article.source] = article.text
        names = self.texts.keys() | {summary.source for summary in answers.articles(rows=10_000)}
        return sorted(name for name in names if indexed.get(name) != self.texts.get(name))


def change_often(folder: Folder, kinds: Sequence[Callable[[], None]]) -> list[str]:
    """Makes changes, half of them while a refresh goes on; returns what got lost."""
    lost = folder.lost()
    for number in range(CHANGES // BURST):
        if number % 2:
            with folder.refreshing():
                folder.burst(kinds)
        else:
            folder.burst(kinds)
        lost += folder.lost()
    return lost


def test_drops_edits_and_deletions_are_followed_by_a_watch(tmp_path: Path) -> None:
    folder, stop = Folder(tmp_path, 1), threading.Event()
    watch = threading.Thread(target=partial(watch_corpus, folder.articles, folder.session.follow, stop, pace=PACE))
    watch.start()
    try:
        assert change_often(folder, (folder.drop, folder.edit, folder.delete)) == []
    finally:
        stop.set()
        watch.join(LATEST)
    assert folder.while_refreshing >= CHANGES // BURST // 2 * BURST


def test_drops_need_no_watch(tmp_path: Path) -> None:
    folder = Folder(tmp_path, 2)
    assert change_often(folder, (folder.drop,)) == []
    assert folder.while_refreshing >= CHANGES // BURST // 2 * BURST


def test_what_is_said_to_be_added_answers_from_that_moment_on(tmp_path: Path) -> None:
    folder, added = Folder(tmp_path, 3), set[str]()
    folder.lost()
    for _ in range(CHANGES // BURST):
        with folder.refreshing():
            folder.burst((folder.drop,))
        while folder.copied:
            added.update(folder.said_to_be_added())
            assert added.isdisjoint(folder.differing())
    assert len(added) == len(folder.texts) - 3 * BURST
