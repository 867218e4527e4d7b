import argparse
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import app
from corpus.progress import OnProgress, Progress
from index.library import Library
from index.refresh.run import refresh_index
from index.settings_file import TOML_NAME
from qa import cli
from qa.answer import Answer, Conversation, Verdict
from qa.ask import Ask
from qa.errors import BadQuestion
from qa.listing import Page
from qa.question import Asks, Filters, Inquiry
from tests.conftest import FakeEncoder
from tests.qa.asker import FakeAsker


@pytest.fixture
def asker(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> FakeAsker:
    """Stands in for the index that the commands would open."""
    asker = FakeAsker(answer)

    def opened(
        articles: Path,
        index: Path | None = None,
        on_progress: OnProgress | None = None,
        reranker: str | None = None,
    ) -> FakeAsker:
        assert reranker is None
        assert articles.exists()
        assert index is None
        if on_progress:
            on_progress(Progress("Reading articles", 1, 2))
        return asker

    for command in ("ask", "evaluate", "list_articles"):
        monkeypatch.setattr(f"qa.commands.{command}.open_answerer", opened)
    return asker


def parse(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dateline")
    cli.add_commands(parser.add_subparsers(required=True))
    return parser.parse_args(words)


def run(*words: str) -> int:
    args = parse(*words)
    status: int = args.run(args)
    return status


def test_an_answer_is_printed_and_ends_with_0(asker: FakeAsker, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "How many jobs go?") == 0
    out, err = capsys.readouterr()
    assert "[1] Quay Courier, 3 March 2026" in out
    assert "14 jobs would go" in out
    assert err == ""
    assert asker.seen == [Ask("How many jobs go?")]


def test_not_found_is_an_answer_and_no_error(asker: FakeAsker, capsys: pytest.CaptureFixture[str]) -> None:
    asker.usual = replace(asker.usual, verdict=Verdict.NO)
    assert run("ask", "Who won the regatta?") == 0
    assert capsys.readouterr().out.startswith("The articles do not answer this.")


def test_options_narrow_the_question(asker: FakeAsker) -> None:
    options = (
        "--outlet Courier --outlet Post --author Rask --since 2026-02-01 --until 2026-02-28 --today 2026-03-10 --top 3"
    )
    run("ask", "Who?", *options.split(), "--top", "3")
    filters = Filters(("Courier", "Post"), date(2026, 2, 1), date(2026, 2, 28), authors=("Rask",))
    assert asker.seen == [Ask("Who?", filters=filters, limit=3, today=date(2026, 3, 10))]


def test_the_questions_before_are_what_a_follow_up_leans_on(asker: FakeAsker) -> None:
    run("ask", "And why?", "--turns", "Who runs the ferry?", "Since when?")
    assert asker.seen == [Ask("And why?", Conversation(("Who runs the ferry?", "Since when?")))]


@pytest.mark.usefixtures("asker")
def test_json_is_all_that_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "Ünø?", "--json") == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["question"] == "Ünø?"
    assert err == ""


def test_a_batch_is_written(asker: FakeAsker, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asker.usual = replace(asker.usual, verdict=Verdict.NO)
    (tmp_path / "in.jsonl").write_text('{"question": "A?"}\n{"question": "B?"}\n')
    assert run("ask", "--batch", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl"), "--top", "7") == 0
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert [json.loads(line)["question"] for line in lines] == ["A?", "B?"]
    assert asker.seen[0] == Ask("A?", limit=7)
    out, err = capsys.readouterr()
    assert out == ""
    assert " ".join(err.split()) == f"2 answers written to {tmp_path / 'out.jsonl'}."


@pytest.mark.usefixtures("asker")
def test_a_batch_with_a_bad_line_is_written_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.jsonl").write_text('{"question": "A?", "untill": "2026-01-01"}\n{"question": "bad"}\n')
    assert run("ask", "--batch", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")) == 1
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 2
    err = capsys.readouterr().err
    assert f"{tmp_path / 'in.jsonl'}, line 1: the key 'untill' means nothing here; is 'until' meant?" in err
    assert f"{tmp_path / 'in.jsonl'}, line 2: No outlet is called so." in err
    assert "1 answer written" in err


def test_progress_is_shown_on_a_terminal(
    asker: FakeAsker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich takes standard error for a terminal
    (tmp_path / "in.jsonl").write_text('{"question": "A?"}\n')
    run("ask", "--batch", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl"))
    out, err = capsys.readouterr()
    assert "Reading articles" in err
    assert "Answering" in err
    assert out == ""
    assert len(asker.seen) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ask --batch in.jsonl", "--batch IN.jsonl --out OUT.jsonl"),
        ("ask Who? --out out.jsonl", "--out is for the answers of --batch"),
        ("ask --batch in.jsonl --out out.jsonl --outlet Post", "takes its filters from its lines"),
        ("ask --batch in.jsonl --out out.jsonl --author Rask", "takes its filters from its lines"),
        ("ask --batch in.jsonl --out out.jsonl --since 2026-02-01", "takes its filters from its lines"),
        ("ask --batch in.jsonl --out out.jsonl --today 2026-02-01", "takes its filters from its lines"),
        ("ask --batch in.jsonl --out out.jsonl --turns Who?", "takes its filters from its lines"),
    ],
)
def test_options_that_do_not_go_together_are_refused(asker: FakeAsker, words: str, told: str) -> None:
    with pytest.raises(BadQuestion, match=told):
        run(*words.split())
    assert asker.seen == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ask", "one of the arguments question --batch is required"),
        ("ask Who? --batch in.jsonl", "not allowed with"),
        ("ask Who? --since yesterday", "“yesterday” is not a day; write it like 2026-02-18."),
        ("ask Who? --top 0", "'0' is not a number from 1 up"),
        ("ask Who? --top many", "'many' is not a number from 1 up"),
        ("eval", "FILE.jsonl"),
    ],
)
def test_a_wrong_option_is_told_and_ends_with_2(words: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(*words.split())
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_eval_prints_a_table(asker: FakeAsker, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "Sixteen people lose their work, the union says."
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({"question": "A?", "evidence": [{"sentence": sentence}]}) + "\n")
    assert run("eval", str(path)) == 0
    rows = {line.split("  ")[0]: line.split() for line in capsys.readouterr().out.splitlines()}
    assert "0.500" in rows["reciprocal rank of the first (MRR@10)"]
    assert "1.000" in rows["some evidence in the first 4"]
    assert "-" in rows["refused"]
    assert "12" in rows["median answer"]
    assert [ask.question for ask in asker.seen] == ["A?"]


def test_eval_prints_json(asker: FakeAsker, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"question": "A?", "evidence": []}\n')
    assert run("eval", str(path), "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["unanswerable"], figures["refused"], figures["mrr_at_10"]) == (1, 0.0, None)
    assert len(asker.seen) == 1


@pytest.mark.parametrize("command", ["ask", "quotes", "eval"])
def test_help_tells_the_exit_statuses(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(command, "--help")
    out = capsys.readouterr().out
    assert "exit status:" in out
    assert "--articles" in out


def test_a_question_to_an_old_index_says_that_the_articles_have_changed(
    tmp_path: Path,
    encoder: FakeEncoder,
    answer: Answer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("qa.commands.ask.open_answerer", lambda *_, **__: FakeAsker(answer))
    articles, index = tmp_path / "articles", tmp_path / "index"
    articles.mkdir()
    (articles / "pier.txt").write_text("The pier opened on Monday, the council of the harbour said.", encoding="utf-8")
    refresh_index(Library(articles, index), encoder=encoder)
    asked = ("ask", "When did it open?", "--articles", str(articles), "--index", str(index))
    assert run(*asked) == 0
    assert "have changed" not in capsys.readouterr().err
    (articles / "ferry.txt").write_text("The ferry stops running in March, its owner said.", encoding="utf-8")
    assert run(*asked) == 0
    assert f"`dateline index --articles {articles} --index {index}` reads what is new" in capsys.readouterr().err
    (articles / TOML_NAME).write_text("[index]\nchunk_tokens = 90", encoding="utf-8")
    assert run(*asked) == 0
    assert f"`dateline index --articles {articles} --index {index}` makes all passages" in capsys.readouterr().err


@pytest.mark.model
def test_an_index_of_another_version_is_made_anew_before_the_question_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    index = tmp_path / "index"
    command = ["ask", "Why was the Kelder Bridge closed?", "--index", str(index)]
    assert app.main(command) == 0
    manifest = next((index / "generations").glob("*/manifest.json"))
    manifest.write_text(manifest.read_text("utf-8").replace('"schema":8', '"schema":1'), "utf-8")
    capsys.readouterr()
    assert app.main(command) == 0
    assert "Kelder Bridge" in capsys.readouterr().out


def test_a_list_is_printed_a_page_at_a_time(asker: FakeAsker, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "the Marlin", "--outlet", "Quay Courier", "--until", "2026-03-31", "--page", "3") == 0
    assert "3 articles hold “the Marlin”." in capsys.readouterr().out
    filters = Filters(outlets=("Quay Courier",), until=date(2026, 3, 31))
    assert asker.wanted == [(Inquiry(Asks.LIST, "the Marlin"), filters, Page(40, 20, newest_first=True))]


@pytest.mark.parametrize("form", ["--json", "--csv", "--markdown"])
def test_a_list_for_other_programs_is_whole_unless_it_is_limited(
    asker: FakeAsker, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert run("list", form) == run("list", form, "--limit", "5", "--oldest-first") == 0
    assert run("list", form, "--page", "2") == 0
    assert "14 jobs would go" in capsys.readouterr().out
    assert [page for _, _, page in asker.wanted] == [
        Page(0, None, newest_first=True),
        Page(0, 5, newest_first=False),
        Page(20, 20, newest_first=True),
    ]
