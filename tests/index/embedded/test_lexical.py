import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from index.chunks.chunk import Chunk
from index.embedded.lexical import LexicalIndex
from index.embedded.lexical_writer import LexicalWriter, copy_words
from index.errors import CorruptIndex
from index.search.analysis import terms
from index.search.other_form import OtherForm
from tests.conftest import COURIER
from tests.index.catalog.test_catalog import halves
from tests.index.generation.test_publish import digests
from tests.index.store.test_full_disk import room_for

TALKS = Article("talks", "Quay Courier", "Envoys meet again", "", "talks.md", "t", authors=("Ines Rask",))
FERRY = Article("ferry", "Harbour Post", "Last crossing", "", "ferry.md", "f")

TEXTS = (
    "The negotiations in Geneva lasted two hours.",
    "Negotiators were negotiating a ceasefire; Zoë Müller called it naïve.",
    "The ferry was a peace boat. Talks were not held on it.",
    "Peace talks resumed. The second day was short.",
    "Talks about peace, the ferry and the harbour.",
)


def written(folder: Path, texts: Sequence[str] = TEXTS, article: Article = TALKS) -> Path:
    writer = LexicalWriter(folder)
    for row, text in enumerate(texts):
        writer.add(row, article, Chunk(article.article_id, 0, len(text), text))
    writer.commit()
    return folder


@pytest.fixture
def words(tmp_path: Path) -> LexicalIndex:
    return LexicalIndex.open(written(tmp_path / "words"))


def rows_of(words: LexicalIndex, text: str, *phrases: str, rows: Sequence[int] | None = None) -> set[int]:
    only = None if rows is None else np.array(rows, dtype=np.int64)
    return {hit.row for hit in words.search(text, 10, only, phrases)}


def test_text_becomes_lower_case_stems_without_accents() -> None:
    assert terms("The NEGOTIATORS' naïve Müller-talks, in 2026!") == [
        "the", "negoti", "naiv", "muller", "talk", "in", "2026"
    ]  # fmt: skip


def test_words_of_one_stem_find_each_other(words: LexicalIndex) -> None:
    assert rows_of(words, "negotiated") == {0, 1}


@pytest.mark.parametrize("spelled", ["Zoe Muller", "ZOË MÜLLER", "zoë muller"])
def test_accents_and_case_make_no_difference(words: LexicalIndex, spelled: str) -> None:
    assert rows_of(words, spelled) == {1}


def test_no_word_is_required_and_more_of_them_rank_higher(words: LexicalIndex) -> None:
    hits = words.search("the second day of peace talks", 10)
    assert hits[0].row == 3
    assert {hit.row for hit in hits} == {0, 2, 3, 4}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_phrase_must_stand_side_by_side(words: LexicalIndex) -> None:
    assert rows_of(words, "", "peace talks") == {3}
    assert rows_of(words, "ferry", "peace talks") == {3}
    assert rows_of(words, "", "peace") == {2, 3, 4}
    assert rows_of(words, "", "peace talks", "Geneva") == set()


def test_a_phrase_is_compared_by_stems_as_everything_is(words: LexicalIndex) -> None:
    assert rows_of(words, "", "Peace talk") == {3}


@pytest.mark.parametrize("text", ["Quay Courier", "envoys", "Rask"])
def test_outlet_headline_and_authors_find_a_passage(words: LexicalIndex, text: str) -> None:
    assert rows_of(words, text) == {0, 1, 2, 3, 4}


def test_a_phrase_is_never_found_in_what_is_not_the_text(words: LexicalIndex) -> None:
    assert rows_of(words, "", "Quay Courier") == set()


@pytest.mark.parametrize("text", ["", " ", "?!", "\x00", "—"])
def test_a_question_without_words_finds_nothing(words: LexicalIndex, text: str) -> None:
    assert rows_of(words, text) == set()
    assert rows_of(words, text, rows=[0, 1]) == set()


@pytest.mark.parametrize("text", ["talks AND (", "body:talks", "talks^9", '"talks', "-talks", "row:0 OR *"])
def test_no_character_of_a_question_is_an_operator(words: LexicalIndex, text: str) -> None:
    assert rows_of(words, text) >= {2, 3, 4} or "talk" not in terms(text)
    assert 0 not in rows_of(words, text)


