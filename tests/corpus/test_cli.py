import argparse
import json
import tomllib
from pathlib import Path

import pytest

from corpus.cli import add_commands
from corpus.errors import BadSidecar
from tests.corpus.stories import STORIES
from tests.index.newsroom import write_article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_article(tmp_path, "a.md", STORIES[0], outlet="Quay Courier", title="A", date="2026-03-01")
    return tmp_path


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers(required=True))
    args = parser.parse_args(arguments)
    status = args.run(args)
    assert isinstance(status, int)
    return status


def test_it_prints_the_articles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--articles", str(folder)) == 0
    assert capsys.readouterr().out.splitlines()[0] == "a.md"


def test_json_has_texts_only_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", "--articles", str(folder), "--json")
    assert "text" not in json.loads(capsys.readouterr().out)["articles"][0]
    run("check", "--articles", str(folder), "--json", "--text")
    assert json.loads(capsys.readouterr().out)["articles"][0]["text"] == STORIES[0]


def test_strict_finds_fault_with_a_warning_or_an_unused_file_only(folder: Path) -> None:
    assert run("check", "--articles", str(folder), "--strict") == 0
    (folder / "empty.txt").write_text("")
    assert run("check", "--articles", str(folder)) == 0
    assert run("check", "--articles", str(folder), "--strict") == 1
    write_article(folder, "empty.txt", STORIES[1])
    assert run("check", "--articles", str(folder), "--strict") == 1


def test_a_stub_is_written_once_and_never_over_another(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_article(folder, "b.md", STORIES[1])
    assert run("check", "--articles", str(folder), "--init-sidecar") == 0
    assert "entries to fill in: 1." in capsys.readouterr().out
    path = folder / "corpus.toml"
    assert tomllib.loads(path.read_text("utf-8"))["article"] == [{"file": "b.md"}]
    path.write_text("# mine\n")
    with pytest.raises(BadSidecar, match="is there already and was not changed"):
        run("check", "--articles", str(folder), "--init-sidecar")
    assert path.read_text() == "# mine\n"


def test_a_corpus_of_one_file_gets_its_stub_beside_it(tmp_path: Path) -> None:
    (tmp_path / "export.jsonl").write_text('{"text": "One."}\n')
    run("check", "--articles", str(tmp_path / "export.jsonl"), "--init-sidecar")
    assert (tmp_path / "corpus.toml").is_file()


def test_no_article_can_steer_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "red\x1b[31m.txt").write_text("")
    run("check", "--articles", str(folder))
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "[31m.txt: is empty" in out
