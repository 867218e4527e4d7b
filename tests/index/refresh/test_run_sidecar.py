"""What a refresh does when the user says something else of how records are read."""

import json
from pathlib import Path

from tests.index.newsroom import Refresh, contents, counts

RECORD = {
    "kicker": "Quay wall gives way",
    "words": "The quay wall gave way on Tuesday night. Nobody was hurt, said the harbour master of Kelpwick.",
    "second": "The ferry stays in port until the quay is mended, said its owner on the same evening.",
    "when": "2026-02-18T23:30:00Z",
}


def test_fields_that_the_user_names_are_read_at_the_next_refresh(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    (corpus_folder / "wall.json").write_text(json.dumps(RECORD), "utf-8")
    first = refresh()
    assert [problem.source for problem in first.problems] == ["wall.json"]

    say = (corpus_folder / "corpus.toml").write_text
    say('[fields]\ntext = ["words"]\ndate = ["when"]\n')
    assert counts(refresh()) == (1, 0, 0, 0, 3)
    article = contents(index)["wall.json"].article
    assert (article.text, article.title, str(article.published)) == (RECORD["words"], "", "2026-02-18")

    say('[defaults]\ntimezone = "Europe/Berlin"\n[fields]\ntext = ["words"]\ndate = ["when"]\ntitle = ["kicker"]\n')
    report = refresh()
    assert counts(report)[:2] == (0, 1)
    article = contents(index)["wall.json"].article
    assert (article.title, str(article.published)) == (RECORD["kicker"], "2026-02-19")

    say('[fields]\ntext = ["second"]\ntitle = ["kicker"]\n')
    assert counts(refresh())[:2] == (0, 1)
    held = contents(index)["wall.json"]
    assert (held.article.text, held.article.published) == (RECORD["second"], None)
    assert all(RECORD["second"][start:end] == text for start, end, text, *_ in held.chunks)


def test_a_file_that_gives_no_article_any_more_is_named_and_keeps_its_last_one(
    refresh: Refresh, corpus_folder: Path, index: Path
) -> None:
    (corpus_folder / "wall.json").write_text(json.dumps(RECORD), "utf-8")
    (corpus_folder / "corpus.toml").write_text('[fields]\ntext = ["words"]\n', "utf-8")
    refresh()
    (corpus_folder / "corpus.toml").unlink()
    (problem,) = refresh().problems
    assert problem.source == "wall.json"
    assert contents(index)["wall.json"].article.text == RECORD["words"]
