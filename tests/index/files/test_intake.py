from dataclasses import replace
from pathlib import Path

from corpus.article import Article, path_id
from corpus.errors import Problem, UnreadableFile
from corpus.progress import Progress
from corpus.read import Reading
from corpus.scan import SourceFile
from corpus.stamp import Stamp, file_digest
from index.files.held import HeldFiles
from index.files.intake import Intake, take_in
from index.files.inventory import ArticleRecord, FileRecord
from index.files.plan import RefreshPlan
from tests.conftest import COURIER


def file(name: str) -> SourceFile:
    return SourceFile(Path("/articles", name), name, Stamp(1, 2, 3, 4))


def article(name: str) -> Article:
    return replace(COURIER, article_id=path_id(name), source=name)


def read(source: SourceFile) -> Reading:
    """Every file holds one article and the same bytes, but those named bad."""
    if source.name.startswith("bad"):
        raise UnreadableFile("is empty")
    return Reading((article(source.name),), (), "bytes")


def record(name: str, *, digest: str = "bytes") -> FileRecord:
    return FileRecord(Stamp(1, 1, 1, 1), digest, name, (ArticleRecord(path_id(name), path_id(name), name, "One"),))


def take(plan: RefreshPlan, known: dict[str, FileRecord]) -> Intake:
    return take_in(plan, known, read, HeldFiles(known).born, lambda _: None)


def claims(intake: Intake) -> dict[str, str]:
    return {name: record.articles[0].claimed_id for name, record in intake.files.items()}


def test_a_moved_file_is_told_by_its_bytes_and_of_several_by_its_name() -> None:
    known = {"a.md": record("a.md"), "b.md": record("b.md")}
    plan = RefreshPlan(read=(file("sub/b.md"), file("z.md")), check=(), unseen=(), drop=("a.md", "b.md"))
    assert claims(take(plan, known)) == {"sub/b.md": path_id("b.md"), "z.md": path_id("a.md")}


def test_a_new_file_with_the_bytes_of_one_that_stays_is_no_move() -> None:
    plan = RefreshPlan(read=(file("copy.md"),), check=(), unseen=(), drop=())
    assert claims(take(plan, {"a.md": record("a.md")})) == {"a.md": path_id("a.md"), "copy.md": path_id("copy.md")}


def test_a_failed_file_keeps_its_articles_and_is_marked() -> None:
    before = record("bad.md")
    plan = RefreshPlan(read=(file("bad.md"), file("bad-new.md"), file("good.md")), check=(), unseen=(), drop=())
    taken = take(plan, {"bad.md": before}).files
    assert taken["bad.md"].articles == before.articles
    assert (taken["bad.md"].stale, taken["bad.md"].digest) == (True, "")
    assert taken["bad.md"].problems == (Problem("bad.md", "is empty"),)
    assert (taken["bad-new.md"].stale, taken["bad-new.md"].articles) == (False, ())
    assert taken["good.md"].articles


def test_a_checked_file_is_read_only_when_its_bytes_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("bytes")
    here = replace(file("a.md"), path=path)
    plan = RefreshPlan(read=(), check=(here,), unseen=(), drop=())
    same = take(plan, {"a.md": record("a.md", digest=file_digest(path))})
    assert (dict(same.fresh), same.files["a.md"].stamp) == ({}, here.stamp)
    assert take(plan, {"a.md": record("a.md", digest="others")}).fresh.keys() == {"a.md"}


def test_progress_counts_every_file_that_is_looked_at() -> None:
    seen: list[Progress] = []
    plan = RefreshPlan(read=(file("a.md"), file("bad.md")), check=(), unseen=(), drop=())
    take_in(plan, {}, read, HeldFiles({}).born, seen.append)
    assert [(progress.done, progress.total) for progress in seen] == [(1, 2), (2, 2)]
