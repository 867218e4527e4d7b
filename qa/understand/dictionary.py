"""Which words are English: one that is spelled as it should be and stands in no article is no slip."""

from functools import cache

from spellchecker import SpellChecker


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker(language="en")  # 0.2 s, and only for a word that no article holds


def is_english(word: str) -> bool:
    """Says whether a word in lower case is one of the 160,000 of the dictionary; it has common names, too."""
    return word in _dictionary()
