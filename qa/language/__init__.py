"""What words mean: quantities and units, and how much each term tells."""

from qa.language.terms import TermWeights, content_terms

__all__ = ["TermWeights", "content_terms"]
