"""What is known and doubtful about each article of a corpus, before anything is indexed."""

from corpus.check.findings import Check, check_corpus

__all__ = ["Check", "check_corpus"]
