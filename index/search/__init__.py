"""What is searched for, and the two searches, by meaning and by words: each finds rows."""

from index.search.analysis import terms
from index.search.hit import Hit
from index.search.other_form import OtherForm
from index.search.selection import ALL, Selection
from index.search.vectors import Vectors
from index.search.words import Frequencies, Words

__all__ = ["ALL", "Frequencies", "Hit", "OtherForm", "Selection", "Vectors", "Words", "terms"]
