"""Finds the rows whose text or headline holds some words: all of them, without ranking."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import tantivy
from numpy.typing import NDArray

from index.search.lexical import LexicalIndex, schema, words_as_written

_TEXTS = ("body", "title")


def holding(lexical: LexicalIndex, words: Sequence[str]) -> NDArray[np.int64]:
    """Returns the rows that hold some terms side by side, in their order."""
    return _union(lexical, (_phrase(field, words) for field in _TEXTS))


def beginning(lexical: LexicalIndex, letters: str) -> NDArray[np.int64]:
    """Returns the rows that hold a word that begins with some letters, whatever its case, accents and stem."""
    folded = "".join(words_as_written(letters))
    if not folded:  # longer than any word that is indexed
        return np.empty(0, dtype=np.int64)
    return lexical.rows(tantivy.Query.regex_query(schema(), "written", f"{folded}.*"))


def perhaps_near(lexical: LexicalIndex, words: Sequence[str], others: int) -> NDArray[np.int64]:
    """Returns the rows that may hold some terms, in any order, with at most so many others among them.

    For each of them `are_near` has the last word: tantivy's own distance takes one word for two, and loses orders of
    three.
    """
    first, apart = words[0], others + len(words) - 2
    pairs = [(first, word) for word in dict.fromkeys(words) if word != first]
    return _union(
        lexical,
        (
            tantivy.Query.boolean_query([(tantivy.Occur.Must, _pair(field, pair, apart)) for pair in pairs])
            if pairs
            else _phrase(field, [first])
            for field in _TEXTS
        ),
    )


def are_near(wanted: Sequence[str], found: Sequence[str], others: int) -> bool:
    """Says whether some terms stand among those of a text, in any order, with at most so many others among them."""
    missing, window = Counter(wanted), len(wanted) + others
    for at, word in enumerate(found):
        missing[word] -= 1
        if at >= window:
            missing[found[at - window]] += 1
        if all(missing[one] <= 0 for one in wanted):
            return True
    return False


def _phrase(field: str, words: Sequence[str]) -> tantivy.Query:
    if len(words) == 1:
        return tantivy.Query.term_query(schema(), field, words[0], "basic")
    return tantivy.Query.phrase_query(schema(), field, [*words])


def _pair(field: str, pair: tuple[str, str], apart: int) -> tantivy.Query:
    return tantivy.Query.boolean_query(
        [
            (tantivy.Occur.Should, tantivy.Query.phrase_query(schema(), field, [*order], apart))
            for order in (pair, pair[::-1])
        ]
    )


def _union(lexical: LexicalIndex, queries: Iterable[tantivy.Query]) -> NDArray[np.int64]:
    return np.unique(np.concatenate([lexical.rows(query) for query in queries]))
