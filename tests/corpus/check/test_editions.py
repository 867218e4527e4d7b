import json
from pathlib import Path

from corpus.check import check_corpus
from corpus.check.report import check_lines, check_to_dict

ITEM = {
    "uri": "tag:1", "version": "1", "versioncreated": "2026-02-18T10:30:00+01:00", "headline": "Wall repaired",
    "source": "QNA", "slugline": "Kelpwick-wall", "keywords": ["harbour", "storm"],
    "embargoed": "2026-02-19T06:00:00+01:00",
    "body_html": "<p>" + "The wall stands again, said the council. " * 9 + "</p>",
}  # fmt: skip


def write(folder: Path, name: str, **fields: str) -> None:
    (folder / name).write_text(json.dumps({**ITEM, **fields}), "utf-8")


def test_slug_keywords_and_embargo_are_shown_with_their_places(tmp_path: Path) -> None:
    write(tmp_path, "a.json")
    check = check_corpus(tmp_path)
    lines = list(check_lines(check))
    assert "  slug:     Kelpwick-wall  (ninjs: slug)" in lines
    assert "  keywords: harbour, storm  (ninjs: keywords)" in lines
    assert "  embargo:  2026-02-19 06:00:00+01:00  (ninjs: embargo)" in lines
    articles = check_to_dict(check, with_text=False)["articles"]
    assert isinstance(articles, list)
    (article,) = articles
    assert article["embargo"] == "2026-02-19T06:00:00+01:00"
    assert article["edition"]["item"] == article["article_id"] == "tag:1"


def test_what_a_later_version_replaces_is_named_and_not_compared(tmp_path: Path) -> None:
    write(tmp_path, "a.json")
    write(tmp_path, "b.json", version="2")
    check = check_corpus(tmp_path)
    assert [(found.article.source, found.article.article_id, found.copies) for found in check.articles] == [
        ("b.json", "tag:1", ())
    ]
    assert "not used: a.json: is replaced by b.json, a later version of the same item" in list(check_lines(check))


def test_a_withdrawal_and_what_it_takes_out_are_named(tmp_path: Path) -> None:
    write(tmp_path, "a.json")
    write(tmp_path, "b.json", version="2", pubstatus="canceled", body_html="")
    check = check_corpus(tmp_path)
    assert check.articles == ()
    assert [(problem.source, problem.reason) for problem in check.problems] == [
        ("b.json", "withdraws tag:1: a.json taken out"),
        ("a.json", "is withdrawn by b.json"),
    ]


def test_the_same_version_twice_stays_twice_and_is_told_apart(tmp_path: Path) -> None:
    write(tmp_path, "a.json")
    write(tmp_path, "b.json")
    first, second = check_corpus(tmp_path).articles
    assert first.article.article_id == "tag:1" != second.article.article_id
    assert "Its id or address is also that of a.json" in second.warnings[0]
