import json
import shutil
from pathlib import Path

import pytest

from benchmarks.refresh_speed import change_one, main
from corpus.sample import SAMPLE_ARTICLES
from tests.corpus.reading import read_folder

ADDED = "This sentence is new."


def changed(folder: Path) -> list[str]:
    """Adds the sentence, and returns the articles whose text is another one now."""
    before = {source: article.text for source, article in read_folder(folder).items()}
    change_one(folder, ADDED)
    after = {source: article.text for source, article in read_folder(folder).items()}
    assert before.keys() == after.keys()
    return [after[source] for source in before if before[source] != after[source]]


def test_one_article_of_a_folder_changes(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(SAMPLE_ARTICLES, folder)
    [text] = changed(folder)
    assert ADDED in text


def test_one_article_of_an_export_changes(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    shutil.copy(SAMPLE_ARTICLES / "sundervale-export.jsonl", folder)
    [text] = changed(folder)
    assert ADDED in text


def test_every_record_of_an_export_but_one_stays_byte_for_byte(tmp_path: Path) -> None:
    lines = [json.dumps({"id": number, "text": "Ünïcödé " * number, "title": "T"}) for number in (3, 1, 2)]
    path = tmp_path / "export.jsonl"
    path.write_text("\n".join(lines))
    change_one(path, ADDED)
    first, *rest = path.read_text(encoding="utf-8").split("\n")
    assert rest == lines[1:]
    assert json.loads(first) == {"id": 3, "text": "Ünïcödé " * 3 + f"\n\n{ADDED}", "title": "T"}


def test_a_folder_with_nothing_to_change_is_refused(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text("title,text\n")
    with pytest.raises(SystemExit, match=r"holds no \.txt, \.md or \.jsonl file"):
        change_one(tmp_path, ADDED)


@pytest.mark.model
def test_the_table_names_the_machine_and_what_was_encoded(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--runs", "1"]) == 0
    shown = capfd.readouterr().out
    assert "12 articles" in shown
    assert "a changed article" in shown
    assert "cores" in shown
