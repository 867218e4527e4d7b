"""An article in pieces that fit the encoder's window."""

from index.chunks.chunk import Chunk
from index.chunks.split import split_article
from index.chunks.tokenizer import load_tokenizer

__all__ = ["Chunk", "load_tokenizer", "split_article"]
