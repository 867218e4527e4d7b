"""How much each term of a question tells: rare words more than common ones."""

import math
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from index.search import LexicalIndex, terms
from index.search.spelling import one_spelling

# Words that make a text a question or a sentence and say nothing of its subject. An index of few articles holds some
# of them so seldom that their rarity would outweigh the subject's.
FUNCTION_WORDS = frozenset(
    terms(
        "a about after against all also an and any are article as at be because been before being between both but by "
        "came can come could did do does doing during each for from further gave get give given go gone got had "
        "happen has have having he her here his how i if in indicate into is it its just long made make many may me "
        "might more most much must my no nor not of often on one or other our out over own report reported said say "
        "should so some such take taken than that the their them then there these they this those through to told "
        "tell too took under up was we went were what when where whether which while who whom whose why will with "
        "would you your"
    )
)


MOST_TERMS = 12  # different content terms of a question that asks for one thing


def content_terms(text: str) -> list[str]:
    """Returns the terms of a text in order, without the function words."""
    return [term for term in terms(text) if term not in FUNCTION_WORDS]


def is_long(text: str) -> bool:
    """Says whether a question has so many parts that a time in it is of one of them."""
    return len(set(content_terms(text))) > MOST_TERMS


def without_function_words(text: str) -> str:
    """Returns the words of a text that are no function words."""
    return " ".join(word for word in re.findall(r"\w+", one_spelling(text)) if content_terms(word))


@dataclass(frozen=True)
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
        rows, words = len(lexical), content_terms(text)
        frequencies = {term: lexical.frequency(term) for term in dict.fromkeys(words)}
        weights = {term: math.log(1 + (rows - n + 0.5) / (n + 0.5)) for term, n in frequencies.items()}
        pairs = {(a, b): max(weights[a], weights[b]) for a, b in pairwise(words)}
        return cls(weights, pairs)

    def share(self, words: Set[str]) -> float:
        """Returns the share of the question's weight that stands among these words, 0 to 1."""
        # In the order of the question: a sum in another order has another last digit.
        there = sum([weight for term, weight in self.weights.items() if term in words])
        return there / self._total if self._total else 0.0

    def shares(self, places: Mapping[str, Sequence[int]], sentences: int) -> list[float]:
        """Returns for each sentence of a text the share of the question's weight that stands in it, 0 to 1.

        Args:
            places: Terms of the text with the numbers of the sentences that hold them.
            sentences: How many sentences it has.
        """
        there = [0.0] * sentences
        for term, weight in self.weights.items():
            for number in places.get(term, ()):
                there[number] += weight
        return [weight / self._total for weight in there] if self._total else there

    def pair_share(self, pairs: Set[tuple[str, str]]) -> float:
        """Returns the share of the weight of the question's pairs that are among those of a text, 0 to 1."""
        # Not by intersection, which hashes all pairs of the text.
        there = sum([weight for pair, weight in self.pairs.items() if pair in pairs])
        return there / self._pair_total if self._pair_total else 0.0

    @cached_property
    def _total(self) -> float:
        return sum(self.weights.values())

    @cached_property
    def _pair_total(self) -> float:
        return sum(self.pairs.values())
