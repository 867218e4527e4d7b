"""What nobody should have among the articles, and everybody has."""

import re
import time
from pathlib import Path

import pytest

from corpus.article import file_of
from corpus.check.findings import Check, check_corpus
from corpus.check.stub import sidecar_stub
from corpus.progress import Progress
from index.library import Library
from index.refresh.report import RefreshReport
from index.refresh.run import refresh_index
from index.store import open_snapshot
from tests.conftest import FakeEncoder
from tests.corpus.bad_texts import BAD_TEXTS, SECRET, write_bad_texts
from tests.corpus.reading import LONG

SECONDS = 30


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bad")
    write_bad_texts(place / "articles")
    (place / "articles" / "good.md").write_text(f"---\noutlet: Good\ndate: 2026-01-01\n---\n\n{LONG}\n")
    return place


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return write_bad_texts(tmp_path_factory.mktemp("said") / "articles")


@pytest.fixture(scope="module")
def check(place: Path) -> Check:
    started = time.perf_counter()
    check = check_corpus(place / "articles")
    assert time.perf_counter() - started < SECONDS
    return check


@pytest.fixture(scope="module")
def report(place: Path) -> RefreshReport:
    return refresh_index(Library(place / "articles", place / "index"), encoder=FakeEncoder())


def test_there_are_enough_of_them(said: dict[str, str]) -> None:
    assert len(said) >= 60


def test_each_has_its_line_with_the_reason(check: Check, said: dict[str, str]) -> None:
    lines: dict[str, list[str]] = {}
    for problem in check.problems:
        lines.setdefault(file_of(problem.source), []).append(problem.reason)
    for found in check.articles:
        lines.setdefault(file_of(found.article.source), []).extend(found.article.warnings)
    unsaid = {
        name: lines.get(name)
        for name, pattern in said.items()
        if not any(re.search(pattern, line) for line in lines.get(name, ()))
    }
    assert unsaid == {}


def test_only_what_holds_an_article_gives_one(check: Check) -> None:
    files = {file_of(found.article.source) for found in check.articles}
    assert files == {"good.md", "one-bad.jsonl", *(bad.name for bad in BAD_TEXTS if bad.kept)}


def test_none_stops_a_refresh_and_each_that_gives_nothing_is_listed(
    report: RefreshReport, check: Check, place: Path
) -> None:
    assert report.problems
    assert {problem.source for problem in report.problems} == {problem.source for problem in check.problems}
    assert open_snapshot(place / "index").manifest.articles == len(check.articles)


def test_a_second_refresh_does_no_harm(report: RefreshReport, place: Path) -> None:
    again = refresh_index(Library(place / "articles", place / "index"), encoder=FakeEncoder())
    assert not again.published
    assert again.problems == report.problems


def test_nothing_outside_the_folder_is_read(report: RefreshReport, place: Path) -> None:
    assert report.articles
    assert "xylokarp" in SECRET
    files = [path for path in open_snapshot(place / "index").folder.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if b"xylokarp" in path.read_bytes()] == []


def test_every_reason_is_one_short_line(check: Check) -> None:
    assert check.problems
    for problem in check.problems:
        assert "\n" not in problem.reason, problem.source
        assert len(problem.reason) < 500, problem.source


def test_a_stub_for_all_of_them_leaves_them_as_they_are(check: Check, place: Path) -> None:
    stub = sidecar_stub(found.article for found in check.articles)
    sidecar = place / "articles" / "corpus.toml"
    before = sidecar.read_text()
    sidecar.write_text(stub)
    again = check_corpus(place / "articles")
    sidecar.write_text(before)
    assert {found.article.source for found in check.articles} <= {found.article.source for found in again.articles}


def test_files_that_vanish_while_they_are_read_are_told(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(LONG)

    def unlink_the_rest(progress: Progress) -> None:
        for path in tmp_path.glob(f"[{progress.done + 1}-9].txt"):
            path.unlink()

    check = check_corpus(tmp_path, unlink_the_rest)
    assert [found.article.source for found in check.articles] == ["0.txt", "1.txt"]
    assert {problem.reason for problem in check.problems} == {"cannot be read: No such file or directory"}
