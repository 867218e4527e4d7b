"""`dateline news`, on a real index that is refreshed."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

import app
from corpus.progress import OnProgress, Progress
from qa.answerer import Answerer
from tests.conftest import FakeEncoder
from tests.qa.conftest import STORIES
from tests.qa.news.desk import FERRY, SOLD, Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    def opened(_: Path, index: Path, on_progress: OnProgress) -> Answerer:
        on_progress(Progress("Loading the model", 0, 0))
        return Answerer(index, FakeEncoder())

    monkeypatch.setattr("qa.commands.news.open_answerer", opened)
    return Desk(tmp_path)


def run(desk: Desk, *options: str) -> int:
    folder = desk.stories.folder
    return app.main(["news", "--articles", str(folder / "articles"), "--index", str(desk.stories.index), *options])


def test_what_is_new_is_printed_and_ends_with_0(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.save(FERRY)
    desk.save("Does the school roof leak?")
    desk.now(*STORIES, SOLD)
    for _ in range(2):  # printing marks nothing
        assert run(desk) == 0
        printed = capsys.readouterr().out
        assert printed.startswith(f"{FERRY}: 1 new since ")
        assert "sold to a museum" in printed
        assert printed.endswith("Nothing new in 1 saved search.\n")


def test_what_was_marked_is_not_printed_again(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.save(FERRY)
    desk.now(*STORIES, SOLD)
    assert run(desk, "--quiet", "--mark-seen") == 0
    assert "sold to a museum" in capsys.readouterr().out
    assert run(desk, "--quiet", "--mark-seen") == 0
    assert capsys.readouterr() == ("", "")
    assert run(desk) == 0
    assert capsys.readouterr().out == "Nothing new in 1 saved search.\n"


def test_without_a_saved_search_it_says_how_to_save_one(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk) == 0
    assert "“Save this search”" in capsys.readouterr().out
    assert run(desk, "--quiet") == 0
    assert capsys.readouterr().out == ""


def test_json_and_the_feed(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.save(FERRY)
    desk.now(*STORIES, SOLD)
    assert run(desk, "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)["searches"]
    assert (told["new"], told["passages"][0]["text"]) == (1, SOLD["text"])
    assert run(desk, "--rss") == 0
    assert len(ElementTree.fromstring(capsys.readouterr().out.encode()).findall("{*}entry")) == 1


def test_one_search_by_its_name(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    kept = desk.save(FERRY)
    desk.save("How many articles mention the Marlin ferry?")
    desk.searches.rename(kept.id, "Ferry")
    desk.now(*STORIES, SOLD)
    for name in ("Ferry", kept.id):
        assert run(desk, "--json", "--search", name) == 0
        assert [one["name"] for one in json.loads(capsys.readouterr().out)["searches"]] == ["Ferry"]
    assert run(desk, "--search", "Fairy") == 1
    assert "No saved search is called “Fairy”. There are: Ferry; How many" in capsys.readouterr().err


def test_a_damaged_document_is_one_line_and_stays(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.save(FERRY)
    path = desk.stories.index / "workspace" / "searches.json"
    path.write_text("{", encoding="utf-8")
    assert run(desk) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert path.read_text(encoding="utf-8") == "{"
