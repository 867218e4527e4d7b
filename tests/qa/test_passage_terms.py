from hypothesis import given
from hypothesis import strategies as st

from index.chunk import Chunk
from qa.passage_terms import PassageTerms, by_row
from qa.term_weights import content_terms

TEXT = "The ferry stops. Who pays? Fourteen people wait."


def test_each_sentence_has_the_content_terms_of_its_own_words() -> None:
    passage = PassageTerms(Chunk("a", 300, 300 + len(TEXT), TEXT))
    assert [TEXT[start:end] for start, end in passage.spans] == [
        "The ferry stops.",
        "Who pays?",
        "Fourteen people wait.",
    ]
    assert passage.sentences == [frozenset(content_terms(TEXT[start:end])) for start, end in passage.spans]
    assert passage.words == ["ferri", "stop", "pay", "fourteen", "peopl", "wait"]


@given(st.lists(st.sampled_from([*"aB7. !?\n“”’é", "ferry ", "Mr. ", "U.S. "]), max_size=30).map("".join))
def test_the_sentences_of_a_passage_hold_all_its_terms_and_no_other(text: str) -> None:
    passage = PassageTerms(Chunk("a", 0, len(text), text))
    assert frozenset().union(*passage.sentences) == frozenset(passage.words)


def test_passages_are_told_apart_by_their_row() -> None:
    chunks = {4: Chunk("a", 0, 5, "Ferry"), 2: Chunk("b", 0, 6, "Bridge")}
    passages = by_row(chunks.items())
    assert {row: passage.chunk for row, passage in passages.items()} == chunks
    assert {row: passage.words for row, passage in passages.items()} == {4: ["ferri"], 2: ["bridg"]}
