from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from index.errors import CorruptIndex
from index.search import Selection
from index.store import open_snapshot
from qa.language.terms import content_terms
from qa.retrieve.passages import PassageCache, PassageTerms
from tests.conftest import FakeEncoder, in_sentences

TEXT = "The ferry stops. Who pays? Fourteen people wait."


def test_each_sentence_has_the_content_terms_of_its_own_words() -> None:
    passage = in_sentences(Chunk("a", 300, 300 + len(TEXT), TEXT))
    assert [TEXT[start:end] for start, end in passage.spans] == [
        "The ferry stops.",
        "Who pays?",
        "Fourteen people wait.",
    ]
    assert passage.places == {"ferri": (0,), "stop": (0,), "pay": (1,), "14": (2,), "peopl": (2,), "wait": (2,)}
    assert passage.words == ["ferri", "stop", "pay", "14", "peopl", "wait"]


@given(st.lists(st.sampled_from([*"aB7. !?\n“”’é", "ferry ", "Mr. ", "U.S. "]), max_size=30).map("".join))
def test_the_sentences_of_a_passage_hold_all_its_terms_and_no_other(text: str) -> None:
    passage = in_sentences(Chunk("a", 0, len(text), text))
    held = [content_terms(text[start:end]) for start, end in passage.spans]
    assert passage.places == {term: tuple(i for i, own in enumerate(held) if term in own) for term in passage.words}


def test_each_sentence_is_as_near_as_its_own_vector() -> None:
    passage = in_sentences(Chunk("a", 0, len(TEXT), TEXT))
    [vector] = FakeEncoder().encode(["The ferry stops."])
    assert passage.nearness(vector).tolist() == pytest.approx([1, 0, 0], abs=0.01)


def test_vectors_of_other_sentences_are_a_damaged_index() -> None:
    passage = PassageTerms(Chunk("courier-1", 0, len(TEXT), TEXT), FakeEncoder().encode(["The ferry stops."]))
    with pytest.raises(CorruptIndex, match=r"1 vectors for the 3 sentences .*courier-1"):
        passage.nearness(passage.vectors[0])


def test_a_passage_is_read_once_and_kept_for_the_next_question(index: Path) -> None:
    snapshot = open_snapshot(index)
    rows = sorted(snapshot.catalog.rows(Selection(outlets=tuple(snapshot.catalog.outlets()))).tolist())  # type: ignore[union-attr]
    cache = PassageCache(snapshot.catalog, snapshot.dense)
    first = cache.read(rows[:2])
    assert {row: passage.chunk for row, passage in first.items()} == snapshot.catalog.chunks(rows[:2])
    again = cache.read([*rows[:3], 10_000])
    assert list(again) == rows[:3]
    assert all(again[row] is first[row] for row in rows[:2])


def test_no_more_is_kept_than_there_is_room_for(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = open_snapshot(index)
    monkeypatch.setattr("qa.retrieve.passages.PASSAGES_KEPT", 2)
    rows = snapshot.catalog.chunk_rows_of(snapshot.catalog.articles()[0].article_id)[:1]
    cache = PassageCache(snapshot.catalog, snapshot.dense)
    for row in (*rows, *range(1, 6), *rows):
        assert set(cache.read([row])) <= {row}
