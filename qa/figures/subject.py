"""What a question asks a figure of, and whether a figure's own words say that it is of that."""

import re
from dataclasses import dataclass

from qa.figures.bound import PLAIN, Bound, names_of, numbers_in, terms_of

# Names of days are no names of things.
_OCCASION = re.compile(
    r"\b(?:Black Friday|Cyber Monday|(?:Amazon )?Prime Day|Christmas|Easter|New Year(?:['’]s)?(?: Eve| Day)?|"
    r"Thanksgiving)\b"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a question that say what a figure is asked of.

    Attributes:
        terms: Their terms.
        names: Those of them that are names or years.
    """

    terms: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, question: str, counted: frozenset[str]) -> "Subject":
        """Reads a question.

        Args:
            question: What is searched for.
            counted: Terms of what is counted: they tell what the figure is, not of whom.
        """
        text = _OCCASION.sub(" ", question)
        return cls(terms_of(text) - counted - PLAIN, names_of(text, text) - counted)

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers of its names, as in "Pixel 8"."""
        return numbers_in(self.names)

    def owns(self, bound: Bound) -> bool:
        """Says whether a figure is of the subject, as far as the figures beside it tell: it is so more than they."""
        if not bound.beside:
            return True
        own = self._fit(bound)
        return own > max(map(self._fit, bound.beside))

    def is_outdone(self, bound: Bound) -> bool:
        """Says whether a figure beside another one is less of the subject than that one."""
        return any(self._fit(rival) > self._fit(bound) for rival in bound.beside)

    def _fit(self, bound: Bound) -> float:
        """Returns which share of a figure's own words are those of the subject; of nothing else speaks the one of 1."""
        if bound.listed or not bound.terms:
            return 0.0
        return len(bound.terms & self.terms) / len(bound.terms)
