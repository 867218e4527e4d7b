"""Small indexes as each version left them, with the articles they were made of and a turn that a browser kept.

``python -m tests.index.older`` adds one of the version that runs it. Do so before the layout of an index changes.
"""

import json
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from index.library import Library
from index.refresh.run import refresh_index
from page.chat.saved import save_turn
from qa.answerer import Answerer
from qa.settings import AnswerSettings
from tests.conftest import FakeEncoder

DATA = Path(__file__).with_name("data")
QUESTION = "How many jobs go with the Marlin ferry?"
_CORPUS = "/articles"  # where the articles were, as the kept manifests say


@dataclass(frozen=True)
class Older:
    """An index as a version left it.

    Attributes:
        articles: What it was made of.
        index: The index.
        turn: A turn of that version, as a browser keeps it.
    """

    articles: Path
    index: Path
    turn: str

    @property
    def generation(self) -> Path:
        """The folder of its generation."""
        return self.index / "generations" / (self.index / "CURRENT").read_text("utf-8").strip()


def schemas() -> list[int]:
    """Returns the layouts that there are indexes of."""
    return sorted(int(path.stem.removeprefix("schema-")) for path in DATA.glob("schema-*.zip"))


def older(schema: int, folder: Path) -> Older:
    """Lays out the index of a version in a folder."""
    with zipfile.ZipFile(DATA / f"schema-{schema}.zip") as kept:
        kept.extractall(folder)
    found = Older(folder / "articles", folder / "index", (folder / "turn.json").read_text("utf-8"))
    _move(found, _CORPUS, str(found.articles.resolve()))
    return found


def keep(articles: Path) -> Path:
    """Keeps an index of articles in the present layout, and returns the file."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place).resolve()
        made = Older(folder / "articles", folder / "index", "")
        made.articles.mkdir()
        for path in articles.iterdir():
            (made.articles / path.name).write_bytes(path.read_bytes())
        refresh_index(Library(made.articles, made.index), encoder=FakeEncoder())
        answer = Answerer(made.index, FakeEncoder(), AnswerSettings(reranker="none")).ask(QUESTION)
        (folder / "turn.json").write_text(save_turn(answer).model_dump_json(), "utf-8")
        schema = _move(made, str(made.articles), _CORPUS)
        file = DATA / f"schema-{schema}.zip"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as kept:
            for path in sorted(folder.rglob("*")):
                if path.is_file() and path.suffix != ".lock" and not path.name.endswith("-shm"):
                    kept.writestr(
                        zipfile.ZipInfo(path.relative_to(folder).as_posix()), path.read_bytes(), zipfile.ZIP_DEFLATED
                    )
    return file


def _move(made: Older, old: str, new: str) -> int:
    """Has an index say that its articles lie elsewhere; returns its layout."""
    manifest = made.generation / "manifest.json"
    written = json.loads(manifest.read_text("utf-8"))
    assert written["corpus"] == old
    manifest.write_text(json.dumps({**written, "corpus": new}), "utf-8")
    return int(written["schema"])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(keep(older(schemas()[-1], Path(place)).articles))  # noqa: T201
