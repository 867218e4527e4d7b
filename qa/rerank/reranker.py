"""The reranker: reads a question and sentences in their places together, and says how surely each one answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Logits = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence in its place.

    Attributes:
        headline: Of its article, empty when unknown.
        before: The sentence before it in its passage, empty for the first one.
        sentence: The sentence itself.
        after: The sentence after it, empty for the last one.
    """

    headline: str
    before: str
    sentence: str
    after: str


class Reranker(Protocol):
    """What answers need of a model that reads.

    Attributes:
        identity: Names the model.
    """

    identity: str

    def read(self, question: str, windows: Sequence[Window]) -> Logits:
        """Returns how surely each sentence answers a question, as logits.

        Args:
            question: The question.
            windows: Sentences in their places.

        Returns:
            Shape (number of windows,), float32; comparable inside one model only.
        """
        ...
