import json
from pathlib import Path

import pytest

import app
from index.settings import IndexSettings
from index.settings_file import TOML_NAME
from tests.conftest import FakeEncoder
from tests.index.test_cli import run
from tests.trees import read


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.refresh.run.load_encoder", lambda *_: FakeEncoder())


@pytest.mark.parametrize(
    "command",
    [
        ["index"],
        ["check"],
        ["check", "--init-sidecar"],
        ["status"],
        ["status", "--settings"],
        ["ask", "A?"],
        ["list"],
        ["compare", "A?"],
        ["quotes", "Ahl"],
        ["eval", "q.jsonl"],
        ["serve"],
    ],
)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[index]\nchunk_token = 90", "index.chunk_token is not known: did you mean chunk_tokens?"),
        ("[answers]\npassages = 0", "answers.passages is 0; it must lie between 1 and 1,000."),
        ("[serve]\nport = 0", "serve.port is 0; it must lie between 1 and 65535."),
    ],
)
def test_nothing_runs_with_settings_that_cannot_be(
    corpus_folder: Path, capsys: pytest.CaptureFixture[str], command: list[str], text: str, told: str
) -> None:
    (corpus_folder / TOML_NAME).write_text(text, encoding="utf-8")
    before = read(corpus_folder)
    assert app.main([*command, "--articles", str(corpus_folder)]) == 1
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"dateline: {corpus_folder / TOML_NAME}: {told}\n")
    assert read(corpus_folder) == before


def test_status_tells_every_setting_before_there_is_an_index(
    place: list[str], corpus_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus_folder / TOML_NAME).write_text("[index]\nchunk_tokens = 90\n[serve]\nport = 8000", encoding="utf-8")
    assert app.main(["status", "--settings", *place]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["#", str(corpus_folder / TOML_NAME)]
    assert ["chunk_tokens", "=", "90", "#", "file"] in lines
    assert ["folder", "=", f'"{place[-1]}"', "#", "option"] in lines
    assert ["passages", "=", "5", "#", "default"] in lines
    assert app.main(["status", "--settings", "--json", *place]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["file"], told["is_there"]) == (str(corpus_folder / TOML_NAME), True)
    assert told["settings"]["serve"]["port"] == {"value": 8000, "from": "file"}
    assert told["settings"]["index"]["folder"] == {"value": place[-1], "from": "option"}


def test_the_file_is_no_article_and_its_change_makes_passages_anew(
    place: list[str], corpus_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("index", *place)
    (corpus_folder / TOML_NAME).write_text("[serve]\nport = 8000", encoding="utf-8")
    capsys.readouterr()
    run("status", *place)
    assert "since then: nothing changed\n" in capsys.readouterr().out
    (corpus_folder / TOML_NAME).write_text("[index]\nchunk_tokens = 32", encoding="utf-8")
    run("status", *place)
    assert "the settings changed: all passages will be made anew (run `dateline index" in capsys.readouterr().out
    run("index", *place)
    made = capsys.readouterr().out
    assert made.startswith("3 articles: 0 added, 0 changed, 0 removed, 3 unchanged; ")
    assert "of 3 passages" not in made  # they are shorter, so there are more
    run("status", *place)
    told = capsys.readouterr().out
    assert "since then: nothing changed\n" in told
    assert "passed over" not in told


def test_the_index_is_made_where_and_with_what_the_file_says(
    corpus_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked_for = []

    def load(settings: IndexSettings, _: object) -> FakeEncoder:
        asked_for.append(settings)
        return FakeEncoder(identity=settings.model)

    monkeypatch.setattr("index.refresh.run.load_encoder", load)
    (corpus_folder / TOML_NAME).write_text('[index]\nmodel = "../mine"\nfolder = "../idx"', encoding="utf-8")
    (tmp_path / "mine").mkdir()
    run("index", "--articles", str(corpus_folder))
    assert asked_for == [IndexSettings(model=str(tmp_path / "mine"))]
    capsys.readouterr()
    run("status", "--articles", str(corpus_folder))
    told = capsys.readouterr().out
    assert f"index:      {tmp_path / 'idx'} (" in told
    assert f"model:      {tmp_path / 'mine'}\n" in told
