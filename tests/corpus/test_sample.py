import json
from datetime import date
from pathlib import Path

import pytest

from corpus.metadata.sidecar import load_sidecar
from corpus.read import read_articles
from corpus.sample import SAMPLE_ARTICLES
from corpus.scan import scan_corpus
from tests.corpus.reading import read_folder

QUESTIONS = Path(__file__).resolve().parents[2] / "benchmarks" / "sample_questions.jsonl"

OUTLETS = {
    "The Northmere Courier",
    "Quillport Ledger",
    "Thistlegate Review",
    "Brindlewick Today",
    "Sundervale Dispatch",
}


def test_the_sample_reads_without_a_problem() -> None:
    scan, sidecar = scan_corpus(SAMPLE_ARTICLES), load_sidecar(SAMPLE_ARTICLES)
    assert scan.problems == sidecar.problems == ()
    problems = {file.name: read_articles(file, sidecar).problems for file in scan.files}
    assert problems
    assert not any(problems.values())


def test_twelve_articles_of_five_outlets_have_what_their_outlet_gave() -> None:
    articles = read_folder(SAMPLE_ARTICLES)
    assert len(articles) == 12
    assert {article.outlet for article in articles.values()} == OUTLETS
    assert all(article.title for article in articles.values())
    assert all(220 <= len(article.text.split()) <= 600 for article in articles.values())


def test_the_sample_shows_what_real_collections_hold() -> None:
    articles = read_folder(SAMPLE_ARTICLES)
    assert [source for source, article in articles.items() if article.published is None] == ["quillport-bridge.txt"]
    assert [source for source, article in articles.items() if article.flags] == ["brindlewick-geneva.txt"]
    page = articles["thistlegate-review/geneva-analysis.txt"]
    assert page.title == "Who was in the room, and who was not"
    assert (page.authors, page.published) == (("Anselm Reyes",), date(2026, 2, 19))
    assert "Five films for a long winter" in page.dropped
    assert articles["brindlewick-river.txt"].published == date(2026, 3, 12)
    agency, copy = articles["sundervale-export.jsonl#1"], articles["quillport-plant.txt"]
    assert agency.title != copy.title
    assert set(agency.text.split("\n\n")) < set(copy.text.split("\n\n"))


def test_every_evidence_sentence_stands_word_for_word_in_its_article() -> None:
    articles = read_folder(SAMPLE_ARTICLES)
    questions = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert len(questions) >= 30
    for question in questions:
        turns = question.get("turns", [])
        for evidence in [*question["evidence"], *(item for turn in turns for item in turn["evidence"])]:
            assert evidence["sentence"] in articles[evidence["file"]].text, question["id"]
        assert bool(question["evidence"]) == (question["type"] != "unanswerable"), question["id"]


@pytest.mark.parametrize("path", sorted(SAMPLE_ARTICLES.rglob("*.*")), ids=lambda path: path.name)
def test_the_sample_links_nowhere_real(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("https://") == text.count(".example/")
