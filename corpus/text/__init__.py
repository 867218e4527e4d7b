"""Letters: bytes to text, invisible characters, sentences, and texts in one form to be compared."""

from corpus.text.characters import clean_line
from corpus.text.decoding import decode
from corpus.text.folding import squash
from corpus.text.sentences import sentence_spans

__all__ = ["clean_line", "decode", "sentence_spans", "squash"]
