"""The five source articles and a large export, where they are at hand."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from corpus.article import UNKNOWN_OUTLET, Article
from corpus.metadata.sidecar import load_sidecar
from corpus.read import read_articles
from corpus.scan import scan_corpus
from tests.corpus.reading import read_folder
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared

# Lines (counted from 1) of each file that are not the article's text.
NOT_TEXT = {
    "000": range(1, 12),
    "001": (),
    "002": (1, 2, 3, 5, 7, 45, 47, 49),
    "003": (1, 31, 33, 35),  # line 1 is the headline
    "004": (),
}


@pytest.fixture(params=["with", "without"])
def articles(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Article]:
    """The five, by the first three digits of their file's name; with and without their sidecar."""
    for path in (SHARED / "sources").glob("*.txt"):
        shutil.copy(path, tmp_path)
    if request.param == "with":
        shutil.copy(SHARED / "sources" / "corpus.toml", tmp_path)
    return {source[:3]: article for source, article in read_folder(tmp_path).items()}


@pytest.mark.parametrize("number", sorted(NOT_TEXT))
def test_boilerplate_goes_and_no_line_of_the_article_is_lost(articles: dict[str, Article], number: str) -> None:
    (path,) = (SHARED / "sources").glob(f"{number}*.txt")
    lines = path.read_text(encoding="utf-8").split("\n")
    text = articles[number].text.split("\n")
    for row, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if row in NOT_TEXT[number]:
            assert line not in text
        elif "](" not in line:
            assert line.removeprefix("## ") in text
    assert "](" not in articles[number].text
    kept = [line for row, line in enumerate(lines, start=1) if line.strip() and row not in NOT_TEXT[number]]
    assert len([line for line in text if line]) == len(kept)


def test_only_what_a_file_itself_says_is_claimed_without_the_sidecar(tmp_path: Path) -> None:
    for path in (SHARED / "sources").glob("*.txt"):
        shutil.copy(path, tmp_path)
    found = {source[:3]: article for source, article in read_folder(tmp_path).items()}
    assert {article.outlet for article in found.values()} == {UNKNOWN_OUTLET}
    assert [found[number].title for number in ("001", "004")] == ["", ""]
    assert found["003"].title == "Peace Talks End with Groundwork Laid, but No Deal on Territory"
    assert [number for number, article in found.items() if article.published] == ["000"]
    assert [number for number, article in found.items() if article.flags] == ["002"]


def test_the_sidecar_names_every_outlet() -> None:
    sidecar = load_sidecar(SHARED / "sources")
    files = [file for file in scan_corpus(SHARED / "sources").files if file.name.endswith(".txt")]
    articles = [article for file in files for article in read_articles(file, sidecar).articles]
    assert [article.outlet for article in articles] == [
        "Infeeds", "link4din.com", "PRISM News", "McLean Gazette", "The New Indian Express",
    ]  # fmt: skip
    assert [article.published for article in articles] == [
        date(2026, 2, 17), None, date(2026, 2, 19), None, date(2026, 2, 18),
    ]  # fmt: skip
    assert all(article.title for article in articles)


def test_a_large_export_is_read_whole() -> None:
    root = SHARED / "data" / "multihop_rag" / "articles.jsonl"
    reading = read_articles(scan_corpus(root).files[0], load_sidecar(root))
    assert len(reading.articles) == 609
    assert reading.problems == ()
    assert len({article.article_id for article in reading.articles}) == 609
    assert len({article.outlet for article in reading.articles}) == 44  # of 49 names
    assert all(
        article.published and article.url and article.article_id.startswith("mhr-") for article in reading.articles
    )
