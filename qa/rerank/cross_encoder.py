"""Any cross-encoder of sentence-transformers in the place of the reader.

Imports torch, which takes seconds: only `qa.rerank.door` imports this module, and only when it is needed.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import CrossEncoder
from transformers.utils import logging as transformers_logging

from index.errors import ModelUnusable
from qa.rerank.reranker import Logits, Window

transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # it has no annotations
transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # it has no annotations


class CrossEncoderReranker:
    """A `qa.rerank.reranker.Reranker` on sentence-transformers, on the GPU where there is one."""

    def __init__(self, folder: Path, name: str) -> None:
        """Loads the model (seconds).

        Args:
            folder: A cross-encoder.
            name: As the user named it.

        Raises:
            ModelUnusable: When it is none, or gives more than one number.
        """
        try:
            self._model = CrossEncoder(str(folder), local_files_only=True)
        except Exception as error:  # torch and transformers raise many kinds
            raise ModelUnusable(f"{name} cannot be loaded as a cross-encoder: {error}") from error
        if self._model.num_labels != 1:
            raise ModelUnusable(
                f"{name} gives {self._model.num_labels} numbers for a text; give a cross-encoder for ranking, "
                "which gives one."
            )
        self.identity = name

    def read(self, question: str, windows: Sequence[Window]) -> Logits:
        """Reads each sentence with its headline and neighbours; see `qa.rerank.reranker.Reranker.read`."""
        if not windows:
            return np.empty(0, dtype=np.float32)
        pairs = [(question, _text(window)) for window in windows]
        found = self._model.predict(pairs, activation_fn=torch.nn.Identity(), show_progress_bar=False)
        return np.asarray(found, dtype=np.float32).reshape(-1)


def _text(window: Window) -> str:
    parts = (window.headline, window.before, window.sentence, window.after)
    return "\n".join(part for part in parts if part)
