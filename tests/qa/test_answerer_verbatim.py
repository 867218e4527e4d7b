import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from index.errors import CorruptIndex
from index.store import open_snapshot
from qa.answer import Answer
from qa.answerer import Answerer
from qa.errors import BadQuestion
from tests.conftest import FakeEncoder
from tests.qa.stories import Stories, story

FERRY = "How many jobs go with the Marlin ferry of Lindqvist Lines?"


def assert_verbatim(answer: Answer, article_of: Callable[[str], Article | None]) -> None:
    """Asserts that all an answer quotes stands in its articles, word for word."""
    for passage in answer.passages:
        citation = passage.citation
        article = article_of(citation.article_id)
        assert article
        text = article.text
        assert 0 <= citation.start < citation.end <= len(text)
        assert passage.text == text[citation.start : citation.end]
        for mark in passage.highlights:
            assert citation.start <= mark.start < mark.end <= citation.end
            assert mark.text == text[mark.start : mark.end]
        for copy in passage.also_in:
            other = article_of(copy.article_id)
            assert other
            assert other != article
            assert other.text[copy.start : copy.end].strip()


SENTENCE = st.lists(
    st.sampled_from(
        ["Ferry", "ferry", "14", "€90", "naïve", "“quoted”", "Mr.", "🚢", "e\u0301te\u0301", "a\u00a0b", "\t", "x" * 90]
    ),
    min_size=1,
    max_size=12,
).map(lambda words: " ".join(words) + ". ")
PARAGRAPHS = st.lists(st.lists(SENTENCE, min_size=1, max_size=15).map("".join), min_size=1, max_size=3)
ARTICLE_TEXT = PARAGRAPHS.map("\n\n".join) | st.text(st.characters(codec="utf-8"), min_size=1, max_size=300)
QUESTION = st.sampled_from(["ferry 14", "“naïve ferry”", "Mr. x", "Post or Courier on €90?", '"a b"', "🚢 ferry"])


@settings(max_examples=12)
@given(
    st.lists(ARTICLE_TEXT, min_size=1, max_size=4), st.lists(QUESTION | st.text(max_size=30), min_size=3, max_size=8)
)
def test_every_passage_and_every_mark_is_what_its_article_says(texts: list[str], questions: list[str]) -> None:
    with TemporaryDirectory() as folder:
        stories = Stories(Path(folder))
        told = [story(f"a{i}", ["Courier", "Post"][i % 2], text) for i, text in enumerate(texts)]
        stories.write(*told, story("always", "Post", "A ferry."))
        stories.refresh()
        catalog = open_snapshot(stories.index).catalog
        answerer = Answerer(stories.index, FakeEncoder())
        for asked in questions:
            with suppress(BadQuestion):  # of a question without words
                answer = answerer.ask(asked, limit=20)
                assert answer.passages
                assert_verbatim(answer, catalog.article)


def tampered(index: Path, folder: Path, change: str) -> Answerer:
    """Opens a copy of an index whose catalogue somebody changed behind its back."""
    copy = shutil.copytree(index, folder / "copy")
    [catalog] = copy.glob("catalogs/*.sqlite")
    with closing(sqlite3.connect(catalog)) as connection:
        connection.execute(change)
        connection.commit()
    return Answerer(copy, FakeEncoder())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE chunk SET stop = stop + 5000",
        "UPDATE chunk SET start = -20",
        "UPDATE chunk SET start = start + 1",
        "UPDATE chunk SET stop = start",
        "UPDATE chunk SET article = 1 + article % 6",
        "UPDATE article SET text = replace(text, '14 jobs', '15 jobs')",
        "DELETE FROM article",
    ],
)
def test_words_that_are_not_those_that_were_indexed_are_refused(index: Path, tmp_path: Path, change: str) -> None:
    broken = tampered(index, tmp_path, change)
    with pytest.raises(CorruptIndex, match="rebuild"):
        broken.ask(FERRY)
