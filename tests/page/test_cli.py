import argparse
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from corpus.errors import BadSettings
from index.library import Library
from index.settings import IndexSettings
from index.settings_file import TOML_NAME
from page.cli import add_commands
from page.session import Session
from page.settings import ServeSettings
from qa.settings import AnswerSettings


def served(monkeypatch: pytest.MonkeyPatch, articles: Path, *options: str) -> tuple[Session, Library, ServeSettings]:
    """What `dateline serve` would serve."""
    calls: list[tuple[Session, Library, ServeSettings]] = []

    def serve(session: Session, library: Library, settings: ServeSettings, _: object) -> None:
        calls.append((session, library, settings))

    monkeypatch.setattr("page.server.serve", serve)
    monkeypatch.setattr("page.cli.open_door", lambda *_: nullcontext(SimpleNamespace(address="http://127.0.0.1/")))
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers(required=True))
    args = parser.parse_args(["serve", "--articles", str(articles), *options])
    assert args.run(args) == 0
    return calls[0]


FILE = """
[index]
folder = "../idx"
chunk_tokens = 90
[answers]
passages = 3
reranker = "none"
[serve]
host = "localhost"
port = 8000
watch = false
mcp = true
"""


def test_the_page_is_served_as_the_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / TOML_NAME).write_text(FILE, "utf-8")
    opened: list[tuple[Any, ...]] = []
    monkeypatch.setattr("page.collection.open_library", lambda *arguments: opened.append(arguments))
    session, library, settings = served(monkeypatch, tmp_path)
    assert settings == ServeSettings("localhost", 8000, watch=False, mcp=True)
    assert library == Library(tmp_path, tmp_path.parent / "idx", IndexSettings(chunk_tokens=90))
    (tmp_path / TOML_NAME).unlink()  # what runs keeps what it began with
    session.loading.start()
    session.loading.wait(5)
    assert opened[0][:2] == (library, AnswerSettings(passages=3, reranker="none"))


@pytest.mark.parametrize("file", [FILE, ""])
def test_options_win_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    (tmp_path / TOML_NAME).write_text(file, "utf-8")
    given = ["--host", "::1", "--port", "9000", "--watch", "--no-mcp", "--index", str(tmp_path / "mine")]
    _, library, settings = served(monkeypatch, tmp_path, *given)
    assert settings == ServeSettings("::1", 9000, watch=True, mcp=False)
    assert library.index == tmp_path / "mine"


def test_without_either_the_defaults_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert served(monkeypatch, tmp_path, "--index", str(tmp_path / "mine"))[2] == ServeSettings()


def test_a_number_that_is_no_port_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadSettings, match="port is 99999; it must lie between 1 and 65535"):
        served(monkeypatch, tmp_path, "--port", "99999", "--index", str(tmp_path / "mine"))
