"""What words mean: days and periods, quantities and units, and how much each term tells."""

from qa.language.periods import Days
from qa.language.terms import TermWeights, content_terms

__all__ = ["Days", "TermWeights", "content_terms"]
