"""The encoder on sentence-transformers: the fall-back for a model that cannot be converted.

Imports torch, which takes seconds: only `index.encode.load` imports this module, and only when it is needed.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

from index.encode.encoder import Encoded, Vector
from index.encode.late_chunking import part_vectors

transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # it has no annotations
transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # it has no annotations

BATCH = 32  # the default of sentence-transformers
SLICE = 8 * BATCH  # texts between two reports of progress: seconds, and enough to sort them by length


def load_model(folder: Path, device: str | None = None) -> SentenceTransformer:
    """Loads a sentence-transformers model from this machine, quietly; None chooses the fastest device."""
    return SentenceTransformer(str(folder), device=device, local_files_only=True)


class SentenceTransformerEncoder:
    """A sentence-transformers model as it is, on the GPU where there is one."""

    def __init__(self, folder: Path, identity: str) -> None:
        """Loads the model (4 to 8 s).

        Args:
            folder: A sentence-transformers model.
            identity: Names the model and its weights.
        """
        self._model = load_model(folder)
        self.identity = identity
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        self.window = int(self._model.max_seq_length or 512)

    def count(self, texts: Sequence[str]) -> list[int]:
        """Counts word pieces of each text, special tokens included, without cutting anything off."""
        if not texts:
            return []  # the tokenizer fails on none
        tokenizer = self._model.tokenizer
        return [len(ids) for ids in tokenizer(list(texts), truncation=False, verbose=False)["input_ids"]]

    def encode(self, texts: Sequence[str]) -> Vector:
        """Encodes texts; see `index.encode.encoder.Encoder.encode`."""
        return self.encode_parts(texts, [()] * len(texts)).texts

    def encode_parts(
        self,
        texts: Sequence[str],
        parts: Sequence[Sequence[tuple[int, int]]],
        progress: Callable[[int], None] | None = None,
    ) -> Encoded:
        """Encodes texts and parts of them; see `index.encode.encoder.Encoder.encode_parts`."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        of_parts: list[Vector] = []
        for first in range(0, len(texts), SLICE):
            slice_ = list(texts[first : first + SLICE])
            # The types say "str", but without a choice of output all of them come, a dictionary for each text.
            outputs: Any = self._model.encode(slice_, batch_size=BATCH, output_value=None, show_progress_bar=False)
            for number, output in enumerate(outputs, start=first):
                vector = np.asarray(output["sentence_embedding"].float().cpu())
                vectors[number] = vector / np.linalg.norm(vector)
                offsets = self._offsets(texts[number])
                pieces = np.asarray(output["token_embeddings"][: len(offsets)].float().cpu())  # padding comes after
                of_parts.append(part_vectors(pieces, offsets, parts[number]))
            if progress:
                progress(len(slice_))
        return Encoded(vectors, of_parts)

    def _offsets(self, text: str) -> list[tuple[int, int]]:
        """Returns where each word piece stands in a text, special tokens as empty spans."""
        tokens = self._model.tokenizer(text, truncation=True, max_length=self.window, return_offsets_mapping=True)
        return [(start, end) for start, end in tokens["offset_mapping"]]
