from dataclasses import replace

from corpus.errors import Problem
from corpus.stamp import Stamp
from index.files.inventory import ArticleRecord, FileChanges, FileRecord

RECORD = FileRecord(Stamp(1, 2, 3, 4), "digest", "a.md", (ArticleRecord("x", "x", "a.md", "One"),))


def changed(before: dict[str, FileRecord], after: dict[str, FileRecord]) -> FileChanges:
    return FileChanges(11, "sidecar", before, after, articles_before=10)


def test_times_make_no_other_index_but_bytes_ids_and_problems_do() -> None:
    assert changed({"a.md": RECORD}, {"a.md": replace(RECORD, stamp=Stamp(1, 5, 6, 7))}).give_the_same
    others: tuple[dict[str, FileRecord], ...] = (
        {},
        {"a.md": RECORD, "b.md": RECORD},
        {"a.md": replace(RECORD, digest="other")},
        {"a.md": replace(RECORD, stale=True)},
        {"a.md": replace(RECORD, problems=(Problem("a.md#2", "no text"),))},
        {"a.md": replace(RECORD, articles=(ArticleRecord("y", "x", "a.md", "One"),))},
    )
    assert not any(changed({"a.md": RECORD}, other).give_the_same for other in others)


def test_articles_are_counted_by_what_changed() -> None:
    without = replace(RECORD, articles=(ArticleRecord("", "x", "a.md", "One"),))
    assert changed({"a.md": RECORD, "b.md": RECORD}, {"a.md": without}).articles_after == 8


def test_all_files_are_those_that_changed_and_those_that_stay() -> None:
    edited = replace(RECORD, digest="other")
    files = changed({"b.md": RECORD, "c.md": RECORD}, {"b.md": edited}).of_all(
        dict.fromkeys(["a.md", "b.md", "c.md"], RECORD)
    )
    assert list(files.after.items()) == [("a.md", RECORD), ("b.md", edited)]
    assert files.before.keys() == {"a.md", "b.md", "c.md"}
