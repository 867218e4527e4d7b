import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import UNKNOWN_OUTLET, Article
from corpus.check.findings import check_corpus
from corpus.check.stub import sidecar_stub
from tests.corpus.stories import STORIES, article
from tests.index.newsroom import write_article


def test_it_names_what_is_unknown_and_changes_nothing_until_it_is_filled_in(tmp_path: Path) -> None:
    write_article(tmp_path, "known.md", STORIES[0], outlet="Quay Courier", title="A", date="2026-03-01")
    write_article(tmp_path, "dated.md", STORIES[1], date="2026-03-01")
    before = check_corpus(tmp_path)
    stub = sidecar_stub(found.article for found in before.articles)
    path = tmp_path / "corpus.toml"
    path.write_text(stub, "utf-8")
    assert [entry["file"] for entry in tomllib.loads(stub)["article"]] == ["dated.md"]
    assert "Work on the new Kelder Bridge" in stub
    assert "# date" not in stub.partition("[[article]]")[2]
    assert check_corpus(tmp_path) == before
    path.write_text(stub.replace('# outlet = ""', 'outlet = "Harbour Post"'), "utf-8")
    assert {found.article.outlet for found in check_corpus(tmp_path).articles} == {"Quay Courier", "Harbour Post"}


def entries(folder: Path, lines: str) -> list[str]:
    (folder / "a.jsonl").write_text(lines)
    stub = sidecar_stub(found.article for found in check_corpus(folder).articles)
    return [entry["file"] for entry in tomllib.loads(stub).get("article", [])]


def test_a_file_that_names_outlets_is_asked_only_for_those_of_the_records_without(tmp_path: Path) -> None:
    lines = '{"text": "One.", "source": "Post", "date": "2026-03-01", "title": "A"}\n{"text": "Two."}\n'
    assert entries(tmp_path, lines) == ["a.jsonl#2"]


def test_a_file_that_names_no_outlet_may_be_of_one(tmp_path: Path) -> None:
    lines = '{"text": "One.", "date": "2026-03-01", "title": "A"}\n' * 2
    assert entries(tmp_path, lines) == ["a.jsonl"]


def test_a_file_of_very_many_is_asked_for_the_first(tmp_path: Path) -> None:
    assert len(entries(tmp_path, '{"text": "One.", "source": "Post"}\n' * 50)) == 20


def test_nothing_unknown_leaves_only_the_examples() -> None:
    stub = sidecar_stub([])
    assert list(tomllib.loads(stub)) == ["version"]


@given(name=st.text(min_size=1), words=st.text())
def test_any_name_and_any_text_make_valid_toml(name: str, words: str) -> None:
    one = Article("id", UNKNOWN_OUTLET, "", words, name, "")
    try:
        name.encode()
    except UnicodeEncodeError:
        return  # such a file is not read
    (entry,) = tomllib.loads(sidecar_stub([one]))["article"]
    assert entry["file"] == name


def test_an_article_of_the_test_stories_has_all_three_lines() -> None:
    stub = sidecar_stub([article("a", STORIES[0], UNKNOWN_OUTLET)])
    assert stub.count('\n# outlet = ""\n# date = 2026-01-31\n# title = ""\n') == 1
