"""Texts to vectors."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """What the index needs of a model of meanings.

    Attributes:
        identity: Names the model and its weights; part of the index's fingerprint.
        dimension: Length of a vector.
        window: Longest input in word pieces, special tokens included; the rest would be cut off.
    """

    identity: str
    dimension: int
    window: int

    def count(self, texts: Sequence[str]) -> list[int]:
        """Counts word pieces of each text, special tokens included, without cutting anything off."""
        ...

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Encodes texts.

        Args:
            texts: Any number of texts.
            progress: Called with the number of texts just finished.

        Returns:
            Array of shape (len(texts), dimension), float32, rows of length 1.
        """
        ...
