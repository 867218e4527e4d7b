"""Texts to vectors."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]  # of one vector, or of several as rows


@dataclass(frozen=True, slots=True)
class Encoded:
    """Texts and parts of them as vectors.

    Attributes:
        texts: Shape (number of texts, dimension), float32, rows of length 1.
        parts: For each text the vectors of its parts, shape (number of its parts, dimension), likewise.
    """

    texts: Vector
    parts: list[Vector]


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

    def encode(self, texts: Sequence[str]) -> Vector:
        """Encodes texts: an array of shape (len(texts), dimension), rows of length 1."""
        ...

    def encode_parts(
        self,
        texts: Sequence[str],
        parts: Sequence[Sequence[tuple[int, int]]],
        progress: Callable[[int], None] | None = None,
    ) -> Encoded:
        """Encodes texts and, in the same run of the model, parts of them.

        The vector of a part is the mean of the vectors that its word pieces have inside the whole text ("late
        chunking", Günther et al. 2024, arXiv 2409.04701): a sentence that says "he" is near a question that names him,
        and nothing is encoded twice.

        Args:
            texts: Any number of texts.
            parts: For each text spans of it, as offsets.
            progress: Called with the number of texts just finished.
        """
        ...
