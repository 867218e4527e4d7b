"""The store of one machine: vectors in FAISS, words in tantivy, in the folder of each generation."""

from index.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
