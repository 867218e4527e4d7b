from collections import Counter

import numpy as np

from index.catalog.schema import unpack
from index.generation.engine import Encoded
from index.lance.row import count_words, rows_of
from index.lance.table import schema, vectors_of
from tests.conftest import COURIER, LEDGER, FakeEncoder
from tests.index.lance.shelf import chunks_of

ENCODER = FakeEncoder(dimension=16)
PASSAGES = [
    Encoded(row, article, chunk, ENCODER.encode([chunk.text])[0], ENCODER.encode(chunk.text.split(". ")))
    for row, (article, chunk) in enumerate((one, chunk) for one in (COURIER, LEDGER) for chunk in chunks_of(one))
]
ROWS = rows_of(PASSAGES, {COURIER.article_id: 5, LEDGER.article_id: 6}, 16)


def test_a_row_has_all_that_is_filtered_by() -> None:
    assert ROWS.schema == schema(16)
    first, last = ROWS.slice(0, 1).to_pylist()[0], ROWS.slice(2, 1).to_pylist()[0]
    assert [first[name] for name in ("row", "number", "outlet", "published", "authors")] == [
        0, 5, "Quay Courier", COURIER.published, ["Ines Rask", "Tom Oduya"]
    ]  # fmt: skip
    assert [last[name] for name in ("row", "number", "published", "authors")] == [2, 6, None, []]


def test_vectors_and_those_of_sentences_come_back() -> None:
    assert np.array_equal(vectors_of(ROWS), np.stack([one.vector for one in PASSAGES]))
    for one, packed in zip(PASSAGES, ROWS["sentences"].to_pylist(), strict=True):
        cosines = (unpack(packed, 16) * one.sentences).sum(axis=1)
        assert len(cosines) == len(one.sentences)
        assert cosines.min() > 0.999


def test_words_are_terms_and_those_of_the_head_count_with_the_text_only_where_they_should() -> None:
    row = ROWS.slice(1, 1).to_pylist()[0]
    assert row["title"] == "marlin ferri stop for good"
    assert "courier" in row["all"].split()
    assert "rask" in row["all"].split()
    assert "courier" not in row["body"].split()
    assert row["all"].endswith(row["body"])
    assert " ferry " in row["written"]
    assert row["written"].startswith(" marlin")


def test_words_are_counted_once_in_each_row() -> None:
    counts = count_words(ROWS)
    assert counts["ferri"] == 1  # of the text; the headline is no part of it
    assert counts[" ferry"] == 2
    assert counts["the"] == 3
    assert counts["courier"] == counts[""] == counts[" "] == 0
    assert counts == sum((count_words(ROWS.slice(at, 1)) for at in range(3)), Counter())
