from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from index.embedded.lexical import LexicalIndex
from index.embedded.lexical_writer import LexicalWriter
from index.search.analysis import are_near, terms
from tests.conftest import COURIER

TEXTS = (
    "The government of Ostrand governs.",
    "A county council met. The mayor of the county spoke before the council.",
    "Die Überfahrt der Fähre kostet 9 Kronen.",
    "Operational costs of the ferry, the ferry and the ferry.",
)


@pytest.fixture
def lexical(tmp_path: Path) -> LexicalIndex:
    """Row 2 is under the headline "Winter boats to Osk", of Ferry News."""
    writer = LexicalWriter(tmp_path / "words")
    for row, text in enumerate(TEXTS):
        article = replace(COURIER, title="Winter boats to Osk" if row == 2 else "", outlet="Ferry News", authors=())
        writer.add(row, article, Chunk(article.article_id, 0, len(text), text))
    writer.commit()
    return LexicalIndex.open(tmp_path / "words")


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("council", [1]),
        ("councils", [1]),
        ("the", [0, 1, 3]),
        ("FAHRE", [2]),
        ("county council", [1]),
        ("council county", []),
        ("winter boat", [2]),  # of the headline
        ("Osk Die", []),  # not across headline and text
        ("the ferry", [3]),
        ("ferry ferry", []),
        ("news", []),  # the outlet is no word of the article
        ("zebra", []),
    ],
)
def test_rows_hold_terms_side_by_side_in_text_or_headline(lexical: LexicalIndex, words: str, rows: list[int]) -> None:
    assert lexical.holding(terms(words)).tolist() == rows


@pytest.mark.parametrize(
    ("letters", "rows"),
    [
        ("gov", [0]),
        ("governm", [0]),  # the stem is "govern"
        ("governs", [0]),
        ("operationa", [3]),
        ("UBERF", [2]),
        ("überf", [2]),
        ("boats", [2]),  # of the headline
        ("ferries", []),
        ("news", []),
        ("9", [2]),
        ("x" * 100, []),
    ],
)
def test_rows_hold_a_word_that_begins_with_the_letters_whatever_its_stem(
    lexical: LexicalIndex, letters: str, rows: list[int]
) -> None:
    assert lexical.beginning(letters).tolist() == rows


@pytest.mark.parametrize(
    ("words", "others", "rows"),
    [
        ("county council", 0, {1}),
        ("council county", 0, {1}),
        ("mayor council", 1, set()),
        ("mayor council", 2, {1}),
        ("council mayor spoke", 8, {1}),
        ("ferry ferry ferry", 3, {3}),
        ("boat winter", 0, {2}),
        ("ostrand council", 100, set()),
    ],
)
def test_what_may_be_near_holds_all_that_is_near(
    lexical: LexicalIndex, words: str, others: int, rows: set[int]
) -> None:
    wanted = terms(words)
    found = {
        row
        for row in lexical.perhaps_near(wanted, others).tolist()
        if any(are_near(wanted, terms(text), others) for text in (TEXTS[row], "Winter boats to Osk" * (row == 2)))
    }
    assert found == rows


WORD = st.sampled_from("abc")


@given(st.lists(WORD, min_size=1, max_size=3), st.lists(WORD, max_size=9), st.integers(0, 4))
def test_words_are_near_where_a_short_enough_piece_holds_them_all(
    wanted: list[str], text: list[str], others: int
) -> None:
    width = len(wanted) + others
    pieces = [text[at : at + width] for at in range(max(1, len(text) - width + 1))]
    orders = list(permutations(wanted))
    plain = any(_in_order(order, piece) for piece in pieces for order in orders)
    assert are_near(wanted, text, others) is plain


def _in_order(words: tuple[str, ...], piece: list[str]) -> bool:
    left = iter(piece)
    return all(word in left for word in words)
