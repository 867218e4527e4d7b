"""The two searches, by meaning and by words: each finds rows."""

from index.search.dense import DenseIndex
from index.search.hit import Hit
from index.search.lexical import LexicalIndex, terms
from index.search.other_form import OtherForm

__all__ = ["DenseIndex", "Hit", "LexicalIndex", "OtherForm", "terms"]
