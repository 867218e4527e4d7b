"""Tells whether figures that nobody asked for are of one thing: by the day, the names and the words around them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from qa.figures.grouping import GivenFigure
from qa.figures.roles import DOWN, UP
from qa.language import TermWeights, content_terms

# Chosen on `sources`, `sample` and pairs of figures of MultiHop-RAG; see benchmarks/README.md. Figures are of one thing
# where their articles appeared at about the same time, name somebody or something in common, and their sentences are
# alike in meaning, or less so and share their rarer words.
SAME_TIME = timedelta(days=10)
SAME_DAY = timedelta(days=2)  # for how much something rose or fell
ALIKE = 0.6  # cosine of the sentences
NEARLY_ALIKE = 0.35
SHARED = 0.33  # of the weight of their words
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Kinship:
    """Tells whether two sentences speak of one thing.

    Attributes:
        weigh: Weighs the terms of a text.
    """

    weigh: Callable[[str], TermWeights]

    def related(self, one: GivenFigure, other: GivenFigure) -> bool:
        """Says whether two sentences speak of one thing."""
        return at_the_same_time(one, other) and self.named(one, other) and self._alike(one, other)

    def named(self, one: GivenFigure, other: GivenFigure) -> bool:
        """Says whether two sentences, or the headlines above them, name somebody or something in common."""
        return bool(self._names(one) & self._names(other))

    def _alike(self, one: GivenFigure, other: GivenFigure) -> bool:
        cosine = float(one.vector @ other.vector)
        # Money is too much alike: a sentence on one company's sales is near to one on another's.
        if cosine < NEARLY_ALIKE or (cosine >= ALIKE and one.figure.kind != "money"):
            return cosine >= ALIKE
        terms = [set(content_terms(given.quote.text)) for given in (one, other)]
        shares = (self.weigh(one.quote.text).share(terms[1]), self.weigh(other.quote.text).share(terms[0]))
        return sum(shares) / 2 >= SHARED

    def _names(self, given: GivenFigure) -> set[str]:
        """Returns the terms written with a capital letter in a sentence and in the headline above it."""
        words = _CAPITAL.findall(f"{given.quote.citation.title} {given.quote.text}")
        return set(content_terms(" ".join(words)))


def at_the_same_time(one: GivenFigure, other: GivenFigure) -> bool:
    """Says whether the articles of two figures appeared at about the same time, as far as that is known."""
    days = [given.quote.citation.published for given in (one, other)]
    apart = SAME_DAY if one.figure.role in (UP, DOWN) else SAME_TIME
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= apart
