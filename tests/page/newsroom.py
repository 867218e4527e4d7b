"""A newsroom whose encoder needs no model: a folder of articles with the index of them, and the page on both.

Files in the folder steer it: while ``hold-loading`` is there, the loading waits; while ``hold-refresh`` is there, a
refresh that has anything to read, once it knows what.
"""

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

from corpus.progress import OnProgress, Progress
from index.generation.manifest import MANIFEST_NAME
from index.generation.publish import current_generation, generation_folder
from index.library import Library
from index.refresh.report import RefreshReport
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from index.upkeep.changes import Upkeep, read_upkeep
from page.access.host import is_loopback
from page.chat.suggestions import answered_examples, article_examples
from page.door import ended_by_signal, open_door
from page.server import serve
from page.session.session import Example, Session
from page.settings import ServeSettings
from qa.answerer import Answerer
from tests.conftest import FakeEncoder

SCANNING = "Scanning"  # the first stage of a refresh
OUTGOING = "outgoing"  # file in the folder: the addresses that the process called
TAKEN = "taken"  # file in the folder: the manifest of a damaged index
PARAGRAPH = 32  # tokens of a passage: each paragraph of the shared articles is one
EXAMPLES = ("How many jobs go with the Marlin ferry?", "What would the bridge cost?")


def write_article(folder: Path, name: str, **fields: object) -> None:
    (folder / f"{name}.json").write_text(json.dumps({"id": name, **fields}), encoding="utf-8")


def write_broken(folder: Path, name: str) -> None:
    """Writes an archive of one file that cannot be read and is called in a way that no page must take for markup."""
    with ZipFile(folder / name, "w") as archive:
        archive.writestr("<i>a.json", "{")


@dataclass(frozen=True)
class Newsroom:
    """The functions that a session is made of.

    Attributes:
        folder: Holds the articles, and the index among them.
        tokens: Most tokens of a passage.
    """

    folder: Path
    tokens: int = PARAGRAPH

    @property
    def library(self) -> Library:
        return Library(self.folder, self.folder / "index", IndexSettings(chunk_tokens=self.tokens))

    def answerer(self) -> Answerer:
        return Answerer(self.library.index, FakeEncoder())

    def open(self, on_progress: OnProgress) -> Answerer:
        on_progress(Progress("Loading the model", 0, 0))
        self._wait("hold-loading")
        self.refresh(on_progress=on_progress)
        return self.answerer()

    def refresh(
        self, *, on_progress: OnProgress = lambda _: None, allow_mass_delete: bool = False, rebuild: bool = False
    ) -> RefreshReport:
        def tell(progress: Progress) -> None:
            on_progress(progress)
            if progress.stage != SCANNING:
                self._wait("hold-refresh")

        return refresh_index(
            self.library,
            encoder=FakeEncoder(),
            on_progress=tell,
            allow_mass_delete=allow_mass_delete,
            rebuild=rebuild,
        )

    def look(self) -> Upkeep:
        return read_upkeep(self.library)

    def copied(self, folder: Path) -> "Newsroom":
        """Copies the articles and their index, which knows where its articles are."""
        copytree(self.folder, folder, dirs_exist_ok=True)
        other = Newsroom(folder, self.tokens)
        manifest = other._manifest()
        manifest.write_text(manifest.read_text("utf-8").replace(str(self.folder), str(folder)), "utf-8")
        return other

    def damage(self) -> None:
        """Takes from the index what no refresh can do without, and what is open needs no more."""
        self._manifest().rename(self.folder / TAKEN)

    def mend(self) -> None:
        (self.folder / TAKEN).rename(self._manifest())

    def _manifest(self) -> Path:
        published = current_generation(self.library.index)
        assert published is not None
        return generation_folder(self.library.index, published) / MANIFEST_NAME

    def _wait(self, name: str) -> None:
        while (self.folder / name).exists():
            time.sleep(0.02)


def examples(answerer: Answerer) -> tuple[Example, ...]:
    return answered_examples(EXAMPLES)(answerer) or article_examples(answerer)


def note_outgoing(folder: Path) -> None:
    """Writes down, from now on, each address that this process calls but its own machine's."""

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event in {"socket.connect", "socket.sendto", "socket.getaddrinfo"}:
            address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
            host = str(address[0] if isinstance(address, tuple) else address)
            if not is_loopback(host):
                with (folder / OUTGOING).open("a", encoding="utf-8") as file:
                    file.write(f"{event} {host}\n")

    sys.addaudithook(note)


if __name__ == "__main__":
    folder, port, token, tokens = sys.argv[1:]
    note_outgoing(Path(folder))
    newsroom = Newsroom(Path(folder), int(tokens))
    settings = ServeSettings(port=int(port), watch=False, mcp=True)
    with ended_by_signal(), open_door(settings, token or None) as door:
        serve(
            Session(newsroom.open, newsroom.refresh, examples, newsroom.look),
            newsroom.library,
            settings,
            door,
            announce=lambda address: print(address, flush=True),  # noqa: T201  # whoever started it waits for this line
        )
