"""The encoder on sentence-transformers: the source of the converted one, and the fall-back where that fails.

Imports torch, which takes seconds: only `index.model` imports this module, and only when it is needed.
"""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

from index.openvino_encoder import ModelCard, save_converted

transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # it has no annotations
transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # it has no annotations

BATCH = 32
SLICE = 8 * BATCH  # texts between two reports of progress: seconds, and enough to sort them by length


class SentenceTransformerEncoder:
    """A sentence-transformers model as it is, on the GPU where there is one."""

    def __init__(self, folder: Path, identity: str) -> None:
        """Loads the model (4 to 8 s).

        Args:
            folder: A sentence-transformers model.
            identity: Names the model and its weights.
        """
        self._model = SentenceTransformer(str(folder), local_files_only=True)
        self.identity = identity
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        self.window = int(self._model.max_seq_length or 512)

    def count(self, texts: Sequence[str]) -> list[int]:
        """Counts word pieces of each text, special tokens included, without cutting anything off."""
        if not texts:
            return []  # the tokenizer fails on none
        tokenizer = self._model.tokenizer
        return [len(ids) for ids in tokenizer(list(texts), truncation=False, verbose=False)["input_ids"]]

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Encodes texts; see `index.encoder.Encoder.encode`."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for first in range(0, len(texts), SLICE):
            part = list(texts[first : first + SLICE])
            vectors[first : first + len(part)] = self._model.encode(
                part, batch_size=BATCH, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
            )
            if progress:
                progress(len(part))
        return vectors


class _WholeModel(torch.nn.Module):
    """The model from token ids to the finished vector, with the two inputs that the run-time encoder gives."""

    def __init__(self, model: SentenceTransformer, token_types: bool) -> None:
        super().__init__()
        self.model = model
        self.token_types = token_types

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        features = {"input_ids": input_ids, "attention_mask": attention_mask}
        if self.token_types:
            features["token_type_ids"] = torch.zeros_like(input_ids)
        vector: torch.Tensor = self.model(features)["sentence_embedding"]
        return torch.nn.functional.normalize(vector, dim=-1)


def convert(source: Path, identity: str, target: Path) -> None:
    """Converts a sentence-transformers model for OpenVINO, pooling and normalisation included.

    Args:
        source: Folder of the model.
        identity: Names the model and its weights.
        target: An existing empty folder, which gets the files that `OpenVinoEncoder` reads.

    Raises:
        Exception: Whatever torch or OpenVINO raise for a model that cannot be converted.
    """
    model = SentenceTransformer(str(source), device="cpu", local_files_only=True).eval()
    whole = _WholeModel(model, token_types="token_type_ids" in model.tokenizer(["a"]))
    example = (torch.ones(2, 16, dtype=torch.int64), torch.ones(2, 16, dtype=torch.int64))
    card = ModelCard(identity, int(model.get_embedding_dimension() or 0), int(model.max_seq_length or 512))
    shutil.copyfile(source / "tokenizer.json", target / "tokenizer.json")
    save_converted(whole, example, card, target)
