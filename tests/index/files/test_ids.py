from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, path_id
from corpus.stamp import Stamp
from index.files.ids import claim, settle_ids
from index.files.inventory import ArticleRecord, FileRecord

STAMP = Stamp(0, 0, 0, 0)


def file(name: str, *claims: str) -> FileRecord:
    articles = tuple(ArticleRecord(claimed, claimed, f"{name}#{i}", "One") for i, claimed in enumerate(claims, start=1))
    return FileRecord(STAMP, digest=name, born=name, articles=articles)


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from(["x", "y", path_id("b#1"), "z"]))))
def test_no_two_articles_share_an_id_and_the_order_of_reading_does_not_matter(claims: dict[str, list[str]]) -> None:
    files = {name: file(name, *several) for name, several in claims.items()}
    settled = settle_ids(files).files
    ids = [article.article_id for record in settled.values() for article in record.articles]
    assert len(ids) == len(set(ids))
    assert settled == settle_ids(dict(reversed(files.items()))).files == settle_ids(settled).files


def test_the_first_file_by_name_keeps_the_id_and_the_other_is_named_in_a_warning() -> None:
    settled = settle_ids({"b": file("b", "x"), "a": file("a", "x")})
    assert [settled.files[name].articles[0].article_id for name in "ab"] == ["x", path_id("b#1")]
    assert len(settled.warnings) == 1
    assert "b#1 and a#1" in settled.warnings[0]


def test_an_id_made_from_the_path_follows_the_name_the_file_was_born_with() -> None:
    moved = FileRecord(STAMP, digest="d", born="old.jsonl")
    third = Article(path_id("new.jsonl#3"), "One", "", "Text.", "new.jsonl#3", "")
    assert claim(moved, "new.jsonl", third).claimed_id == path_id("old.jsonl#3")
    assert claim(moved, "new.jsonl", replace(third, article_id="own")).claimed_id == "own"
