"""Other forms of words: what articles themselves spell out, how a word may be written, what a slip may stand for."""

from index.forms.acronyms import Acronym, find_acronyms
from index.forms.words import Word, foldings, words_of

__all__ = ["Acronym", "Word", "find_acronyms", "foldings", "words_of"]
