"""Texts to vectors: the encoder, where its model comes from, and how that is converted."""

from index.encode.encoder import Encoder, Vector
from index.encode.load import load_encoder

__all__ = ["Encoder", "Vector", "load_encoder"]
