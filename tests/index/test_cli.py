import argparse
import json
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

import app
from corpus.errors import BadSettings
from corpus.sample import SAMPLE_ARTICLES
from index.cli import add_commands
from index.errors import IndexNotFound
from index.generation.manifest import FORMER_VERSION, SCHEMA_VERSION
from tests.conftest import ARTICLES, FakeEncoder
from tests.index.newsroom import write_article
from tests.index.older import older
from tests.trees import Tree, put, read


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.refresh.run.load_encoder", lambda *_: FakeEncoder())


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers(required=True))
    args = parser.parse_args(arguments)
    status = args.run(args)
    assert isinstance(status, int)
    return status


def test_index_prints_one_line(place: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("index", *place) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert out.startswith("3 articles: 3 added, 0 changed, 0 removed, 0 unchanged; 3 of 3 passages encoded; ")


@pytest.mark.parametrize(
    "command",
    [
        ["index"],
        ["index", "--rebuild"],
        ["index", "--watch"],
        ["ask", "A?"],
        ["ask", "--batch", "q.jsonl", "--out", "a.jsonl"],
        ["compare", "A?"],
        ["eval", "q.jsonl"],
        ["serve"],
    ],
)
def test_every_command_that_would_make_an_index_refuses_a_folder_of_somebody_else(
    corpus_folder: Path,
    tmp_path: Path,
    command: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("qa.opening.load_encoder", lambda *_: FakeEncoder())
    mine: Tree = {"generations": {"2024-photos": {"p.txt": b"mine"}}, "notes": b"mine"}
    put(tmp_path / "mine", mine)
    assert app.main([*command, "--articles", str(corpus_folder), "--index", str(tmp_path / "mine")]) == 1
    said = capsys.readouterr().err
    assert f"{tmp_path / 'mine'} holds other things ('generations/2024-photos', 'notes') and no index" in said
    assert "Give --index an empty folder or a new one." in said
    assert read(tmp_path / "mine") == mine


def test_index_lists_what_could_not_be_read_and_strict_says_so(
    place: list[str], corpus_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus_folder / "blank.txt").write_text("")
    assert run("index", *place) == 0
    assert "  not read: blank.txt: is empty\n" in capsys.readouterr().out
    assert run("index", *place, "--strict") == 1
    assert "1 not read" in capsys.readouterr().out


def test_index_as_json_has_every_count(place: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run("index", *place, "--json")
    report = json.loads(capsys.readouterr().out)
    assert (report["articles"], report["added"], report["problems"]) == (3, 3, [])


def test_watching_shows_each_refresh_that_did_something(
    place: list[str], corpus_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def watch(articles: Path, on_change: Callable[[], None], stop: Event, tell: Callable[[str], None]) -> None:
        assert (articles, stop.is_set()) == (corpus_folder, False)
        on_change()
        write_article(articles, "new.md", "The quetzal flew.")
        on_change()
        (articles / "blank.txt").write_text("")
        on_change()
        on_change()
        tell("The old index answers.")

    monkeypatch.setattr("index.cli.watch_corpus", watch)
    assert run("index", *place, "--watch") == 0
    shown = capsys.readouterr()
    assert [line.split(";")[0] for line in shown.out.splitlines()] == [
        "3 articles: 3 added, 0 changed, 0 removed, 0 unchanged",
        "4 articles: 1 added, 0 changed, 0 removed, 3 unchanged",
        "4 articles: 0 added, 0 changed, 0 removed, 4 unchanged, 1 not read",
        "  not read: blank.txt: is empty",
    ]
    assert "Watching" in shown.err
    assert "The old index answers." in shown.err


def test_a_name_cannot_steer_the_terminal(
    place: list[str], corpus_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus_folder / "red\x1b[31m.txt").write_text("")
    run("index", *place)
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "[31m.txt: is empty" in out


def test_status_without_an_index_says_what_to_do(place: list[str]) -> None:
    with pytest.raises(IndexNotFound, match="dateline index"):
        run("status", *place)


def test_status_tells_what_the_index_holds(
    place: list[str], corpus_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("index", *place)
    capsys.readouterr()
    assert run("status", *place) == 0
    lines = dict(line.split(":", 1) for line in capsys.readouterr().out.splitlines())
    found = {name: text.strip() for name, text in lines.items()}
    assert found["articles"] == "3 in 3 outlets, 3 passages"
    assert found["outlets"] == "Harbour Post 1, Inland Ledger 1, Quay Courier 1"
    assert found["dates"] == "2026-03-03 to 2026-03-04"
    assert found["made from"] == str(corpus_folder)
    assert found["since then"] == "nothing changed"


def test_status_tells_what_changed_on_the_disk_since(
    place: list[str], corpus_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("index", *place)
    write_article(corpus_folder, "new.md", "The quetzal flew.")
    (corpus_folder / ARTICLES[0].source).write_text("Another text.")
    (corpus_folder / ARTICLES[1].source).unlink()
    (corpus_folder / "corpus.toml").write_text("version = 1\n")
    capsys.readouterr()
    run("status", *place, "--json")
    assert json.loads(capsys.readouterr().out)["changes"] == {
        "new": ["new.md"],
        "changed": [ARTICLES[0].source],
        "gone": [ARTICLES[1].source],
        "sidecar": True,
        "settings": False,
    }
    run("status", *place)
    assert "1 new (new.md); 1 changed (courier.md); 1 gone (post.md); corpus.toml" in capsys.readouterr().out


def test_an_article_that_is_dated_in_the_future_is_told_of_by_the_refresh_and_by_the_status(
    place: list[str], corpus_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_article(corpus_folder, "new.md", "The quetzal flew.", date="2931-05-01")
    for command in ("index", "index", "status"):  # the second refresh finds nothing new
        run(command, *place)
        told = "note: 1 article is dated in the future: new.md (2931-05-01). Say the right day in corpus.toml."
        assert told in capsys.readouterr().out
    run("status", *place, "--json")
    assert json.loads(capsys.readouterr().out)["ahead"] == {"new.md": "2931-05-01"}


def test_status_of_a_corpus_that_is_gone_still_tells_what_the_index_holds(
    place: list[str], corpus_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("index", *place)
    corpus_folder.rename(corpus_folder.with_name("elsewhere"))
    assert run("status", *place) == 0
    assert "the articles are not there now; the index still answers" in capsys.readouterr().out


def test_an_index_of_the_version_before_is_renewed_by_the_command_that_the_status_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = older(FORMER_VERSION, tmp_path)
    options = ["--articles", str(kept.articles), "--index", str(kept.index)]
    assert app.main(["status", *options]) == 1
    said = capsys.readouterr().err
    assert f"made by an earlier version of Dateline. Run `dateline index {' '.join(options)}` to renew it." in said
    assert run("index", *options) == 0
    assert capsys.readouterr().out.startswith("4 articles: 0 added, 0 changed, 0 removed, 4 unchanged; 0 of 4 passages")
    assert run("status", *options) == 0


@pytest.mark.parametrize("command", ["index", "status", "ask"])
def test_an_index_of_a_newer_version_is_no_business_of_any_command(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.opening.load_encoder", lambda *_: FakeEncoder())
    kept = older(FORMER_VERSION, tmp_path)
    manifest = kept.generation / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text("utf-8")), "schema": SCHEMA_VERSION + 1}), "utf-8")
    before = read(kept.generation)
    question = ["Who?"] if command == "ask" else []
    assert app.main([command, *question, "--articles", str(kept.articles), "--index", str(kept.index)]) == 1
    assert "was made by a newer version of Dateline than this one." in capsys.readouterr().err
    assert read(kept.generation) == before


def test_an_index_is_moved_to_the_store_named(place: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run("index", *place)
    options = " ".join(place)
    assert app.main(["index", *place, "--store", "lance"]) == 1
    assert f"`dateline index {options} --store lance --convert`" in capsys.readouterr().err
    assert run("index", *place, "--store", "lance", "--convert") == 0
    out = capsys.readouterr().out
    assert "3 articles: 0 added, 0 changed, 0 removed, 3 unchanged; 0 of 3 passages encoded" in out
    assert "note: 3 passages were moved from the store faiss to lance, none encoded again." in out
    assert run("index", *place, "--store", "lance", "--convert") == 0
    assert "note: The index is kept in the store lance already." in capsys.readouterr().out


def test_to_move_an_index_needs_the_name_of_a_store(place: list[str]) -> None:
    with pytest.raises(BadSettings, match="--store"):
        run("index", *place, "--convert")


def test_the_sample_is_the_default() -> None:
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers(required=True))
    assert parser.parse_args(["index"]).articles == SAMPLE_ARTICLES