def test_a_word_is_counted_by_the_passages_that_hold_it(words: LexicalIndex) -> None:
    assert [words.frequency(term) for term in ("peac", "ferri", "courier", "nowhere")] == [3, 2, 0, 0]


@pytest.mark.parametrize("limit", [20_000, 1], ids=["asked with the query", "filtered after it"])
def test_only_the_rows_asked_for_are_found(words: LexicalIndex, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.embedded.lexical.TERM_SET_LIMIT", limit)
    assert rows_of(words, "peace talks", rows=[2, 4]) == {2, 4}
    assert rows_of(words, "peace talks", rows=[0, 1]) == set()
    assert rows_of(words, "", "peace talks", rows=[2, 3]) == {3}
    assert rows_of(words, "", "peace talks", rows=[2, 4]) == set()
    assert rows_of(words, "peace talks", rows=[4, 99]) == {4}


def test_no_rows_asked_for_gives_no_hits(words: LexicalIndex) -> None:
    assert rows_of(words, "peace talks", rows=[]) == set()


@settings(max_examples=30)  # each writes an index to the disk
@given(
    texts=st.lists(st.lists(st.sampled_from(["ferry", "bridge", "talks"]), max_size=4), min_size=1, max_size=30),
    limit=st.integers(1, 12),
    data=st.data(),
)
def test_both_ways_to_keep_to_some_rows_give_the_same_hits(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], limit: int, data: st.DataObject
) -> None:
    allowed = (
        data.draw(st.lists(st.sampled_from(range(len(texts))), min_size=2, unique=True)) if len(texts) > 1 else [0]
    )
    folder = written(tmp_path_factory.mktemp("words"), [" ".join(words) for words in texts], FERRY)
    words, only = LexicalIndex.open(folder), np.array(sorted(allowed), dtype=np.int64)
    with pytest.MonkeyPatch.context() as patch:
        within = words.search("ferry bridge", limit, only)
        patch.setattr("index.embedded.lexical.TERM_SET_LIMIT", 0)
        after = words.search("ferry bridge", limit, only)
    assert [hit.score for hit in after] == pytest.approx([hit.score for hit in within])
    assert {hit.row for hit in after} <= set(allowed)


def test_rows_that_are_removed_are_found_no_more_and_the_others_stay(tmp_path: Path) -> None:
    folder = written(tmp_path / "words")
    writer = LexicalWriter(folder)
    writer.remove([1, 3, 99])
    writer.remove([])
    writer.commit()
    words = LexicalIndex.open(folder)
    assert len(words) == 3
    assert rows_of(words, "negotiated peace talks") == {0, 2, 4}


def test_nothing_shows_until_it_is_committed(tmp_path: Path) -> None:
    folder = written(tmp_path / "words")
    writer = LexicalWriter(folder)
    writer.add(9, FERRY, Chunk("ferry", 0, 7, "quetzal"))
    writer.remove([0])
    assert rows_of(LexicalIndex.open(folder), "quetzal negotiations") == {0, 1}
    writer.commit()
    assert rows_of(LexicalIndex.open(folder), "quetzal negotiations") == {9, 1}


def test_an_open_index_goes_on_answering_from_what_it_opened(tmp_path: Path) -> None:
    folder = written(tmp_path / "words")
    words = LexicalIndex.open(folder)
    writer = LexicalWriter(folder)
    writer.remove(range(len(TEXTS)))
    writer.commit()
    assert rows_of(words, "negotiated") == {0, 1}


def test_a_change_adds_files_and_leaves_those_of_older_passages_as_they_were(tmp_path: Path) -> None:
    folder = written(tmp_path / "words")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix not in (".json", ".lock")}
    assert {".store", ".term", ".idx"} <= {Path(name).suffix for name in before}
    writer = LexicalWriter(folder)
    writer.add(9, FERRY, Chunk("ferry", 0, 7, "quetzal"))
    writer.remove([0])
    writer.commit()
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert before.items() <= after.items()
    assert len(after) > len(before)


