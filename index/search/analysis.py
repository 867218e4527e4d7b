"""What turns a text into the words that are searched: the same for whatever holds them."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import tantivy

from index.search.spelling import one_spelling

_SHORT = 500  # code points of a text whose terms are kept


@cache
def analyzer() -> tantivy.TextAnalyzer:
    """Returns what turns text into terms: words in lower case, without accents, cut to their English stems."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(60))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


@cache
def as_written() -> tantivy.TextAnalyzer:
    """Returns what turns text into words as they are written, but in lower case and without accents."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(60))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


def words_as_written(text: str) -> list[str]:
    """Returns the words of a text in order, in lower case and without accents."""
    return list(as_written().analyze(text))


def terms(text: str) -> list[str]:
    """Returns the terms of a text in order, as they are indexed."""
    return list(_short(text) if len(text) <= _SHORT else _analyzed(text))


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


def _analyzed(text: str) -> Sequence[str]:
    return analyzer().analyze(one_spelling(text))


@lru_cache(1024)
def _short(text: str) -> Sequence[str]:
    """Analyses a question or a part of it, which is needed many times for one answer."""
    return tuple(_analyzed(text))
