"""How much each term of a question tells: rare words more than common ones."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from index.lexical import LexicalIndex, terms


@dataclass(frozen=True, slots=True)
class TermWeights:
    """Terms of a question and the weight of each.

    Attributes:
        weights: Term to inverse document frequency, as in BM25 (Robertson and Zaragoza, 2009).
    """

    weights: dict[str, float]

    @classmethod
    def of(cls, text: str, lexical: LexicalIndex) -> "TermWeights":
        """Weighs the terms of a text by how few rows of an index hold them."""
        rows = len(lexical)
        frequencies = {term: lexical.frequency(term) for term in dict.fromkeys(terms(text))}
        return cls({term: math.log(1 + (rows - n + 0.5) / (n + 0.5)) for term, n in frequencies.items()})

    @property
    def total(self) -> float:
        """Sum of all weights."""
        return sum(self.weights.values())

    def sum(self, words: Iterable[str]) -> float:
        """Returns the summed weight of those terms of the question that are among these words."""
        present = set(words)
        return sum(weight for term, weight in self.weights.items() if term in present)