@pytest.mark.parametrize("text", ["", "\x00\x00", "x" * 100_000, "a " * 50_000, "😀" * 1000, "\ud7ff\U0010ffff"])
def test_any_text_can_be_added_and_asked_for(tmp_path: Path, text: str) -> None:
    words = LexicalIndex.open(written(tmp_path / "words", [text, "ferry"]))
    assert len(words) == 2
    words.search(text, 5, phrases=[text[:200]])
    assert rows_of(words, "ferry") == {1}


@pytest.mark.parametrize("damage", ["missing", "empty", "damaged"])
def test_a_missing_or_damaged_index_is_named(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "words"
    if damage == "empty":
        folder.mkdir()
    elif damage == "damaged":
        (written(folder) / "meta.json").write_text("{}")
    with pytest.raises(CorruptIndex, match=r"words cannot be read: .+\. Run `dateline index --rebuild`"):
        LexicalIndex.open(folder)


def test_a_copy_of_the_words_changes_without_changing_the_old_one(tmp_path: Path) -> None:
    writer = LexicalWriter(tmp_path / "old")
    chunks = halves(COURIER)
    for row, chunk in enumerate(chunks):
        writer.add(row, COURIER, chunk)
    writer.commit()
    before = digests(tmp_path / "old")
    copy_words(tmp_path / "old", tmp_path / "new")
    assert digests(tmp_path / "new") == before
    copy = LexicalWriter(tmp_path / "new")
    copy.remove([0])
    copy.add(7, COURIER, chunks[0])
    copy.commit()
    assert digests(tmp_path / "old") == before
    found = {folder: LexicalIndex.open(tmp_path / folder).search("ferry", 10) for folder in ("old", "new")}
    assert 0 in {hit.row for hit in found["old"]}
    assert {hit.row for hit in found["new"]} & {0, 7} == {7}


def test_all_rows_with_a_term_are_known(words: LexicalIndex) -> None:
    assert sorted(words.rows_with("ferri")) == [2, 4]
    assert sorted(words.rows_with("negoti")) == [0, 1]
    assert words.rows_with("rask").tolist() == []  # an author is no word of the text


def test_another_form_finds_what_the_words_find(tmp_path: Path) -> None:
    texts = (
        "The NCTA struck.",
        "The North Coast Transport Authority met.",
        "Transport to the north coast.",
        "It rained.",
    )
    index = LexicalIndex.open(written(tmp_path / "words", texts))
    short, long = tuple(terms("NCTA")), tuple(terms("North Coast Transport Authority"))
    for text, form in (
        ("NCTA", OtherForm(short, long, 0.3)),
        ("North Coast Transport Authority", OtherForm(long, short, 4.0)),
    ):
        found = [hit.row for hit in index.search(text, 10, forms=(form,))]
        assert set(found[:2]) == {0, 1}
        assert found[2:] == ([] if text == "NCTA" else [2])
    assert [hit.row for hit in index.search("NCTA rained", 10)] == [
        hit.row for hit in index.search("NCTA rained", 10, forms=(OtherForm(tuple(terms("ferry")), long),))
    ]


def test_a_row_that_holds_both_forms_counts_once(tmp_path: Path) -> None:
    texts = ("An email came.", "A mail by the name of email came, and email.", "Nothing came.")
    index = LexicalIndex.open(written(tmp_path / "words", texts))
    form = OtherForm(tuple(terms("email")), tuple(terms("mail")), 1.0)
    plain, both = index.search("email", 10), index.search("email", 10, forms=(form,))
    assert [hit.row for hit in both] == [hit.row for hit in plain]
    alone = {hit.row: hit.score for hit in (*plain, *index.search("mail", 10))}
    assert all(hit.score == pytest.approx(max(alone[hit.row], hit.score)) for hit in both)
    assert max(hit.score for hit in both) < sum(hit.score for hit in (*plain, *index.search("mail", 10)))


@pytest.mark.parametrize("size", [0, 100, 1_000])
def test_what_finds_no_room_is_an_error_of_the_system(tmp_path: Path, size: int) -> None:
    with room_for(size), pytest.raises(OSError, match=re.escape(str(tmp_path / "words"))):
        written(tmp_path / "words", TEXTS * 100)
