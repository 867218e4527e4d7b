"""Texts to vectors: the encoder, where its model comes from, and how that is converted."""
