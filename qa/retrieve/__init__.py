"""The rows of an index that fit a question, best first."""

from qa.retrieve.fuse import Candidate
from qa.retrieve.passages import PassageCache, PassageTerms
from qa.retrieve.search import retrieve

__all__ = ["Candidate", "PassageCache", "PassageTerms", "retrieve"]
