from dataclasses import replace

from corpus.errors import Problem
from index.refresh.report import RefreshReport

REPORT = RefreshReport(
    generation="000002-abcdef",
    published=True,
    added=1200,
    changed=1,
    removed=2,
    moved=0,
    unchanged=3,
    chunks=5000,
    embedded=40,
    passed_over=(),
    problems=(),
    warnings=(),
    left_out=(),
    seconds=1.26,
)


def test_the_line_counts_everything() -> None:
    assert REPORT.line() == (
        "1,204 articles: 1,200 added, 1 changed, 2 removed, 3 unchanged; 40 of 5,000 passages encoded; 1.3 s"
    )


def test_the_line_names_moved_articles_and_failed_files_where_there_are_any() -> None:
    report = replace(REPORT, moved=7, problems=(Problem("a.md", "is empty"),))
    assert ", 7 moved, 3 unchanged, 1 not read;" in report.line()
    assert report.articles == 1211
