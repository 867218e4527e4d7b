"""How much each term of a question tells: rare words more than common ones."""

import math
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from index.lexical import LexicalIndex, terms


@dataclass(frozen=True, slots=True)
class TermWeights:
    """Terms of a question and the weight of each.

    Attributes:
        weights: Term to inverse document frequency, as in BM25 (Robertson and Zaragoza, 2009).
        pairs: Terms side by side in the question, with the weight of the rarer one.
    """

    weights: dict[str, float]
    pairs: dict[tuple[str, str], float]

    @classmethod
    def of(cls, text: str, lexical: LexicalIndex) -> "TermWeights":
        """Weighs the terms of a text by how few rows of an index hold them."""
        rows, words = len(lexical), terms(text)
        frequencies = {term: lexical.frequency(term) for term in dict.fromkeys(words)}
        weights = {term: math.log(1 + (rows - n + 0.5) / (n + 0.5)) for term, n in frequencies.items()}
        return cls(weights, {(a, b): max(weights[a], weights[b]) for a, b in pairwise(words)})

    def share(self, words: Set[str]) -> float:
        """Returns the share of the question's weight that stands among these words, 0 to 1."""
        total = sum(self.weights.values())
        return sum(weight for term, weight in self.weights.items() if term in words) / total if total else 0.0

    def pair_share(self, words: Sequence[str]) -> float:
        """Returns the share of the weight of the question's pairs that stand side by side in a text, 0 to 1."""
        total = sum(self.pairs.values())
        there = self.pairs.keys() & set(pairwise(words))
        return sum(self.pairs[pair] for pair in there) / total if total else 0.0
